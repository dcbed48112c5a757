"""Until when a penalty, a sampling result or a ruling can be appealed. K-06, F-20, F-22, F-23."""

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.core.inputs.fields import choice, day
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.outcome.pictures import Timeline
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Quantity

SATURDAY = 5
ONE_DAY = timedelta(days=1)


FILES = Files(asked=("kind",), unset=("rejected",))


PICTURE = Timeline(
    happened=("effective", "rejected"),
    due=("safe_by", "appeal_by", "resubmit_by"),
    present="today",
)


@dataclass(frozen=True)
class Inputs:
    """What is appealed against, the day it came or took effect, that of a rejection, and today."""

    kind: str = choice("violation", "sampling", "arbitration", default="violation")
    effective: date = day()
    rejected: date | None = day(
        optional=True, follows="effective", shown_when=("kind", "arbitration")
    )
    today: date = day(present=True)

    @property
    def resubmits(self) -> bool:
        """Whether a rejection opens a time limit of its own: known of arbitration alone."""
        return self.kind == "arbitration" and self.rejected is not None


@dataclass(slots=True)
class Outputs:
    """The day to submit by, the last days to appeal and to resubmit (``None``: no such limit).

    ``status`` and ``days_left`` (calendar days, below 0: days since) are about the resubmission
    once there is a rejection in arbitration, else about the appeal. ``safe_by`` is a day earlier:
    in time, too, if the day of the notice is itself the first.
    """

    safe_by: date = outputs.day(headline=True, deadline=True)
    appeal_by: date = outputs.day(deadline=True)
    resubmit_by: date | None = outputs.day(deadline=True)
    status: str = outputs.choice(
        "open", "last_day", "closed", headline=True, open="good", last_day="wait", closed="bad"
    )
    days_left: int = outputs.integer()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """Whether there is time, and how much; which day is the last."""
    del inputs, rules
    last = outputs.resubmit_by or outputs.appeal_by
    days = Quantity(abs(outputs.days_left), "days")
    return Headline(outputs.status, {"last": last, "days": days})


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """So many calendar or working days after the notice; after a rejection, so many after it."""
    appeal_by = _appeal_by(inputs, rules)
    resubmit_by = _resubmit_by(inputs, rules)
    last = resubmit_by or appeal_by
    days_left = (last - inputs.today).days
    status = "open" if days_left > 0 else "closed" if days_left < 0 else "last_day"
    outputs = Outputs(_safe_by(inputs, last, rules), appeal_by, resubmit_by, status, days_left)
    return Outcome(
        outputs,
        _steps(inputs, outputs, last, rules),
        _warnings(inputs, outputs, last, rules),
        _excludes(inputs),
    )


def _appeal_by(inputs: Inputs, rules: Rules) -> date:
    if inputs.kind == "sampling":
        return _working_days_after(inputs.effective, rules.integer("sampling_days"))
    days = "violation_days" if inputs.kind == "violation" else "appeal_days"
    return inputs.effective + timedelta(days=rules.integer(days))


def _resubmit_by(inputs: Inputs, rules: Rules) -> date | None:
    if not inputs.resubmits or inputs.rejected is None:
        return None
    return inputs.rejected + timedelta(days=rules.integer("resubmit_days"))


def _safe_by(inputs: Inputs, last: date, rules: Rules) -> date:
    """A day before ``last``; where working days are counted, a working day before it."""
    safe = last - timedelta(days=rules.integer("margin"))
    while inputs.kind == "sampling" and not _works(safe):
        safe -= ONE_DAY
    return safe


def _working_days_after(start: date, days: int) -> date:
    """The last of so many days from Monday to Friday; holidays are not known."""
    found = start
    while days:
        found += ONE_DAY
        days -= _works(found)
    return found


def _works(when: date) -> bool:
    return when.weekday() < SATURDAY


def _steps(inputs: Inputs, outputs: Outputs, last: date, rules: Rules) -> tuple[Message, ...]:
    count = step("working", "sampling_days") if inputs.kind == "sampling" else _calendar(inputs)
    return (
        *_limits(inputs, outputs, rules),
        count,
        step("margin", "margin", safe=outputs.safe_by),
        _standing(inputs, outputs, last),
    )


def _calendar(inputs: Inputs) -> Message:
    """Calendar days: the text of violations says so, those of arbitration leave it open."""
    if inputs.kind == "violation":
        return step("natural", "violation_days")
    return step("calendar", "counting")


def _limits(inputs: Inputs, outputs: Outputs, rules: Rules) -> tuple[Message, ...]:
    if inputs.kind == "arbitration":
        return _arbitration(inputs, outputs, rules)
    rule = f"{inputs.kind}_days"
    values = {"effective": inputs.effective, "days": rules.integer(rule), "by": outputs.appeal_by}
    appeal = step(inputs.kind, rule, **values)
    if inputs.rejected is None:
        return (appeal,)
    return appeal, step("second_appeal", "second_appeal", hours=rules.integer("second_appeal"))


def _arbitration(inputs: Inputs, outputs: Outputs, rules: Rules) -> tuple[Message, ...]:
    """The platform's own text first, then what the reposts say."""
    days, by = rules.integer("appeal_days"), outputs.appeal_by
    told = (
        step("misjudged", "misjudged"),
        step("evidence", "evidence_hours", hours=rules.integer("evidence_hours")),
        step("appeal", "appeal_days", effective=inputs.effective, days=days, by=by),
    )
    if outputs.resubmit_by is None:
        return told
    days, by = rules.integer("resubmit_days"), outputs.resubmit_by
    resubmit = step("resubmit", "resubmit_days", rejected=inputs.rejected, days=days, by=by)
    return *told, resubmit


def _standing(inputs: Inputs, outputs: Outputs, last: date) -> Message:
    values = {"today": inputs.today, "last": last}
    if outputs.status == "open":
        return step("open", "counting", days=outputs.days_left, **values)
    if outputs.status == "last_day":
        return step("last_day", "counting", **values)
    if inputs.kind != "arbitration":
        return step("closed_accepted", f"{inputs.kind}_lapses", **values)
    if not inputs.resubmits:
        return step("closed_appeal", "appeal_days", **values)
    return step("closed_evidence", "closes", **values)


def _warnings(inputs: Inputs, outputs: Outputs, last: date, rules: Rules) -> tuple[Message, ...]:
    found = list(_of_kind(inputs, outputs, rules))
    if inputs.today == outputs.safe_by:
        found.append(warning("safe_today", "margin"))
    if outputs.safe_by < inputs.today <= last:
        found.append(warning("tight", "margin"))
    counted = inputs.rejected if inputs.resubmits and inputs.rejected else inputs.effective
    if counted > inputs.today:
        found.append(warning("not_yet"))
    return tuple(found)


def _of_kind(inputs: Inputs, outputs: Outputs, rules: Rules) -> tuple[Message, ...]:
    if inputs.kind == "violation":
        return warning("countdown", "countdown"), warning("not_suspended", "not_suspended")
    if inputs.kind == "sampling":
        return warning("holidays", "holidays"), warning("not_suspended", "not_suspended")
    days, again = rules.integer("appeal_days"), rules.integer("resubmit_days")
    found = [warning("reposts", "appeal_days", days=days, again=again)]
    if inputs.resubmits:
        found += [warning("no_new_evidence", "misjudged"), warning("same_appeal", "closes")]
    elif outputs.status != "closed":
        found.append(warning("once", "once"))
    return *found, warning("earliest", "earliest")


def _excludes(inputs: Inputs) -> tuple[Message, ...]:
    withdrawn = (excluded("withdrawn"),) if inputs.kind == "arbitration" else ()
    return *withdrawn, excluded("other_appeals")
