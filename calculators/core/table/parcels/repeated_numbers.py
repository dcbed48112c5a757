"""Numbers of parcels that stand under several orders: some bytes a row, the texts of a few."""

from array import array
from bisect import bisect_left

from calculators.core.answers import RepeatedParcel
from calculators.core.table.orders.groups import repeated
from calculators.core.table.orders.order_numbers import key

# So many parcels are named, each with so many of its orders; of further orders it is known that
# they are at least so many.
NAMED, ORDERS, COUNTED = 200, 5, 1000


class RepeatedNumbers:
    """First :meth:`note` each row, then :meth:`settle`, then :meth:`tell` each row once more.

    ``total`` is how many parcels stand under several orders.
    """

    def __init__(self) -> None:
        self._parcels = array("q")
        self._orders = array("q")
        self._repeated = array("q")
        self._found: dict[str, dict[str, str]] = {}

    def note(self, order: str, parcel: str) -> None:
        """A row with the number of an order and that of its parcel."""
        if order and parcel:
            self._parcels.append(key(parcel))
            self._orders.append(key(order))

    def settle(self) -> None:
        """Find out which parcels have several orders; several rows of one order are no matter."""
        candidates = repeated(self._parcels)
        first, several = array("q", bytes(8 * len(candidates))), bytearray(len(candidates))
        for parcel, order in zip(self._parcels, self._orders, strict=True):
            at = bisect_left(candidates, parcel)
            if at < len(candidates) and candidates[at] == parcel:
                if not first[at]:
                    first[at] = order
                several[at] |= first[at] != order
        self._repeated = array(
            "q", (each for each, more in zip(candidates, several, strict=True) if more)
        )
        self._parcels, self._orders = array("q"), array("q")

    @property
    def total(self) -> int:
        """How many parcels stand under several orders."""
        return len(self._repeated)

    def tell(self, order: str, parcel: str, address: str) -> None:
        """A row's texts; ``address`` is where it goes, empty where that cannot be seen."""
        if not (order and parcel):
            return
        wanted = key(parcel)
        at = bisect_left(self._repeated, wanted)
        if at == len(self._repeated) or self._repeated[at] != wanted:
            return
        if parcel in self._found or len(self._found) < NAMED:
            orders = self._found.setdefault(parcel, {})
            if order in orders or len(orders) < COUNTED:
                orders[order] = address or orders.get(order, "")

    def address(self, order: str, address: str) -> None:
        """Where an order goes, for those that :meth:`tell` was told without."""
        for orders in self._found.values():
            if order in orders:
                orders[order] = address

    @property
    def first(self) -> list[RepeatedParcel]:
        """The parcels, in the order of the rows; where no address can be compared, none differs."""
        return [
            {
                "parcel": parcel,
                "orders": list(orders)[:ORDERS],
                "total": len(orders),
                "address_differs": len({each for each in orders.values() if each}) > 1,
            }
            for parcel, orders in self._found.items()
            if len(orders) > 1
        ]
