"""What tells of a refund though no status does, or may: quoted where it is said above a total."""

from typing import Self

# The texts that say it: a cell of amounts given back that nobody understands; a moment at which
# money was given back, which undid the order; one of which nobody knows what it was of; one of
# closing.
UNREAD_REFUND, REFUNDED_AT = "unread_refunds", "refunded_at"
MAY_BE_REFUNDED, MAY_BE_CLOSED = "may_be_refunded", "may_be_closed"
# The same of a cell that should say whether an order is one to count; of one that holds a number.
UNREAD_FLAG, COUNTED_FLAG = "unread_flags", "counted_flags"


class Hint(str):
    """What stands in a row, as it is quoted, with the ``code`` of the sentence that tells of it."""

    __slots__ = ("code",)
    code: str

    def __new__(cls, quoted: str, code: str) -> Self:
        """One of a cell, or of a heading alone."""
        made = super().__new__(cls, quoted)
        made.code = code
        return made
