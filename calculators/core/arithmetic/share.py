"""A share of a payment between a minimum and a maximum, in whole yuan."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.core.arithmetic.money import percent_of, round_to_yuan


# A file has millions of them, and anything frozen takes longer to make.
@dataclass(slots=True)
class Share:
    """What is taken: ``amount`` in yuan, its ``tier`` (``minimum``, ``percent`` or ``cap``).

    ``exact`` is the share as it is, ``rounded`` the same in whole yuan.
    """

    amount: Decimal
    tier: str
    exact: Decimal
    rounded: Decimal


def share_of(paid: Decimal, percent: Decimal, least: Decimal, most: Decimal) -> Share:
    """``percent`` per cent of ``paid`` yuan, rounded half up to whole yuan, then held to bounds."""
    exact = percent_of(paid, percent)
    rounded = round_to_yuan(exact)
    if rounded < least:
        return Share(least, "minimum", exact, rounded)
    if rounded > most:
        return Share(most, "cap", exact, rounded)
    return Share(rounded, "percent", exact, rounded)
