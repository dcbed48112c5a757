"""What a calculator declares to be drawn of its answers: ``PICTURE`` in its ``calculate.py``."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from calculators.core.outcome.outcome import Headline
from calculators.core.rules.dated_rules import Rules


class Parts(NamedTuple):
    """Amounts that make up a whole: names of outputs; of a range the one that begins it."""

    outputs: tuple[str, ...]


class Timeline(NamedTuple):
    """What happened and by when something has to: names of inputs and of outputs.

    ``present`` is the input that says when now is. What is not known, or does not run, is left out.
    """

    happened: tuple[str, ...]
    due: tuple[str, ...]
    present: str


class Tier(NamedTuple):
    """One of several amounts that may be taken, and whether the answer is this one.

    ``told`` says under ``[headlines]`` what it is for.
    """

    told: Headline
    amount: Decimal
    here: bool


class Tiers(NamedTuple):
    """The amounts side by side, as ``of`` finds them by inputs and rules; none: nothing to draw."""

    of: Callable[[Any, Rules], Sequence[Tier]]


type Picture = Parts | Timeline | Tiers
