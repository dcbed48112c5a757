"""How sure a value is on a day: computed from its sources, never typed.

The rule stands in words on the page about sources (``docs/*/reference/sources.md``).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, get_args

from calculators.core.rules.sources import Source

type Confidence = Literal["high", "medium-high", "medium", "medium-low", "low", "assumption"]
CONFIDENCE: tuple[Confidence, ...] = get_args(Confidence.__value__)

# What a text is worth that says it in words on that very day: steps above the lowest level.
_WORTH = {"law": 4, "text": 4, "notice": 3, "press": 3}
# A repost may have changed what it repeats; reposts that agree make up for part of that.
_REPOST, _AGREEING = 2, 3
# After so many days without a look, one step less, then another.
_AGES = (30, 365, 4 * 365)


def confidence(
    sources: Sequence[Source], on: date, *, against: int = 0, inferred: bool = False
) -> Confidence:
    """How sure a value resting on ``sources`` is on the day ``on``.

    ``against``: how many sources say otherwise; ``inferred``: none says it in so many words. The
    best source counts; a step less for an announcement than for a text in force, two for a repost,
    one each for 30 days, a year and four years outside the days for which it speaks.
    """
    saying = [each for each in sources if each.kind in _WORTH]
    if not saying:
        return CONFIDENCE[-1]
    steps = max(worth(each, on) for each in saying)
    if all(each.seen == "repost" for each in saying):
        steps += len({each.publisher for each in saying}) >= _AGREEING
    steps -= (against > 0) + inferred
    levels = CONFIDENCE[:-1]
    return levels[len(levels) - 1 - min(max(steps, 0), len(levels) - 1)]


def best_first(sources: Iterable[Source], on: date) -> list[Source]:
    """The sources that say most about the day ``on`` first, the newest of them first."""
    return sorted(sources, key=lambda each: (worth(each, on), each.speaks), reverse=True)


def worth(source: Source, on: date) -> int:
    """What one source is worth on a day, in steps above the lowest level; 0 or less: nothing."""
    first, last = source.speaks
    away = max((on - last).days, (first - on).days)
    return (
        _WORTH.get(source.kind, 0)
        - (_REPOST if source.seen == "repost" else 0)
        - sum(away > age for age in _AGES)
    )
