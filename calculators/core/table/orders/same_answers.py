"""Orders whose rows differ in what decides nothing: each row on its own has the same answer.

Sub-orders may leave minutes apart, and a gift may have been promised for another day.
"""

from array import array
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from calculators.core.answers import OutputValue
from calculators.core.inputs.dates import CHINA, read_time
from calculators.core.inputs.errors import ValidationError
from calculators.core.outcome.output_types import Output
from calculators.core.table.names import ON
from calculators.core.table.orders.groups import Groups
from calculators.core.table.orders.told_below import ToldBelow
from calculators.core.table.row_answers import RowAnswers
from calculators.core.table.row_inputs import Parsed

_SEVERAL = -1
_START, _NEVER = datetime(2, 1, 1, tzinfo=CHINA), 0x7FFFFFFFFFFFFFFF
_PRINTS = 0x7FFFFFFFFFFFFFFF


class SameAnswers:
    """Answers the rows of orders that differ, one by one: some bytes an order of several rows.

    ``of_order`` are the inputs that hold for an order in whichever of its rows they stand. With
    the ``awaited`` output of the ``outputs`` its rows may have other moments, and deadlines that
    follow from them, but for that the same inputs, state and amounts: the earliest answers.
    """

    def __init__(
        self,
        groups: Groups,
        answers: RowAnswers,
        of_order: Sequence[str],
        outputs: Mapping[str, Output],
        awaited: str,
    ) -> None:
        self._groups = groups
        self._answers = answers
        self._awaited = awaited
        self._moments = [name for name, each in outputs.items() if _follows_moments(each)]
        # What the rows of each order say, whatever their moments.
        self._said = array("q", bytes(8 * groups.size)) if awaited else None
        self._earliest = array("q", bytes(8 * groups.size)) if awaited else array("q")
        self._of_earliest: dict[str, ToldBelow] = {}
        self._told = {name: ToldBelow(groups.size) for name in of_order}
        self._found = array("q", bytes(8 * groups.size))

    def see(
        self, at: int, own: Sequence[str], parsed: Parsed, rules_day: object, *, shipped: bool | str
    ) -> None:
        """One more row of the order at a place; ``parsed`` has what all its rows add up to.

        ``rules_day`` is the day that stands in the row, if any.
        """
        if self._found[at] == _SEVERAL:
            return
        told = self._groups.told_below(at) | self._above(at)
        on = None if isinstance(rules_day, date) else told.get(ON)
        missing = {name: told[name] for name in parsed if parsed[name] is None and name in told}
        values = parsed | missing
        if not self._agrees(at, [rules_day if on is None else on, *values.values()]):
            self._found[at] = _SEVERAL
            return
        try:
            outputs = self._answers.answer(own, values, shipped=shipped, on=on).outputs
        except ValidationError:
            self._found[at] = _SEVERAL
            return
        self._keep(at, parsed | {ON: rules_day})
        if self._awaited:
            self._see_awaited(at, outputs[self._awaited], values)
            # Of a deadline no more than whether it runs.
            outputs = {**outputs, **{name: outputs[name] is None for name in self._moments}}
        kept = _print(list(outputs.values()))
        self._found[at] = kept if self._found[at] in {0, kept} else _SEVERAL

    def _see_awaited(self, at: int, awaited: OutputValue, values: Parsed) -> None:
        """Keep the moments of a row that stands below another, and awaits something earlier."""
        by = _NEVER if awaited is None else _seconds(read_time(str(awaited)))
        before = self._earliest[at]
        if not before or by < before:
            self._earliest[at] = by
        if before and by < before:
            for name, value in values.items():
                if isinstance(value, datetime):
                    told = self._of_earliest.setdefault(name, ToldBelow(self._groups.size))
                    told.keep(at, value)

    def _agrees(self, at: int, values: Sequence[Any]) -> bool:
        """Whether a row says the same as those above it, as far as that is asked."""
        if self._said is None:
            return True
        said = _print([_but_for_moments(each) for each in values])
        self._said[at] = self._said[at] or said
        return self._said[at] == said

    def settle(self) -> None:
        """Tell the groups which orders have one answer."""
        alike = bytearray(found > 0 for found in self._found)
        self._groups.take_alike(alike, self._of_earliest)

    def _above(self, at: int) -> dict[str, date]:
        found = ((name, told.of(at)) for name, told in self._told.items())
        return {name: value for name, value in found if value is not None}

    def _keep(self, at: int, values: Mapping[str, Any]) -> None:
        for name, told in self._told.items():
            if isinstance(value := values.get(name), date) and told.of(at) is None:
                told.keep(at, value)


def _print(values: Sequence[Any]) -> int:
    """What tells values from others; never 0."""
    return hash(repr(values)) & _PRINTS or 1


def _but_for_moments(value: Any) -> Any:
    return True if isinstance(value, datetime) else value


def _seconds(moment: datetime) -> int:
    return (moment - _START) // timedelta(seconds=1)


def _follows_moments(output: Output) -> bool:
    """Whether an output says when, or how long until then."""
    return not (output.choices or output.adds_up)
