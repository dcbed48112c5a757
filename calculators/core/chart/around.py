"""The chart beside an answer: what would come out for a little less and a little more."""

from datetime import date
from decimal import Decimal

from calculators.core.answers import OkAnswer
from calculators.core.chart.drawing import Chart, Drawing
from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of


def chart_around(definition: Definition, answer: OkAnswer, lang: str) -> Drawing | None:
    """The output of an ``ok`` answer that is drawn over an input, from 0 to twice what was entered.

    ``None`` where the calculator has none, and where nothing was entered to look around.
    """
    for name, output in outputs_of(definition.outputs).items():
        written = answer["inputs"].get(output.over) if output.over else None
        if output.over is None or written is None or (value := Decimal(written)) == 0:
            continue
        largest = fields_of(definition.inputs)[output.over].largest
        shape = definition.shape(date.fromisoformat(answer["on"]))
        chart = Chart(definition, shape, answer["inputs"], name, output.over)
        return chart.draw(min(value * 2, largest), [value], lang)
    return None
