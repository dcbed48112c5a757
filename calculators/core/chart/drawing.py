"""A chart as texts and places: what to draw where, for whoever draws."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypedDict

from calculators.core.chart.sampling import Point, sample
from calculators.core.chart.scale import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, Scale, ticks
from calculators.core.definition import Definition, Shape
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.parsing import read_inputs
from calculators.core.outcome.outputs import outputs_of
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import Span, in_words, number


class ChartMark(TypedDict):
    """A marked value of the input with its points, one for each line."""

    x: str
    ys: list[str]
    label: str


class ChartTick(TypedDict):
    """A round value along an edge."""

    at: str
    label: str


class Drawing(TypedDict):
    """A chart: edges and sizes in the drawing's own units, places as SVG takes them.

    A line is its points, ``x,y`` with blanks between them.
    """

    width: int
    height: int
    left: int
    right: int
    top: int
    base: int
    caption: str
    description: str
    lines: list[str]
    marks: list[ChartMark]
    x_ticks: list[ChartTick]
    y_ticks: list[ChartTick]
    x_title: str
    y_title: str


# A text alternative of more corners tells nobody anything.
_TOLD = 8
# From so many of a language's large units on, an amount is told in these.
_LARGE = 10


@dataclass(frozen=True)
class Chart:
    """The money output ``output``, with the one that ends its range, against the input ``over``.

    The other inputs stay as ``typed``; ``over`` is money or a whole number.
    """

    definition: Definition
    shape: Shape
    typed: Mapping[str, str | None]
    output: str
    over: str

    def draw(self, top: Decimal, marks: Sequence[Decimal], lang: str) -> Drawing | None:
        """From 0 to ``top``, with ``marks`` (values of the input) marked and labelled.

        ``None`` where there is nothing to see: an output that is nothing all the way.
        """
        texts = self.definition.texts(lang)
        if (step := self._over.step) is None:
            raise ValueError(f"{self.definition.id}: nothing can be drawn over {self.over!r}")
        lines = {name: sample(self._curve(name), top, step, self._bends) for name in self._ends}
        highest = max(y for points in lines.values() for _, y in points)
        if highest <= 0:
            return None
        scale = Scale(top, highest)
        marked = [(x, [self._curve(name)(x) for name in self._ends]) for x in marks]
        label = texts.get("outputs", self.output, "label")
        over = texts.get("fields", self.over, "label")
        caption = texts.get("chart", "caption").format(output=label, input=over)
        return {
            "width": WIDTH,
            "height": HEIGHT,
            "left": LEFT,
            "right": RIGHT,
            "top": TOP,
            "base": BOTTOM,
            "caption": caption + (texts.get("chart", "range") if len(lines) > 1 else ""),
            "description": self._told(lines[self._ends[-1]], marked, texts),
            "lines": [
                " ".join(",".join(scale.place(point)) for point in points)
                for points in reversed(lines.values())
            ],
            "marks": [
                {
                    "x": scale.x(x),
                    "ys": [scale.y(y) for y in reversed(ys)],
                    "label": self._pair(x, ys, texts),
                }
                for x, ys in marked
            ],
            "x_ticks": [{"at": scale.x(tick), "label": _short(tick, texts)} for tick in ticks(top)],
            "y_ticks": [
                {"at": scale.y(tick), "label": _short(tick, texts)} for tick in ticks(highest)
            ],
            "x_title": self._over.axis(over, texts),
            "y_title": _axis(label, texts),
        }

    @property
    def _ends(self) -> list[str]:
        up_to = outputs_of(self.definition.outputs)[self.output].up_to
        return [self.output, up_to] if up_to else [self.output]

    @property
    def _over(self) -> Field:
        return fields_of(self.definition.inputs)[self.over]

    @property
    def _bends(self) -> list[Decimal]:
        """Amounts that the rules name: tiers begin and end there."""
        if not self._over.is_amount:
            return []
        return [rule.value for rule in self.shape.rules if isinstance(rule.value, Decimal)]

    def _curve(self, name: str) -> Callable[[Decimal], Decimal]:
        def curve(x: Decimal) -> Decimal:
            typed = {**self.typed, self.over: str(x)}
            inputs = read_inputs(self.definition.inputs, typed, self.shape.rules)
            outcome = self.shape.outcome(inputs)
            return Decimal(getattr(outcome.outputs, name))

        return curve

    def _told(
        self,
        corners: Sequence[Point],
        marked: Sequence[tuple[Decimal, list[Decimal]]],
        texts: Texts,
    ) -> str:
        points = corners if len(corners) <= _TOLD else [corners[0], corners[-1]]
        told = {x: [y] for x, y in points} | dict(marked)
        pairs = (self._pair(x, ys, texts) for x, ys in sorted(told.items()))
        return texts.get("words", "clauses").join(pairs)

    def _pair(self, x: Decimal, ys: Sequence[Decimal], texts: Texts) -> str:
        over = self._over.point(x, texts)
        return texts.get("chart", "point").format(x=over, y=in_words(Span(ys[0], ys[-1]), texts))


def _short(value: Decimal, texts: Texts) -> str:
    """A value beside a tick, where there is little room: ``10 万``, ``100k``."""
    large = Decimal(texts.get("chart", "large_unit"))
    if value < large * _LARGE:
        return number(value)
    return texts.get("chart", "large").format(value=number(value / large))


def _axis(label: str, texts: Texts) -> str:
    return texts.get("chart", "axis").format(label=label)
