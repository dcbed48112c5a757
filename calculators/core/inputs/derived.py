"""The promised time of an order and how late it is, from its moments."""

from collections.abc import Mapping
from datetime import datetime

from calculators.core.arithmetic.time_limits import begun_hours, full_hours, precedes
from calculators.core.inputs.errors import InputError

type Derived = dict[str, int | InputError]

# A year: what is promised for later, or later still, is a mistake in typing.
LONGEST = 8760


def promised_hours(given: Mapping[str, object]) -> Derived:
    """``promised_hours`` from ``paid_at`` to ``promised_at``, up to full hours, at least 1.

    Given hours prevail; without them a promised moment needs the one of the payment.
    """
    paid_at, promised_at = given["paid_at"], given["promised_at"]
    if given["promised_hours"] is not None or not isinstance(promised_at, datetime):
        return {}
    if not isinstance(paid_at, datetime):
        return {"paid_at": InputError("required")}
    if precedes(promised_at, paid_at):
        return {}  # refused as out of order, where it stands
    return {"promised_hours": _within_a_year(max(1, begun_hours(paid_at, promised_at)))}


def late_hours(given: Mapping[str, object]) -> Derived:
    """``late_hours`` from ``promised_at`` to the first scan, else the click, else ``now``.

    Full hours, but 1 once late at all, else 0. Given hours prevail; without a shipment ``now`` is
    needed.
    """
    promised_at = given["promised_at"]
    if given["late_hours"] is not None or not isinstance(promised_at, datetime):
        return {}
    moments = (given["collected_at"], given["shipped_at"], given["now"])
    shipped = next((each for each in moments if isinstance(each, datetime)), None)
    if shipped is None:
        return {"now": InputError("required")}
    return {"late_hours": _within_a_year(hours_late(promised_at, shipped))}


def hours_late(promised_at: datetime, shipped: datetime) -> int:
    """How late an order is that was promised for one moment and ``shipped`` at another.

    Full hours, but 1 once late at all, else 0.
    """
    return 0 if shipped <= promised_at else max(1, full_hours(promised_at, shipped))


def _within_a_year(hours: int) -> int | InputError:
    return hours if hours <= LONGEST else InputError("above_maximum", maximum=LONGEST)
