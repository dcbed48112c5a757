"""What orders come to by the formula that may have held on their day already, in all."""

from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import exact_amount, sentence


class Perhaps:
    """Adds up the outputs ``names`` by both formulas; ``label`` gives what a sum is called."""

    def __init__(self, names: Collection[str], label: Callable[[str], str]) -> None:
        self._label = label
        self._count = self._unknown = 0
        self._sums = dict.fromkeys(names, Decimal(0))
        self._others = dict.fromkeys(names, Decimal(0))

    def count(self, outputs: Any, perhaps: tuple[Any, ...]) -> None:
        """One order that counts: its ``outputs``, and the amounts by the other formula, if any."""
        if not perhaps:
            self._unknown += 1
            return
        self._count += 1
        for name in self._sums:
            # Of many orders nothing is taken.
            if amount := getattr(outputs, name):
                self._sums[name] += amount
            if amount := getattr(perhaps[0], name):
                self._others[name] += amount

    def told(self, texts: Texts) -> Iterator[str]:
        """The sentences, none where no other formula may have held."""
        if self._count:
            values = {
                "count": self._count,
                "figures": self._listed(self._sums, texts),
                "others": self._listed(self._others, texts),
            }
            yield sentence(texts, "former", "perhaps_orders", values=values)
        if self._unknown:
            values = {"count": self._unknown}
            yield sentence(texts, "former", "perhaps_unknown", values=values)

    def _listed(self, sums: Mapping[str, Decimal], texts: Texts) -> str:
        amounts = (
            texts.get("former", "figure").format(
                label=self._label(name), value=exact_amount(total, texts)
            )
            for name, total in sums.items()
        )
        return texts.get("words", "separator").join(amounts)
