"""What may tell that an order was undone, and does not: quoted where it is said above a total."""

from typing import Self

# The texts that say it: a cell of amounts given back that nobody understands.
UNREAD_REFUND = "unread_refunds"


class Hint(str):
    """What stands in a row, as it is quoted, with the ``code`` of the sentence that tells of it."""

    __slots__ = ("code",)
    code: str

    def __new__(cls, quoted: str, code: str) -> Self:
        """One of a cell, or of a heading alone."""
        made = super().__new__(cls, quoted)
        made.code = code
        return made
