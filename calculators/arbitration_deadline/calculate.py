"""Until when a ruling can be appealed, and a rejected appeal be given new evidence. K-06."""

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.core.fields import day
from calculators.core.outcome import Outcome, Said, excluded, output, step, warning
from calculators.core.rules import Rules


@dataclass(frozen=True)
class Inputs:
    """The days on which ruling or deduction took effect, the appeal was rejected, and today."""

    effective: date = day()
    rejected: date | None = day(optional=True, follows="effective")
    today: date = day()


@dataclass(frozen=True)
class Outputs:
    """The last days to appeal and to resubmit (``None``: no rejection), and where today stands.

    ``status`` and ``days_left`` (below 0: days since) are about the resubmission once there is
    a rejection, else about the appeal.
    """

    appeal_by: date = output("date", deadline=True)
    resubmit_by: date | None = output("date", deadline=True)
    status: str = output("choice", "open", "last_day", "closed", headline=True)
    days_left: int = output("integer")


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """So many calendar days after the effect; after a rejection, so many after its notice."""
    appeal_by = inputs.effective + timedelta(days=rules.integer("appeal_days"))
    resubmit_by = None
    if inputs.rejected is not None:
        resubmit_by = inputs.rejected + timedelta(days=rules.integer("resubmit_days"))
    days_left = ((resubmit_by or appeal_by) - inputs.today).days
    status = "open" if days_left > 0 else "closed" if days_left < 0 else "last_day"
    outputs = Outputs(appeal_by, resubmit_by, status, days_left)
    return Outcome(
        outputs,
        _steps(inputs, outputs, rules),
        _warnings(inputs, status),
        (excluded("withdrawn"), excluded("other_appeals")),
    )


def _steps(inputs: Inputs, outputs: Outputs, rules: Rules) -> tuple[Said, ...]:
    last = outputs.resubmit_by or outputs.appeal_by
    margin = timedelta(days=rules.integer("margin"))
    return (
        *_limits(inputs, outputs, rules),
        step("calendar", "counting"),
        step("margin", "margin", safe=last - margin),
        _standing(inputs, outputs, last),
    )


def _limits(inputs: Inputs, outputs: Outputs, rules: Rules) -> tuple[Said, ...]:
    days, by = rules.integer("appeal_days"), outputs.appeal_by
    appeal = step("appeal", "appeal_days", effective=inputs.effective, days=days, by=by)
    if outputs.resubmit_by is None:
        return (appeal,)
    days, by = rules.integer("resubmit_days"), outputs.resubmit_by
    return appeal, step("resubmit", "resubmit_days", rejected=inputs.rejected, days=days, by=by)


def _standing(inputs: Inputs, outputs: Outputs, last: date) -> Said:
    values = {"today": inputs.today, "last": last}
    if outputs.status == "open":
        return step("open", "counting", days=outputs.days_left, **values)
    if outputs.status == "last_day":
        return step("last_day", "counting", **values)
    if inputs.rejected is None:
        return step("closed_appeal", "appeal_days", **values)
    return step("closed_evidence", "closes", **values)


def _warnings(inputs: Inputs, status: str) -> tuple[Said, ...]:
    found = []
    if inputs.rejected is not None:
        found.append(warning("same_appeal", "closes"))
    elif status != "closed":
        found.append(warning("once", "once"))
    found.append(warning("earliest", "earliest"))
    if status == "last_day":
        found.append(warning("tight", "margin"))
    if (inputs.rejected or inputs.effective) > inputs.today:
        found.append(warning("not_yet"))
    return tuple(found)
