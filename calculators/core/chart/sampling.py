"""A curve as few points: dense where it bends or jumps, and only there."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import pairwise

from calculators.core.arithmetic.money import FEN

type Point = tuple[Decimal, Decimal]

# Equal parts to begin with: a bend hides between two points only if both ends look straight.
_PARTS = 16
# How far a curve may be from its drawing, as parts of its height: when looking for a bend, and in
# the end, where a line is thick enough to hide it.
_SEARCHED, _SEEN = 2000, 400


def sample(
    curve: Callable[[Decimal], Decimal], top: Decimal, unit: Decimal, bends: Iterable[Decimal]
) -> list[Point]:
    """Points of ``curve`` from 0 to ``top``, whose straight connections are the curve.

    ``unit`` is the smallest step of the input: a jump is found to within one. ``bends`` are
    values where a bend is likely.
    """
    parts = {(top * part / _PARTS).quantize(unit) for part in range(_PARTS + 1)}
    start = sorted(parts | {bend for bend in bends if bend < top})
    points = [(x, curve(x)) for x in start]
    height = max(y for _, y in points) - min(y for _, y in points)
    found = points[:1]
    for left, right in pairwise(points):
        found += [*_between(curve, left, right, unit, max(height / _SEARCHED, FEN)), right]
    return _corners(found, max(height / _SEEN, FEN))


def _between(
    curve: Callable[[Decimal], Decimal], left: Point, right: Point, unit: Decimal, near: Decimal
) -> list[Point]:
    """Points between two neighbours, none where the curve runs straight."""
    middle = ((left[0] + right[0]) / 2).quantize(unit)
    if middle in (left[0], right[0]):
        return []
    point = (middle, curve(middle))
    if abs(point[1] - _straight(left, right, middle)) <= near:
        return []
    return [
        *_between(curve, left, point, unit, near),
        point,
        *_between(curve, point, right, unit, near),
    ]


def _corners(points: list[Point], near: Decimal) -> list[Point]:
    """``points`` without those that lie on the line between the last kept and the next."""
    kept = [0]
    for at in range(1, len(points) - 1):
        before, after = points[kept[-1]], points[at + 1]
        passed = points[kept[-1] + 1 : at + 1]
        if any(abs(y - _straight(before, after, x)) > near for x, y in passed):
            kept.append(at)
    return [points[at] for at in [*kept, len(points) - 1]]


def _straight(left: Point, right: Point, x: Decimal) -> Decimal:
    return left[1] + (right[1] - left[1]) * (x - left[0]) / (right[0] - left[0])
