"""How to tell: in which language, as of which day, about which calculators, how much."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators import CALCULATORS
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence
from tools.watch.held import Held
from tools.watch.resting import Resting, resting_on


@dataclass(frozen=True)
class Telling:
    """``cases`` asks for every example by name, not only for their number."""

    texts: Texts
    today: date
    calculators: tuple[str, ...] = CALCULATORS
    cases: bool = False

    @property
    def lang(self) -> str:
        """The language."""
        return self.texts.lang

    def say(self, *keys: str, **values: Any) -> str:
        """The sentence at the path ``keys``, with ``values``."""
        return sentence(self.texts, *keys, values=values)

    def resting_on(self, held: Held) -> Resting:
        """What rests on any version of a rule."""
        return resting_on(held.sources, self.today, self.calculators)
