"""What has become of an order, from the words of its status and whether it was paid."""

from calculators.core.definition import Definition
from calculators.core.table.names import key, names_of

# Counted; not paid, so that nothing can be taken; paid and undone, so that it may have been taken.
COUNTED, UNPAID, UNDONE = "counted", "unpaid", "undone"

# A column of remarks, taken for one of states, has more words than are worth keeping.
_KEPT = 1000


class States:
    """Reads the state of a row; the words stand in the core's texts, in both languages."""

    def __init__(self, definition: Definition) -> None:
        self._refunded = names_of(definition, "refunded")
        self._unpaid = names_of(definition, "unpaid")
        self._closed = names_of(definition, "closed")
        self._known: dict[tuple[str, bool], str] = {}

    def of(self, status: str, *, paid: bool) -> str:
        """The state that ``status`` tells, all its columns in one text.

        ``paid``: a moment of payment is given, or the table has no column for it.
        """
        asked = (status, paid)
        if asked not in self._known:
            if len(self._known) > _KEPT:
                self._known.clear()
            self._known[asked] = self._read(key(status), paid=paid)
        return self._known[asked]

    def _read(self, status: str, *, paid: bool) -> str:
        if any(word in status for word in self._refunded):
            return UNDONE
        if any(word in status for word in self._unpaid):
            return UNPAID
        if any(word in status for word in self._closed):
            return UNDONE if paid else UNPAID
        return COUNTED
