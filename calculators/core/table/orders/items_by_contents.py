"""Tells the sub-orders of an order apart whose number is the order's, by what stands in their rows.

Exports of several days may hold one of them in several rows; of some it cannot be known whether
they are one or several.
"""

from array import array

from calculators.core.table.orders.groups import NO_KEY, distinct, place, repeated
from calculators.core.table.orders.order_numbers import key

# What stands for an amount that is not there, and for one of several.
_NO_AMOUNT, _SEVERAL = -1, -2


class ItemsByContents:
    """The rows of such sub-orders: forty bytes each, until they are settled.

    ``rows`` have their places among all, ascending; ``items``, once settled, the place of each
    one's sub-order among those that stand in several rows, or :data:`NO_KEY`.
    """

    def __init__(self) -> None:
        self.rows: array[int] = array("i")
        self.items: array[int] = array("i")
        self._sold: array[int] = array("q")
        self._contents: array[int] = array("q")
        self._amounts: array[int] = array("q")
        self._ranks: array[int] = array("q")
        # The rows that show what a refund left of the amount.
        self._emptied = bytearray()
        self._refunded = bytearray()
        self.count = self.alike = self.unclear = 0

    def see(  # noqa: PLR0913 (what is told of a row)
        self,
        row: int,
        sold: int,
        contents: int,
        amount: int | None,
        rank: int,
        *,
        refunded: bool,
    ) -> None:
        """One more row: what was sold, all that stays, the amount in fen, how late it is."""
        self.rows.append(row)
        self._sold.append(sold)
        self._contents.append(contents)
        self._amounts.append(_NO_AMOUNT if amount is None else amount)
        self._ranks.append(rank)
        self._emptied.append(refunded and amount == 0)
        self._refunded.append(refunded)

    def settle(self) -> None:
        """All rows were seen.

        ``count`` is how many sub-orders stand in several rows; ``unclear`` in how many things sold
        one row was refunded and another, of another amount, was not; ``alike`` those that may be
        one sub-order for other reasons.
        """
        amounts = self._amounts_paid()
        for at, contents in enumerate(self._contents):
            self._contents[at] = key(f"{contents} {amounts[at]}")
        found = repeated(self._contents)
        self.count = len(found)
        for each in self._contents:
            item = place(found, each)
            self.items.append(NO_KEY if item is None else item)
        self._doubt(amounts)
        for kept in (self._sold, self._contents, self._amounts, self._ranks):
            del kept[:]

    def _amounts_paid(self) -> array[int]:
        """The amount of each row; where a refund left nothing, that of the only other row alike."""
        if not any(self._emptied):
            return self._amounts
        pairs = zip(self._contents, self._emptied, strict=True)
        emptied = distinct(array("q", (each for each, is_empty in pairs if is_empty)))
        paid = array("q", bytes(8 * len(emptied)))
        for contents, amount in zip(self._contents, self._amounts, strict=True):
            if amount > 0 and (at := place(emptied, contents)) is not None:
                paid[at] = amount if paid[at] in {0, amount} else _SEVERAL
        amounts = self._amounts[:]
        for row, is_empty in enumerate(self._emptied):
            if is_empty and (at := place(emptied, self._contents[row])) is not None:
                amounts[row] = max(paid[at], 0)
        return amounts

    def _doubt(self, amounts: array[int]) -> None:
        """Find what is not known: things sold that have several rows, taken for several parts."""
        sold = repeated(self._sold)
        firsts = array("i", bytes(4 * len(sold)))
        alike, unclear = bytearray(len(sold)), bytearray(len(sold))
        for row, each in enumerate(self._sold):
            if (at := place(sold, each)) is None:
                continue
            # From 1; the first one of each is compared with itself.
            firsts[at] = firsts[at] or row + 1
            first = firsts[at] - 1
            if self._contents[first] == self._contents[row]:
                continue
            differ = amounts[first] != amounts[row]
            if differ and self._refunded[first] != self._refunded[row]:
                unclear[at] = 1
            elif not differ or self._ranks[first] != self._ranks[row]:
                alike[at] = 1
        self.unclear = sum(unclear)
        self.alike = sum(may_be > more for may_be, more in zip(alike, unclear, strict=True))
