"""Until when the platform must have its invoice: closing a shop, or month by month. K-12, K-13."""

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.core.inputs.fields import choice, day, month
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.outcome.pictures import Timeline
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Quantity

MONTHS_A_YEAR = 12

FILES = Files(
    asked=("freeze_after",),
    only_with={"freeze_after": "bill_month"},
    told={"kind": {"start": "closing", "bill_month": "monthly"}},
)


PICTURE = Timeline(happened=("start",), due=("safe_by", "due"), present="today")


@dataclass(frozen=True)
class Inputs:
    """Which invoice; the day closing started, or the bill's month (its first day); today.

    ``freeze_after`` is the number of months after which a missing invoice freezes money.
    """

    kind: str = choice("closing", "monthly")
    start: date | None = day(optional=True, needed_when=("kind", "closing"))
    bill_month: date | None = month(optional=True, needed_when=("kind", "monthly"))
    freeze_after: str = choice("3", "1", default="3", shown_when=("kind", "monthly"), rare=True)
    today: date = day(present=True)


@dataclass(slots=True)
class Outputs:
    """The last day, how many days there are left to it (below 0: days since), and its state.

    ``safe_by``, when closing: a day earlier, in time, too, if the day of starting is the first.
    """

    safe_by: date | None = outputs.day(headline=True, deadline=True)
    due: date = outputs.day(headline=True, deadline=True)
    days_left: int = outputs.integer()
    status: str = outputs.choice(
        "open", "last_day", "closed", open="good", last_day="wait", closed="bad"
    )


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """Whether there is time, and how much; which day is the last."""
    del inputs, rules
    days = {"days": Quantity(abs(outputs.days_left), "days")}
    margin = outputs.status == "open" and outputs.safe_by
    return Headline("open_safe" if margin else outputs.status, days)


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """Some days after closing starts; or the end of the month some months after the bill's.

    Bills from before July 2021 had no months of grace. The day or month that the kind asks for is
    there: its field says when it is needed.
    """
    if inputs.kind == "closing":
        assert inputs.start is not None
        return _closing(inputs.start, inputs.today, rules)
    assert inputs.bill_month is not None
    return _monthly(inputs.bill_month, inputs, rules)


def _closing(start: date, today: date, rules: Rules) -> Outcome:
    days = rules.integer("closing_days")
    due = start + timedelta(days=days)
    safe = due - timedelta(days=rules.integer("margin"))
    outputs = _outputs(safe, due, today)
    steps = (
        *_closing_rule(rules),
        step("closing", "closing_days", start=start, days=days, due=due),
        step("calendar", "counting"),
        step("margin", "margin", safe=safe),
        step("fees", "closing_fees"),
        _standing(outputs, today, "counting"),
    )
    excludes = (excluded("buyers"), excluded("late_bill"), excluded("earlier_years"))
    return Outcome(outputs, steps, _closing_warnings(start, today, outputs, rules), excludes)


def _closing_rule(rules: Rules) -> tuple[Message, ...]:
    """What the platform's own text says, before what others say of it."""
    return (step("closing_rule", "closing_rule"),) if "closing_rule" in rules else ()


def _closing_warnings(
    start: date, today: date, outputs: Outputs, rules: Rules
) -> tuple[Message, ...]:
    days = rules.integer("closing_longer")
    later = start + timedelta(days=days)
    found = []
    if outputs.status != "closed":
        found.append(warning("longer", "closing_longer", days=days, later=later))
    elif today <= later:
        found.append(warning("longer_open", "closing_longer", days=days, later=later))
    if today < start:
        found.append(warning("not_started", "closing_longer"))
    if today == outputs.safe_by:
        found.append(warning("safe_today", "margin"))
    if outputs.status == "last_day":
        found.append(warning("tight", "margin"))
    if outputs.status == "closed":
        found.append(warning("deposit", "closing_longer"))
    return tuple(found)


def _monthly(bill_month: date, inputs: Inputs, rules: Rules) -> Outcome:
    code = "notice" if inputs.freeze_after == "3" else "article"
    rule = f"after_{code}"
    months = rules.integer(rule)
    outputs = _outputs(None, _month_end(bill_month, months), inputs.today)
    values = {"bill": f"{bill_month:%Y-%m}", "due": outputs.due}
    limit = step(code, rule, months=months, **values)
    steps = (
        limit if months else step("at_any_time", rule, **values),
        step("month_end", "month_end"),
        _standing(outputs, inputs.today, "month_end"),
    )
    return Outcome(
        outputs,
        steps,
        _monthly_warnings(bill_month, inputs, outputs, rules),
        (excluded("buyers"), excluded("returned")),
    )


def _monthly_warnings(
    bill_month: date, inputs: Inputs, outputs: Outputs, rules: Rules
) -> tuple[Message, ...]:
    found = [warning("unconfirmed", "unconfirmed")] if "unconfirmed" in rules else []
    if inputs.freeze_after == "3" and not _has_grace(bill_month, rules):
        found.append(warning("any_time", "after_notice"))
    if outputs.status == "closed":
        return (*found, warning("frozen", "freeze"))
    earlier = _month_end(bill_month, rules.integer("after_article"))
    if inputs.today <= earlier < outputs.due:
        found.append(warning("one_month", "after_article", earlier=earlier))
    if bill_month >= inputs.today.replace(day=1):
        return (*found, warning("no_bill_yet", "monthly", bill=f"{bill_month:%Y-%m}"))
    return (*found, warning("at_once", "monthly"))


def _has_grace(bill_month: date, rules: Rules) -> bool:
    """Whether a bill of that month has months of grace at all.

    Here the month of the bill decides, whichever day the other rules are asked of.
    """
    return "grace" in rules and rules["grace"].holds_on(bill_month)


def _month_end(first_day: date, months: int) -> date:
    """The last day of the month that is ``months`` after the one of ``first_day``."""
    year, index = divmod(first_day.year * MONTHS_A_YEAR + first_day.month + months, MONTHS_A_YEAR)
    return date(year, index + 1, 1) - timedelta(days=1)


def _outputs(safe_by: date | None, due: date, today: date) -> Outputs:
    days_left = (due - today).days
    status = "open" if days_left > 0 else "closed" if days_left < 0 else "last_day"
    return Outputs(safe_by, due, days_left, status)


def _standing(outputs: Outputs, today: date, rule: str) -> Message:
    values = {"today": today, "due": outputs.due}
    if outputs.status == "open":
        return step("open", rule, days=outputs.days_left, **values)
    return step(outputs.status, rule, **values)
