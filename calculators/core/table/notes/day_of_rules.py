"""By which day's rules the rows of a table are answered, in a sentence above its totals."""

from collections.abc import Iterator
from datetime import date, datetime

from calculators.core.definition import Definition
from calculators.core.inputs.dates import read_date
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.table.columns.headings import Headings
from calculators.core.table.names import ON
from calculators.core.table.planning.plan import Plan
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence


def day_of_rules(texts: Texts, plan: Plan, headings: Headings) -> Iterator[str]:
    """The columns that tell each row's day, else the day that holds for all of them.

    Nothing of a calculator whose rules have never changed.
    """
    definition, columns = headings.definition, plan.columns
    named = plan.given.get(ON)
    telling = [ON] if ON in columns else [each for each in definition.judged_by if each in columns]
    if telling and not named:
        told = tuple(quoted(headings.headings[columns[name]]) for name in telling)
        yield sentence(texts, "notes", "own_day", values={"columns": told})
    elif definition.rules_changed:
        day = read_date(named) if named else _given_day(definition, plan)
        code = "todays_rules" if day is None else "rules_of_day"
        yield sentence(texts, "notes", code, values={"day": day or plan.today})


def _given_day(definition: Definition, plan: Plan) -> date | None:
    """The day of what is judged, where one moment of it holds for all rows."""
    for name in definition.judged_by:
        if text := plan.given.get(name):
            value = fields_of(definition.inputs)[name].read(text)
            return value.date() if isinstance(value, datetime) else value
    return None
