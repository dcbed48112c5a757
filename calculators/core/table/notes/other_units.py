"""What was converted because it stands in another unit, said above the totals."""

from collections.abc import Iterator

from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.table.columns.headings import Headings
from calculators.core.table.planning.plan import Plan
from calculators.core.table.units import MIXED
from calculators.core.table.units_of_time import HOURS, WRITTEN
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence


def other_units(texts: Texts, plan: Plan, headings: Headings) -> Iterator[str]:
    """One sentence for each column: amounts whose cells name their unit, durations not in hours."""
    for name in plan.units:
        if headings.readings.unit(name, plan.columns[name]) == MIXED:
            heading = quoted(headings.headings[plan.columns[name]])
            yield sentence(texts, "notes", "own_units", values={"heading": heading})
    for name, field in fields_of(headings.definition.inputs).items():
        if name not in plan.columns or field.unit_of_time != HOURS:
            continue
        unit = headings.readings.unit_of_time(name, plan.columns[name])
        if unit not in WRITTEN:
            continue  # hours, or refused in the rows
        values = {
            "heading": quoted(headings.headings[plan.columns[name]]),
            "unit": texts.get("units_of_time", unit),
            "name": texts.get("fields", name, "name"),
        }
        code = "in_other_unit_late" if field.of_delay else "in_other_unit"
        yield sentence(texts, "notes", code, values=values)
