"""The grade of a shop video, by ratings of one's own; advice from an article. K-15."""

from dataclasses import dataclass

from calculators.core.inputs.fields import choice_list
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules

RATINGS = ("good", "neutral", "poor")


@dataclass(frozen=True)
class Inputs:
    """One rating a dimension, in the reader's own order of dimensions; at least one."""

    ratings: tuple[str, ...] = choice_list(*RATINGS)


@dataclass(slots=True)
class Outputs:
    """The grade of the whole video."""

    grade: str = outputs.choice(
        "quality", "ordinary", "low", headline=True, quality="good", ordinary="wait", low="bad"
    )


def calculate(inputs: Inputs, rules: Rules) -> Outcome:  # noqa: ARG001 (no rule here has a figure)
    """One poor dimension makes it low; only good ones make it quality; else it is ordinary."""
    poor, neutral = _places(inputs, "poor"), _places(inputs, "neutral")
    if poor:
        grade = step("low", "low", places=poor)
    elif neutral:
        grade = step("ordinary", "ordinary", places=neutral)
    else:
        grade = step("quality", "quality")
    improve = (step("improve", "improve", places=neutral),) if poor and neutral else ()
    return Outcome(
        Outputs(grade.code),
        (step("no_platform_text", "no_platform_text"), _counted(inputs), grade, *improve),
        (warning("own_rating"), warning("standard_2025")),
        (excluded("dimensions"), excluded("traffic")),
    )


def _places(inputs: Inputs, rating: str) -> tuple[int, ...]:
    """Which dimensions have ``rating``, counted from one."""
    return tuple(place for place, each in enumerate(inputs.ratings, start=1) if each == rating)


def _counted(inputs: Inputs) -> Message:
    counts = {rating: inputs.ratings.count(rating) for rating in RATINGS}
    return step("counted", "rated", dimensions=len(inputs.ratings), **counts)
