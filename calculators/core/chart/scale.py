"""Where a value stands in a drawing, and the round values along its edges."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from calculators.core.chart.sampling import Point

# About as wide as a phone shows it, so that its words stay readable there.
WIDTH, HEIGHT = 400, 250
LEFT, RIGHT, TOP, BOTTOM = 52, WIDTH - 20, 48, HEIGHT - 46

_MOST = 5
_PLACE = Decimal("0.1")


@dataclass(frozen=True)
class Scale:
    """From 0 to ``widest`` along the base, from 0 to ``highest`` upwards."""

    widest: Decimal
    highest: Decimal

    def x(self, value: Decimal) -> str:
        """How far from the left, as SVG takes it."""
        return str((LEFT + value / self.widest * (RIGHT - LEFT)).quantize(_PLACE))

    def y(self, value: Decimal) -> str:
        """How far from the top."""
        return str((BOTTOM - value / self.highest * (BOTTOM - TOP)).quantize(_PLACE))

    def place(self, point: Point) -> tuple[str, str]:
        """Both."""
        return self.x(point[0]), self.y(point[1])


def ticks(largest: Decimal) -> list[Decimal]:
    """Round steps from 0 to ``largest``, few enough to stand side by side on a phone."""
    for step in _round_steps(Decimal(10) ** (largest.adjusted() - 1)):
        if largest / step <= _MOST:
            return [step * at for at in range(int(largest / step) + 1)]
    raise AssertionError("ten times its own power of ten is above any number")


def _round_steps(power: Decimal) -> Iterator[Decimal]:
    for factor in ("1", "2", "5", "10", "20", "50", "100"):
        yield power * Decimal(factor)
