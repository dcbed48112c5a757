"""A drawing as SVG: the only place that knows how a chart looks, for the build and for the page."""

from collections.abc import Iterator
from decimal import Decimal

from calculators.core.chart.drawing import Drawing

# How far from its edge a label may be centred on its mark without running over it.
_ROOM = 60


def svg(drawing: Drawing) -> str:
    """The ``<svg>`` of a drawing; its text alternative holds the same points in words."""
    told = _escaped(f"{drawing['caption']}: {drawing['description']}")
    size = f"0 0 {drawing['width']} {drawing['height']}"
    # As an XML document of its own the page's parser wants the namespace.
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" role="img"'
    return f'{opening} aria-label="{told}">{"".join(_shapes(drawing))}</svg>'


def _shapes(drawing: Drawing) -> Iterator[str]:
    left, right, base = drawing["left"], drawing["right"], drawing["base"]
    for tick in drawing["y_ticks"]:
        at = tick["at"]
        yield _line("grid", left, right, at, at)
        yield _text("tick", tick["label"], (left - 8, at), "end")
    for tick in drawing["x_ticks"]:
        yield _text("tick", tick["label"], (tick["at"], base + 20), "middle")
    yield _text("axis", drawing["y_title"], (left, 18), "start")
    yield _text("axis", drawing["x_title"], (right, base + 40), "end")
    for points in drawing["lines"]:
        yield f'<polyline class="chart__line" points="{points}"/>'
    # A label of several would hide one another: a pointer shows them, the text alternative has all.
    alone = len(drawing["marks"]) == 1
    for mark in drawing["marks"]:
        x, label = mark["x"], mark["label"]
        if alone:
            yield _line("drop", x, x, drawing["top"] - 6, base)
        title = "" if alone else f"<title>{_escaped(label)}</title>"
        for y in mark["ys"]:
            yield f'<circle class="chart__point" cx="{x}" cy="{y}" r="5">{title}</circle>'
        if alone:
            yield _text("mark", label, (x, drawing["top"] - 11), _anchor(Decimal(x), left, right))


def _anchor(x: Decimal, left: int, right: int) -> str:
    if right - x < _ROOM:
        return "end"
    return "start" if x - left < _ROOM else "middle"


def _line(of: str, x1: object, x2: object, y1: object, y2: object) -> str:
    return f'<line class="chart__{of}" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}"/>'


def _text(of: str, text: str, place: tuple[object, object], anchor: str) -> str:
    x, y = place
    # Beside a grid line, in the middle of its height.
    middle = ' dominant-baseline="middle"' if anchor == "end" and of == "tick" else ""
    where = f'x="{x}" y="{y}" text-anchor="{anchor}"{middle}'
    return f'<text class="chart__{of}" {where}>{_escaped(text)}</text>'


def _escaped(text: str) -> str:
    # The module html would bring a table of 2,000 names with it.
    for mark, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(mark, name)
    return text
