"""A line chart of one output against one input, computed while the site is built, as inline SVG."""

from datetime import date
from decimal import Decimal

from calculators.core.chart.drawing import Chart
from calculators.core.chart.svg import svg
from macros.lookup import known
from macros.templating import render


def chart(  # noqa: PLR0913 (what a page may name of a chart)
    calculator: str,
    output: str,
    *,
    over: str,
    points: list[str],
    lang: str,
    built_for: date,
    on: str | None = None,
    **inputs: str,
) -> str:
    """``output`` of ``calculator`` over the input ``over``, marked at each of ``points`` (yuan).

    The other ``inputs`` stay as they are; drawn by the rules of the build's day, or of ``on``.
    """
    definition = known(calculator)
    marks = [Decimal(point) for point in points]
    shape = definition.shape(date.fromisoformat(on) if on else built_for)
    drawing = Chart(definition, shape, inputs, output, over).draw(max(marks), marks, lang)
    if drawing is None:
        raise ValueError(f"chart({calculator!r}, {output!r}): it is 0 all the way")
    return render(
        "chart.html",
        id=f"{calculator}-{output}-chart",
        drawing=svg(drawing),
        caption=drawing["caption"],
    )
