"""Whether, and until when, goods may be returned without a reason (七天无理由). F-37 … F-39c."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from calculators.core.arithmetic.time_limits import after_hours, full_hours, missed, precedes
from calculators.core.inputs.fields import choice, moment
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.outcome.pictures import Timeline
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Quantity

# What is judged is a return of what was signed for on that day.
JUDGED_BY = ("signed",)

FILES = Files(asked=("label", "kind"), assumed=("opened",), unset=("goods_back",))

# An answer to “may it be returned”, and the step that gives its reason.
type Verdict = tuple[str, Message]

_BY_LAW = ("made_to_order", "perishable", "digital_opened", "periodical")
_BY_PLATFORM = ("service", "medicine")
_DAY = timedelta(days=1)


PICTURE = Timeline(
    happened=("signed", "goods_back"), due=("apply_until", "refund_by"), present="now"
)


@dataclass(frozen=True)
class Inputs:
    """One order: when it was signed for, what was promised, what it is, what became of it.

    All moments are on Douyin's clock (UTC+8).
    """

    signed: datetime = moment(day_suffices=True)
    label: str = choice(
        "seven_days", "not_supported", "optional_not_supported", "none", default="seven_days"
    )
    kind: str = choice(
        "made_to_order",
        "perishable",
        "digital_opened",
        "periodical",
        "service",
        "medicine",
        "optional_group",
        "second_hand",
        "gold",
        "other",
        default="other",
    )
    opened: str = choice("no", "to_inspect", "used", default="no")
    goods_back: datetime | None = moment(optional=True, follows="signed", day_suffices=True)
    now: datetime = moment(present=True)


@dataclass(slots=True)
class Outputs:
    """Whether it may be returned, until when that can be asked, and the last day for the refund.

    ``hours_left`` are full hours to ``apply_until`` (below 0: it is over), and ``status`` is
    about it, too. ``refund_by`` is ``None`` while the goods are not back.
    """

    may_return: str = outputs.choice(
        "yes", "no", "ask", headline=True, yes="neutral", no="good", ask="wait"
    )
    apply_until: datetime = outputs.moment(deadline=True)
    refund_by: date | None = outputs.day(deadline=True)
    hours_left: int = outputs.integer()
    status: str = outputs.choice("open", "last_day", "closed")


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """Until when to refund what is back; else whether it may be returned, and until when."""
    del rules
    if outputs.refund_by is not None:
        over = (inputs.now.date() - outputs.refund_by).days
        if over > 0:
            return Headline("refund_late", {"over": Quantity(over, "days")}, "bad")
        return Headline("refund", tone="wait")
    if outputs.status == "closed":
        return Headline("closed", {"over": Quantity(-outputs.hours_left, "hours")})
    last = outputs.apply_until.date() - _DAY
    left = Quantity(outputs.hours_left, "hours")
    return Headline(outputs.may_return, {"last": last, "left": left})


def second_hand_optional(inputs: Inputs, rules: Rules) -> Outcome:
    """Until 2026-06-28: second-hand goods are like all others that a merchant may exclude."""
    return _outcome(inputs, rules, _may_exclude(inputs))


def second_hand_apart(inputs: Inputs, rules: Rules) -> Outcome:
    """From 2026-06-29: used luxury and digital goods must be taken back, so it has to be asked."""
    if inputs.kind != "second_hand":
        return _outcome(inputs, rules, _may_exclude(inputs))
    since = rules["second_hand"].valid_from
    return _outcome(inputs, rules, ("ask", step("second_hand", "second_hand", since=since)))


def _outcome(inputs: Inputs, rules: Rules, of_label: Verdict) -> Outcome:
    """What is due, with ``of_label`` for the kinds of goods that the label decides."""
    apply_until = _apply_until(inputs, rules)
    status = _status(inputs.now, apply_until)
    may_return, reasons = _judged(inputs, of_label, closed=status == "closed")
    refund_by, refund = _refund(inputs, rules)
    hours_left = full_hours(inputs.now, apply_until)
    return Outcome(
        Outputs(may_return, apply_until, refund_by, hours_left, status),
        (_window(inputs, apply_until, rules), _standing(inputs, status), *reasons, *refund),
        _warnings(inputs, closed=status == "closed"),
        (
            excluded("defects"),
            excluded("conditions"),
            excluded("received_later", "apply_hours"),
            excluded("freight"),
        ),
    )


def _apply_until(inputs: Inputs, rules: Rules) -> datetime:
    """So many hours from 00:00 of the day after the signing."""
    midnight = datetime.combine(inputs.signed.date() + _DAY, time(), inputs.signed.tzinfo)
    return after_hours(midnight, rules.integer("apply_hours"))


def _status(now: datetime, apply_until: datetime) -> str:
    if missed(None, apply_until, now):
        return "closed"
    return "last_day" if now >= apply_until - _DAY else "open"


def _judged(inputs: Inputs, of_label: Verdict, *, closed: bool) -> tuple[str, tuple[Message, ...]]:
    """The first reason that fits decides; having been used makes a question of a yes."""
    if closed:
        return "no", (step("too_late", "apply_hours"),)
    may_return, reason = _verdict(inputs, of_label)
    if may_return == "yes" and inputs.opened == "used":
        return "ask", (reason, step("used", "use"))
    if may_return != "no" and inputs.opened == "to_inspect":
        return may_return, (reason, step("inspected", "inspection"))
    return may_return, (reason,)


def _verdict(inputs: Inputs, of_label: Verdict) -> Verdict:
    if inputs.kind == "gold":
        return "ask", step("gold", "gold")
    if inputs.label == "seven_days":
        return "yes", step("promised", "promise")
    if inputs.kind in _BY_LAW:
        return "no", step("excluded_by_law", "excluded_by_law")
    if inputs.kind in _BY_PLATFORM:
        return "no", step("excluded_by_platform", "excluded_by_platform")
    if inputs.kind == "other":
        return "yes", step("ordinary", "ordinary")
    return of_label


def _may_exclude(inputs: Inputs) -> Verdict:
    """Goods that a merchant may exclude: only the label that is meant for them does."""
    if inputs.label == "optional_not_supported":
        return "no", step("optional_excluded", "optional")
    if inputs.label == "not_supported":
        return "ask", step("optional_other_label", "optional")
    return "yes", step("optional_unlabelled", "optional")


def _window(inputs: Inputs, apply_until: datetime, rules: Rules) -> Message:
    hours = rules.integer("apply_hours")
    first = inputs.signed.date() + _DAY
    last = apply_until.date() - _DAY  # 00:00 is told as the end of the day before
    return step("window", "apply_hours", signed=inputs.signed, first=first, hours=hours, last=last)


def _standing(inputs: Inputs, status: str) -> Message:
    return step(status, "apply_hours", now=inputs.now)


def _refund(inputs: Inputs, rules: Rules) -> tuple[date | None, tuple[Message, ...]]:
    """The last day by law; hours only as advice, as a repost has them."""
    if inputs.goods_back is None:
        return None, ()
    days, hours = rules.integer("refund_days"), rules.integer("refund_advice")
    by = inputs.goods_back.date() + timedelta(days=days)
    soon = after_hours(inputs.goods_back, hours)
    return by, (
        step("refund", "refund_days", back=inputs.goods_back, days=days, by=by),
        step("refund_soon", "refund_advice", hours=hours, soon=soon),
    )


def _warnings(inputs: Inputs, *, closed: bool) -> tuple[Message, ...]:
    found = []
    promised = inputs.label == "seven_days"
    if promised and not closed and inputs.kind in {*_BY_LAW, *_BY_PLATFORM, "gold"}:
        found.append(warning("promised", "promise"))
    if inputs.kind == "other" and inputs.label in {"not_supported", "optional_not_supported"}:
        found.append(warning("wrong_label", "ordinary"))
    if precedes(inputs.now, inputs.signed):
        found.append(warning("not_yet"))
    return tuple(found)
