"""What is known of one order: its moments, its parcel, and what no track shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from calculators.core.arithmetic.time_limits import after_hours
from calculators.core.inputs.derived import LONGEST, Derived, promised_hours
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.fields import choice, duration, moment, money, yes_no

# What tells that a parcel left, beside the upload of its number.
_RECORDS = ("collected_at", "hub_at", "last_update_at", "out_for_delivery_at", "signed_at")


@dataclass(frozen=True)
class Inputs:
    """One order: what the buyer paid (yuan) and its moments on Douyin's clock (UTC+8).

    ``shipped_at`` is the upload of the parcel's number, ``notice_at`` the platform's notice of
    abnormal tracking. What no form asks for is false where nothing is known of records of a kind,
    as in exports without such columns: ``hub_known`` (hubs and what comes after them),
    ``payment_known`` (whose moment may be empty then, beside a promised one),
    ``updates_known`` (the latest one), ``delivery_known`` (out for delivery, or signed for) and
    ``signing_known``; ``received`` tells that the buyer has it, and not when.
    """

    paid: Decimal = money()
    payment_known: bool = yes_no(default="yes")
    paid_at: datetime | None = moment(waived_when=("payment_known", "no", "promised_at"))
    promised_at: datetime | None = moment(optional=True, follows="paid_at")
    promised_hours: int = duration(minimum=1, maximum=LONGEST, default="48")
    shipped_at: datetime | None = moment(optional=True)
    collected_at: datetime | None = moment(optional=True, shown_when="shipped_at")
    hub_at: datetime | None = moment(
        optional=True, follows="collected_at", shown_when="collected_at"
    )
    last_update_at: datetime | None = moment(optional=True, follows="hub_at", shown_when="hub_at")
    out_for_delivery_at: datetime | None = moment(
        optional=True, follows="hub_at", shown_when="collected_at"
    )
    signed_at: datetime | None = moment(
        optional=True, follows="out_for_delivery_at", shown_when="collected_at"
    )
    carrier_reports: bool = yes_no(default="yes", rare=True)
    route: str = choice(
        "same_region", "other", "remote", default="same_region", shown_when="hub_at"
    )
    in_stock: bool = yes_no(default="yes", shown_when=("shipped_at", ""))
    force_majeure: bool = yes_no(default="no", rare=True)
    notice_at: datetime | None = moment(optional=True, rare=True)
    now: datetime = moment(follows="paid_at", present=True)
    hub_known: bool = yes_no(default="yes")
    updates_known: bool = yes_no(default="yes")
    delivery_known: bool = yes_no(default="yes")
    signing_known: bool = yes_no(default="yes")
    received: bool = yes_no(default="no")

    @classmethod
    def derived(cls, given: Mapping[str, object]) -> Derived:
        """The promised hours that follow from the moments; why what was received is not judged."""
        found = promised_hours(given)
        if given["payment_known"] is False and "paid_at" in found:
            found = {"promised_hours": found["paid_at"]}
        if given["received"] is True and not any(given[each] for each in ("shipped_at", *_RECORDS)):
            found["shipped_at"] = InputError("required")
        return found

    @property
    def is_done(self) -> bool:
        """Whether the buyer has it."""
        return self.received or self.signed_at is not None

    @property
    def is_tracked(self) -> bool:
        """Whether records come in: of what was received without any, none is known."""
        unknown = self.received and not any(getattr(self, each) for each in _RECORDS)
        return self.carrier_reports and not unknown

    @property
    def ship_by(self) -> datetime:
        """The end of the promised time."""
        if self.promised_at is not None:
            return self.promised_at
        assert self.paid_at is not None
        return after_hours(self.paid_at, self.promised_hours)

    @property
    def shipped_by_platform(self) -> datetime | None:
        """When it is shipped by the platform's reckoning; ``None``: not yet."""
        return self.collected_at if self.is_tracked else self.shipped_at

    @property
    def delivering_since(self) -> datetime | None:
        """When it went out for delivery, else when it was signed for."""
        return self.out_for_delivery_at or self.signed_at

    @property
    def sent(self) -> datetime | None:
        """By when it had left the shop at the latest: when it shipped, else its first record."""
        records = (self.hub_at, self.last_update_at, self.out_for_delivery_at, self.signed_at)
        first = min((each for each in records if each is not None), default=None)
        return self.shipped_by_platform or self.collected_at or first
