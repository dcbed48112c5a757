"""The types of output: all that is particular to one stands in its class."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, ClassVar, override

from calculators.core.answers import Tone
from calculators.core.inputs.dates import read_date, read_time
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import exact_amount, in_words

_NO_TONES: Mapping[str, Tone] = MappingProxyType({})


class Output:
    """One output: how it is said, compared, totalled in a file, put into a calendar.

    The ``headline`` is first and large. ``up_to`` names the output that ends a range: both are
    shown as one line. ``over`` names the input that it is drawn over in a chart. A ``deadline`` is
    a day or minute that belongs in a calendar. ``choices`` are the ids that it may be. ``tones``
    says by value what that means for the merchant; a value that is not among them is neutral.

    Values stand as in an answer: an amount is a text.
    """

    kind: ClassVar[str]
    # In a file: whether the values of all orders add up, whether orders are counted by value, and
    # whether a value stays as it is in words, because a spreadsheet is to count on with it.
    adds_up: ClassVar[bool] = False
    is_counted: ClassVar[bool] = False
    is_figure: ClassVar[bool] = False
    # Which words say a range.
    span: ClassVar[str] = "span"

    def __init__(
        self,
        *choices: str,
        headline: bool = False,
        up_to: str | None = None,
        over: str | None = None,
        deadline: bool = False,
        tones: Mapping[str, Tone] = _NO_TONES,
    ) -> None:
        self.choices = choices
        self.headline = headline
        self.up_to = up_to
        self.over = over
        self.deadline = deadline
        self.tones = tones

    def said(self, name: str, value: Any, texts: Texts) -> str:
        """The ``value`` of the output ``name`` as people read it: ``27.00 元``, ``是``."""
        return (
            texts.get("outputs", name, "none") if value is None else self._said(name, value, texts)
        )

    def _said(self, name: str, value: Any, texts: Texts) -> str:
        del name  # for what has words of its own
        return in_words(value, texts)

    def change(self, first: Any, second: Any, texts: Texts) -> str | None:
        """How much more ``second`` is, in words; ``None`` where that says nothing."""
        del first, second, texts
        return None

    def when(self, value: str) -> date:
        """A deadline's day, or its minute as a :class:`~datetime.datetime`."""
        raise NotImplementedError


class MoneyOutput(Output):
    """An amount in yuan."""

    kind = "money"
    adds_up = is_figure = True
    span = "span_amounts"

    @override
    def _said(self, name: str, value: str, texts: Texts) -> str:
        return exact_amount(Decimal(value), texts)

    @override
    def change(self, first: str, second: str, texts: Texts) -> str:
        more = Decimal(second) - Decimal(first)
        return f"{'+' if more > 0 else ''}{exact_amount(more, texts)}"


class PercentOutput(Output):
    """A share as its number of per cent."""

    kind = "percent"
    is_figure = True

    @override
    def _said(self, name: str, value: str, texts: Texts) -> str:
        return f"{value}%"


class IntegerOutput(Output):
    """A whole number."""

    kind = "integer"
    is_figure = True

    @override
    def change(self, first: int, second: int, texts: Texts) -> str:
        return f"{second - first:+,}"


class YesNoOutput(Output):
    """``yes`` or ``no``."""

    kind = "yes_no"
    is_counted = True

    @override
    def _said(self, name: str, value: str, texts: Texts) -> str:
        return texts.get("words", value)


class ChoiceOutput(Output):
    """One of a few ids."""

    kind = "choice"
    is_counted = True

    @override
    def _said(self, name: str, value: str, texts: Texts) -> str:
        return texts.get("outputs", name, "choices", value)


class CodesOutput(Output):
    """Any number of a few ids."""

    kind = "codes"

    @override
    def _said(self, name: str, value: Sequence[str], texts: Texts) -> str:
        words = (texts.get("outputs", name, "choices", code) for code in value)
        return texts.get("words", "clauses").join(words) or texts.get("words", "nothing")


class DateOutput(Output):
    """A day."""

    kind = "date"
    is_figure = True

    @override
    def change(self, first: str, second: str, texts: Texts) -> str:
        days = (date.fromisoformat(second) - date.fromisoformat(first)).days
        unit = "units_one" if days in (1, -1) else "units"
        return texts.get(unit, "days").format(value=f"{days:+,}")

    @override
    def when(self, value: str) -> date:
        return read_date(value)


class TimeOutput(Output):
    """A minute."""

    kind = "time"
    is_figure = True

    @override
    def when(self, value: str) -> datetime:
        return read_time(value)
