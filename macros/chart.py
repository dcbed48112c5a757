"""A line chart of one output against one input, computed while the site is built, as inline SVG."""

from decimal import Decimal

from calculators.core.chart.drawing import Chart
from macros.calculators_used import known
from macros.pages import render


def chart(calculator: str, output: str, *, over: str, points: list[str], lang: str) -> str:
    """``output`` of ``calculator`` over the input ``over``, marked at each of ``points`` (yuan)."""
    definition = known(calculator)
    marks = [Decimal(point) for point in points]
    drawing = Chart(definition, definition.rule_book.on(None), {}, output, over).draw(
        max(marks), marks, lang
    )
    if drawing is None:
        raise ValueError(f"chart({calculator!r}, {output!r}): it is 0 all the way")
    return render("chart.html", id=f"{calculator}-{output}-chart", chart=drawing)
