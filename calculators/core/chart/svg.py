"""A drawing as SVG: the only place that knows how a chart looks, for the build and for the page."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from calculators.core.chart.drawing import Drawing
from calculators.core.chart.picture import WIDTH, Mark, Strip

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


# As high as a bar, or the line of a timeline with its signs.
_BAR = 34
# A piece that is narrower has no room for its number.
_NUMBER = 18


def strip_svg(strip: Strip) -> str:
    """The ``<svg>`` of a bar, a line or tiers.

    The text alternative of tiers says all of it; the marks of the others are listed below them.
    """
    marks, kind = strip["marks"], strip["kind"]
    height = 92 if kind == "tiers" else _BAR
    told = f"{strip['caption']}: {strip['description']}" if kind == "tiers" else strip["caption"]
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
    shapes = _tier_boxes(marks) if kind == "tiers" else _numbered(marks, kind)
    return f'{opening} aria-label="{_escaped(told)}">{"".join(shapes)}</svg>'


def _tier_boxes(marks: Sequence[Mark]) -> Iterator[str]:
    for mark in marks:
        middle = mark["x"] + mark["width"] // 2
        yield _box(f"tier chart__{mark['kind']}", mark["x"] + 2, 4, mark["width"] - 4, 64)
        yield _text("amount", mark["text"], (middle, 32), "middle")
        yield _text("tick", mark["label"], (middle, 54), "middle")
        if mark["kind"] == "here":
            yield f'<path class="chart__pointer" d="M{middle - 9} 88h18l-9-14z"/>'


def _numbered(marks: Sequence[Mark], kind: str) -> Iterator[str]:
    if kind == "timeline":
        yield _line("time", 0, WIDTH, _BAR // 2, _BAR // 2)
    for number, mark in enumerate(marks, start=1):
        if kind == "timeline":
            yield from _sign(mark, number, mark["x"], _BAR // 2)
            continue
        x, width = mark["x"], mark["width"]
        yield _box(f"part chart__part--no-{number}", x + 1, 0, max(width - 2, 2), _BAR)
        if width > _NUMBER:
            yield _text("number", str(number), (x + width // 2, _BAR // 2 + 5), "middle")


def _sign(mark: Mark, number: int, x: int, y: int) -> Iterator[str]:
    """What happened is round, a limit square, now stands on its point."""
    of = f"sign chart__{mark['kind']}"
    if mark["kind"] == "happened":
        yield f'<circle class="chart__{of}" cx="{x}" cy="{y}" r="10"/>'
    elif mark["kind"] == "due":
        yield _box(of, x - 10, y - 10, 20, 20)
    else:
        yield f'<path class="chart__{of}" d="M{x} {y - 12}l12 12l-12 12l-12 -12z"/>'
    yield _text("number", str(number), (x, y + 5), "middle")


def _box(of: str, x: int, y: int, width: int, height: int) -> str:
    size = f'width="{width}" height="{height}"'
    return f'<rect class="chart__{of}" x="{x}" y="{y}" {size} rx="4"/>'
