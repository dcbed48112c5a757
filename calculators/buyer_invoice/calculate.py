"""Until when a buyer must have the invoice, and what a late, refused or false one costs. F-42."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from calculators.core.arithmetic.money import NOTHING, percent_of, round_money
from calculators.core.inputs.fields import choice, day, money
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.outcome.pictures import Timeline
from calculators.core.rules.dated_rules import NoRuleError, Rules
from calculators.core.text.formatting import Quantity, number

ONE_DAY = timedelta(days=1)

FILES = Files(
    adds=("paid",),
    unset=("completed", "agreed_by"),
    ended_when=("completed", "agreed_by"),
    begun_by=("applied", "issued", "issued_on", "agreed_by"),
    less_refunds=True,
)


PICTURE = Timeline(happened=("applied", "completed", "issued_on"), due=("due",), present="today")


@dataclass(frozen=True)
class Inputs:
    """What the buyer paid (yuan), the days that matter, and what has become of the invoice.

    ``completed`` is the day on which the deal was completed, empty while it is not; ``agreed_by``
    the day that the merchant promised or the two agreed on.
    """

    paid: Decimal = money()
    applied: date = day()
    completed: date | None = day(optional=True)
    agreed_by: date | None = day(optional=True, rare=True)
    issued: str = choice("not_yet", "issued", "refused", "false")
    issued_on: date | None = day(optional=True, needed_when=("issued", "issued"))
    today: date = day(present=True)


@dataclass(slots=True)
class Outputs:
    """The last day, the days left to it (below 0: since), where it stands; in yuan what it costs.

    ``due`` and ``days_left`` are ``None`` until the deal is completed. ``frozen`` is what is held
    back because of the violation, until the invoice is there.
    """

    due: date | None = outputs.day(headline=True, deadline=True)
    days_left: int | None = outputs.integer()
    status: str = outputs.choice(
        "waiting",
        "open",
        "last_day",
        "overdue",
        "done",
        waiting="wait",
        open="good",
        last_day="wait",
        overdue="bad",
        done="good",
    )
    compensation: Decimal = outputs.money(headline=True)
    frozen: Decimal = outputs.money()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """What a breach costs; else whether there is time, and how much."""
    del rules
    if inputs.issued in {"refused", "false"}:
        return Headline(inputs.issued, tone="bad")
    if inputs.issued == "issued" and outputs.status == "waiting":
        return Headline("done", tone="good")
    days = {} if outputs.days_left is None else {"days": Quantity(abs(outputs.days_left), "days")}
    if inputs.issued == "issued" and outputs.status == "overdue":
        return Headline("issued_late")
    return Headline(outputs.status, days)


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """So many days after completion or application; a share of the payment if it is not kept.

    False invoices are answered from 2026-08-19 on: how they were treated before is not known.
    """
    due, found = _due(inputs, rules)
    status = _status(inputs, due)
    compensation, paying = _compensation(inputs, due, rules)
    frozen, freezing = _frozen(inputs, due, rules)
    days_left = None if due is None else (due - inputs.today).days
    outputs = Outputs(due, days_left, status, compensation, frozen)
    return Outcome(
        outputs,
        (
            *found,
            *_breach(inputs, rules),
            *_standing(inputs, outputs),
            *_if_late(inputs, outputs, rules),
            *paying,
            *freezing,
        ),
        _warnings(inputs, outputs, rules),
        _excludes(inputs),
    )


def _due(inputs: Inputs, rules: Rules) -> tuple[date | None, tuple[Message, ...]]:
    """The last day, ``None`` while the completion that it counts from is still to come."""
    if inputs.agreed_by is not None:
        return inputs.agreed_by, (step("agreed", "agreed", by=inputs.agreed_by),)
    completed, days = inputs.completed, rules.integer("due_days")
    if completed is None or inputs.applied < completed > inputs.today:
        return None, (step("waiting", "due_days", applied=inputs.applied, days=days),)
    start, code = inputs.applied, "after_application"
    if inputs.applied < completed:
        start, code = completed, "after_completion"
    due = start + timedelta(days=days)
    values = {"applied": inputs.applied, "completed": completed, "days": days, "due": due}
    safe = due - timedelta(days=rules.integer("margin"))
    margin = step("margin", "margin", days=days, safe=safe)
    return due, (step(code, "due_days", **values), margin)


def _by(inputs: Inputs) -> date:
    """The day until which the invoice was missing: that of issuing it, else today."""
    if inputs.issued == "issued" and inputs.issued_on is not None:
        return inputs.issued_on
    return inputs.today


def _status(inputs: Inputs, due: date | None) -> str:
    if due is None:
        return "waiting"
    if _by(inputs) > due:
        return "overdue"
    if inputs.issued == "issued":
        return "done"
    return "last_day" if _by(inputs) == due else "open"


def _is_late(inputs: Inputs, due: date | None) -> bool:
    return inputs.issued in {"not_yet", "issued"} and due is not None and _by(inputs) > due


def _standing(inputs: Inputs, outputs: Outputs) -> tuple[Message, ...]:
    """What has become of the invoice if it is there, else where today stands."""
    if inputs.issued == "issued":
        code = {"waiting": "issued_early", "done": "done"}.get(outputs.status, "issued_late")
        return (step(code, "duty", issued_on=inputs.issued_on, due=outputs.due),)
    if outputs.due is None or outputs.days_left is None:
        return ()
    values = {"today": inputs.today, "due": outputs.due, "days": abs(outputs.days_left)}
    return (step(outputs.status, "due_days", **values),)


def _breach(inputs: Inputs, rules: Rules) -> tuple[Message, ...]:
    """A refused or a false invoice breaks the rules on whichever day."""
    if inputs.issued == "refused":
        return (step("refused", "duty"),)
    if inputs.issued != "false":
        return ()
    if "false_treatment" not in rules:
        raise NoRuleError("false_treatment")
    return (step("false", "false_treatment"),)


def _if_late(inputs: Inputs, outputs: Outputs, rules: Rules) -> tuple[Message, ...]:
    """What it will cost to let the time pass."""
    if inputs.issued != "not_yet" or outputs.status == "overdue":
        return ()
    paying, _ = _share(inputs.paid, "compensation", rules)
    freezing, _ = _share(inputs.paid, "freeze", rules)
    return (step("if_late", "compensation_share", compensation=paying, frozen=freezing),)


def _compensation(
    inputs: Inputs, due: date | None, rules: Rules
) -> tuple[Decimal, tuple[Message, ...]]:
    if inputs.issued == "false":
        return _share(inputs.paid, "false_compensation", rules)
    if inputs.issued == "refused" or _is_late(inputs, due):
        return _share(inputs.paid, "compensation", rules)
    return NOTHING, ()


def _frozen(inputs: Inputs, due: date | None, rules: Rules) -> tuple[Decimal, tuple[Message, ...]]:
    if inputs.issued == "false":
        amount, told = _share(inputs.paid, "false_freeze", rules)
        return amount, (*told, step("released", "released"))
    if inputs.issued == "refused":
        amount, told = _share(inputs.paid, "freeze", rules)
        return amount, (*told, step("released", "released"))
    if due is None or not _is_late(inputs, due):
        return NOTHING, ()
    last = due + timedelta(days=rules.integer("all_after"))
    values = {"since": last + ONE_DAY, "days": rules.integer("all_after"), "paid": inputs.paid}
    if _by(inputs) > last:
        return inputs.paid, (
            step("all_frozen", "all_after", **values),
            step("released", "released"),
        )
    amount, told = _share(inputs.paid, "freeze", rules)
    soon = (step("all_soon", "all_after", **values),) if inputs.issued == "not_yet" else ()
    return amount, (*told, *soon, step("released", "released"))


def _share(paid: Decimal, what: str, rules: Rules) -> tuple[Decimal, tuple[Message, ...]]:
    """A share of the payment up to a maximum, rounded half up to the fen."""
    percent, most = rules.decimal(f"{what}_share"), rules.decimal(f"{what}_maximum")
    exact = percent_of(paid, percent)
    values = {"paid": paid, "percent": number(percent), "share": exact}
    share = step(what, f"{what}_share", **values)
    if exact > most:
        return most, (share, step("cap", f"{what}_maximum", most=most))
    rounded = round_money(exact)
    if rounded == exact:
        return rounded, (share,)
    return rounded, (share, step("to_fen", "to_fen", rounded=rounded))


def _warnings(inputs: Inputs, outputs: Outputs, rules: Rules) -> tuple[Message, ...]:
    found = []
    if outputs.due is None and inputs.completed is None:
        found.append(warning("completed_missing", "due_days"))
    if inputs.agreed_by is None:
        found.append(warning("online_only", "online", days=rules.integer("due_days")))
    if outputs.status == "last_day" and inputs.agreed_by is None:
        found.append(warning("tight", "margin"))
    if inputs.issued in {"refused", "false"} or outputs.status == "overdue":
        found.append(_duty(inputs))
    if "false_treatment" not in rules:
        found.append(warning("since_unknown", "compensation_share"))
    if inputs.issued == "not_yet" and inputs.issued_on is not None:
        found.append(warning("dated_but_not_yet", issued_on=inputs.issued_on))
    if _are_odd(inputs):
        found.append(warning("check_dates"))
    return tuple(found)


def _duty(inputs: Inputs) -> Message:
    """Paying does not end the duty; an invoice that came late has fulfilled it."""
    code = "late_all_the_same" if inputs.issued == "issued" else "still_due"
    return warning(code, "duty")


def _are_odd(inputs: Inputs) -> bool:
    """Whether the days cannot be right: a past one ahead, an invoice before the application."""
    issued_on = inputs.issued_on if inputs.issued == "issued" else None
    late = [each for each in (inputs.applied, issued_on) if each and each > inputs.today]
    early = [each for each in (inputs.agreed_by, issued_on) if each and each < inputs.applied]
    return bool(late or early)


def _excludes(inputs: Inputs) -> tuple[Message, ...]:
    several = inputs.issued in {"refused", "false"}
    return (
        excluded("buyers_side"),
        excluded("refunded"),
        *((excluded("several"),) if several else ()),
        excluded("shop_measures"),
        excluded("tax"),
    )
