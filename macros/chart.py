"""A line chart of one output against one input, computed while the site is built, as inline SVG."""

from dataclasses import dataclass
from decimal import Decimal

from calculators import evaluate
from calculators.core.fields import fields_of
from calculators.core.wording import amount, number
from macros.calculators_used import known
from macros.pages import render, words

WIDTH, HEIGHT = 640, 300
LEFT, RIGHT, TOP, BOTTOM = 60, 24, 34, 48


@dataclass(frozen=True)
class Point:
    """Where a computed point is drawn, and how it is labelled."""

    x: float
    y: float
    label: str


def chart(calculator: str, output: str, *, over: str, points: list[str], lang: str) -> str:
    """``output`` of ``calculator`` at each of ``points`` of the input ``over`` (both in yuan)."""
    definition = known(calculator)
    texts = definition.texts(lang)
    field = fields_of(definition.inputs)[over]
    xs = [field.read(point) for point in points]
    ys = [Decimal(evaluate(calculator, {over: point}, lang)["outputs"][output]) for point in points]
    widest, highest = max(xs), max(ys)
    drawn = [
        Point(_x(x, widest), _y(y, highest), _label(amount(x, texts), amount(y, texts), lang))
        for x, y in zip(xs, ys, strict=True)
    ]
    caption = words(lang)["chart"]["caption"].format(
        output=texts.get("outputs", output, "label"), input=texts.get("fields", over, "label")
    )
    return render(
        "chart.html",
        id=f"{calculator}-{output}-chart",
        width=WIDTH,
        height=HEIGHT,
        base=HEIGHT - BOTTOM,
        left=LEFT,
        right=WIDTH - RIGHT,
        caption=caption,
        description=words(lang)["examples"]["separator"].join(each.label for each in drawn),
        points=drawn,
        path=" ".join(f"{each.x:.1f},{each.y:.1f}" for each in drawn),
        x_ticks=[(f"{_x(tick, widest):.1f}", number(tick)) for tick in _ticks(widest)],
        y_ticks=[(f"{_y(tick, highest):.1f}", number(tick)) for tick in _ticks(highest)],
        x_title=_axis(texts.get("fields", over, "label"), lang),
        y_title=_axis(texts.get("outputs", output, "label"), lang),
    )


def _x(value: Decimal, widest: Decimal) -> float:
    return LEFT + float(value / widest) * (WIDTH - LEFT - RIGHT)


def _y(value: Decimal, highest: Decimal) -> float:
    return HEIGHT - BOTTOM - float(value / highest) * (HEIGHT - TOP - BOTTOM)


def _ticks(largest: Decimal) -> list[Decimal]:
    """Four round steps or so from 0 to ``largest``."""
    step = Decimal(10) ** (largest.adjusted())
    while largest / step < 3:  # noqa: PLR2004 (fewer than three steps tell little)
        step /= 2
    return [step * i for i in range(int(largest / step) + 1)]


def _axis(label: str, lang: str) -> str:
    return str(words(lang)["chart"]["axis"].format(label=label))


def _label(x: str, y: str, lang: str) -> str:
    return str(words(lang)["chart"]["point"].format(x=x, y=y))
