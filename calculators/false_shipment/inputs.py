"""What is known of one order and its parcel."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from calculators.core.inputs.derived import LONGEST, Derived, promised_hours
from calculators.core.inputs.fields import choice, duration, moment, money, yes_no


@dataclass(frozen=True)
class Inputs:
    """One parcel: its moments on Douyin's clock (UTC+8), and what is known of its number.

    ``paid`` is what the buyer paid in yuan, ``promised_hours`` the shipping time promised in hours,
    which in files may follow from ``promised_at``.
    What no form asks for is false where nothing is known of records of a kind, as in files without
    a column for them: ``collection_known``, ``hub_known``, ``updates_known`` (the latest one), and
    ``delivery_known`` (out for delivery, or signed for).
    """

    paid_at: datetime = moment()
    uploaded_at: datetime = moment()
    collected_at: datetime | None = moment(optional=True)
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
    route: str = choice(
        "same_region", "other", "remote", default="same_region", shown_when="hub_at"
    )
    now: datetime = moment(follows="collected_at", present=True)
    number_used_before: datetime | None = moment(optional=True, rare=True)
    same_recipient: bool = yes_no(default="no", shown_when="number_used_before", rare=True)
    same_address: bool = yes_no(default="no", shown_when="number_used_before", rare=True)
    destination_matches: bool = yes_no(default="yes", rare=True)
    address_changed_by_buyer: bool = yes_no(
        default="no", shown_when=("destination_matches", "no"), rare=True
    )
    number_abnormal: bool = yes_no(default="no", rare=True)
    repeated_track: bool = yes_no(default="no", rare=True)
    recalled: bool = yes_no(default="no", rare=True)
    reshipped: bool = yes_no(default="no", rare=True)
    paid: Decimal | None = money(optional=True, rare=True)
    promised_hours: int = duration(
        minimum=1, maximum=LONGEST, default="48", shown_when="paid", rare=True
    )

    promised_at: datetime | None = moment(optional=True, follows="paid_at")
    collection_known: bool = yes_no(default="yes")
    hub_known: bool = yes_no(default="yes")
    updates_known: bool = yes_no(default="yes")
    delivery_known: bool = yes_no(default="yes")

    @classmethod
    def derived(cls, given: Mapping[str, object]) -> Derived:
        """The hours that follow from the moments."""
        return promised_hours(given)

    @property
    def all_known(self) -> bool:
        """Whether a record that is not there is missing, whichever it is."""
        return (
            self.collection_known and self.hub_known and self.updates_known and self.delivery_known
        )

    @property
    def delivering_since(self) -> datetime | None:
        """When it went out for delivery, else when it was signed for: nothing is awaited then."""
        return self.out_for_delivery_at or self.signed_at
