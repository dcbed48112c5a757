"""Rows that are not what a calculator is about: by which columns they are told, and how many."""

from collections import Counter
from collections.abc import Iterator, Sequence

from calculators.core.inputs.normalising import quoted
from calculators.core.table.orders.states.outside import (
    FLAG_EMPTY,
    NOT_FLAGGED,
    OTHER_PLATFORM,
    Outside,
)
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence


class NotesOfOutside:
    """Words them for a table with these ``headings``, by what was ``found`` in it."""

    def __init__(self, texts: Texts, headings: Sequence[str], found: Outside) -> None:
        self._texts = texts
        flags, platforms = (
            tuple(quoted(headings[at]) for at in places)
            for places in (found.flags, found.platforms)
        )
        self._columns = {OTHER_PLATFORM: platforms, NOT_FLAGGED: flags, FLAG_EMPTY: flags}
        self._are_turned = found.are_turned
        self._each = texts.has("notes", "each_order") if found.tells_flags else False

    def in_place_of_each(self, notes: list[str]) -> list[str]:
        """The ``notes``, of which one says that each order is taken for one with the flag."""
        if not self._each:
            return notes
        each = self._texts.get("notes", "each_order")
        flagged = self._said("each_flagged", columns=self._columns[NOT_FLAGGED])
        return [*(note for note in notes if note != each), flagged]

    def told(self, counts: Counter[str]) -> Iterator[str]:
        """The sentences by how many rows there are of each kind."""
        for kind, count in counts.items():
            turned = self._are_turned and kind != OTHER_PLATFORM
            code = f"{kind}_turned" if turned else kind
            yield self._said(code, columns=self._columns[kind], count=count)

    def _said(self, code: str, **values: object) -> str:
        return sentence(self._texts, "notes", code, values=values)
