"""The kinds of input field: what each accepts, refuses, and how it writes a value again."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, override

from calculators.core.moments import read_date, read_time, within_reach
from calculators.core.money import read_money
from calculators.core.refusal import Refused
from calculators.core.typed import items_of, plain

# The largest count that JavaScript, too, holds exactly with room to spare.
LARGEST_COUNT = 999_999_999_999

_INTEGER = re.compile(r"^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)$", re.ASCII)


class Field:
    """One input.

    ``optional``: empty reads as ``None``. ``default_rule``: empty reads as the value of that
    rule of the calculator. ``default``: empty reads as this text. Otherwise empty is refused
    as ``required``. ``follows`` names the field whose value this one must not be below.
    ``needed_when`` names a field and its value, as it is typed, with which an optional field is
    required after all.

    Plain classes on purpose: as dataclasses they took a third of the calculators' start in a
    browser, where each generated method is compiled anew.
    """

    kind: ClassVar[str]

    def __init__(
        self,
        *,
        optional: bool = False,
        default: str | None = None,
        default_rule: str | None = None,
        follows: str | None = None,
        needed_when: tuple[str, str] | None = None,
    ) -> None:
        self.optional = optional
        self.default = default
        self.default_rule = default_rule
        self.follows = follows
        self.needed_when = needed_when

    def read(self, text: str) -> Any:
        """The value of a text that is not empty; raises :class:`Refused`."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """The text that reads as ``value`` again."""
        return str(value)


class MoneyField(Field):
    """An amount in yuan, as :class:`~decimal.Decimal` with two decimals."""

    kind = "money"

    @override
    def read(self, text: str) -> Decimal:
        return read_money(text)


class IntegerField(Field):
    """A whole number from ``minimum`` to ``maximum``."""

    kind = "integer"

    def __init__(self, *, minimum: int = 0, maximum: int = LARGEST_COUNT, **common: Any) -> None:
        super().__init__(**common)
        self.minimum = minimum
        self.maximum = maximum

    @override
    def read(self, text: str) -> int:
        text = plain(text)
        if not _INTEGER.match(text):
            raise Refused("not_an_integer")
        digits = text.replace(",", "").lstrip("-").lstrip("0") or "0"
        # int() refuses texts of thousands of digits with an error of its own.
        value = int(digits) if len(digits) <= len(str(LARGEST_COUNT)) else LARGEST_COUNT + 1
        if text.startswith("-"):
            value = -value
        if value < self.minimum:
            raise Refused("below_minimum", minimum=self.minimum)
        if value > self.maximum:
            raise Refused("above_maximum", maximum=self.maximum)
        return value


class PositiveIntegerField(IntegerField):
    """A whole number from 1, as a rule of the platform asks: one code for everything else."""

    kind = "positive_integer"

    def __init__(self, **common: Any) -> None:
        super().__init__(minimum=1, **common)

    @override
    def read(self, text: str) -> int:
        try:
            return super().read(text)
        except Refused:
            raise Refused("not_positive_integer") from None


class MoneyListField(Field):
    """Amounts in yuan, separated by new lines, semicolons, ``、`` or commas; at least one."""

    kind = "money_list"

    _STRONG: ClassVar[re.Pattern[str]] = re.compile(r"[\n\r;、]")
    # A comma between one to three digits and just three more may also be a thousands mark.
    _AMBIGUOUS: ClassVar[re.Pattern[str]] = re.compile(r"(?<![\d.])\d{1,3},\d{3}(?!\d)", re.ASCII)

    @override
    def read(self, text: str) -> tuple[Decimal, ...]:
        pieces: list[str] = []
        for chunk in self._STRONG.split(plain(text)):
            if self._AMBIGUOUS.search(chunk):
                raise Refused("ambiguous_comma", text=chunk.strip())
            pieces += [piece.strip() for piece in chunk.split(",") if piece.strip()]
        if not pieces:
            raise Refused("required")
        return tuple(self._read_item(number, piece) for number, piece in enumerate(pieces, start=1))

    @override
    def write(self, value: Sequence[Decimal]) -> str:
        return ";".join(map(str, value))

    @staticmethod
    def _read_item(number: int, piece: str) -> Decimal:
        try:
            return read_money(piece)
        except Refused as refused:
            raise Refused(refused.code, item=number, **refused.values) from None


class _Offering(Field):
    """Offers a few ids."""

    def __init__(self, *choices: str, **common: Any) -> None:
        super().__init__(**common)
        self.choices = choices


class ChoiceField(_Offering):
    """One of a few ids."""

    kind = "choice"

    @override
    def read(self, text: str) -> str:
        text = plain(text)
        if text not in self.choices:
            raise Refused("not_a_choice", choices=self.choices)
        return text


class ChoiceListField(_Offering):
    """One or more of a few ids, separated as amounts in a list are."""

    kind = "choice_list"

    @override
    def read(self, text: str) -> tuple[str, ...]:
        items = items_of(plain(text))
        if not items:
            raise Refused("required")
        if not set(items) <= set(self.choices):
            raise Refused("not_a_choice", choices=self.choices)
        return tuple(items)

    @override
    def write(self, value: Sequence[str]) -> str:
        return ";".join(value)


class YesNoField(Field):
    """``yes`` or ``no``, as a bool."""

    kind = "yes_no"
    choices: ClassVar[tuple[str, ...]] = ("yes", "no")

    @override
    def read(self, text: str) -> bool:
        text = plain(text)
        if text not in self.choices:
            raise Refused("not_a_choice", choices=self.choices)
        return text == "yes"

    @override
    def write(self, value: bool) -> str:
        return "yes" if value else "no"


class DateField(Field):
    """A day, ``2026-11-21``, on Douyin's clock."""

    kind = "date"

    @override
    def read(self, text: str) -> date:
        return within_reach(read_date(text), "not_a_date")


class MonthField(Field):
    """A month, ``2026-07``, as its first day."""

    kind = "month"

    @override
    def read(self, text: str) -> date:
        return within_reach(read_date(f"{plain(text)}-01"), "not_a_date")

    @override
    def write(self, value: date) -> str:
        return value.strftime("%Y-%m")


class TimeField(Field):
    """A minute, ``2026-11-21 09:30``, on Douyin's clock."""

    kind = "time"

    @override
    def read(self, text: str) -> datetime:
        return within_reach(read_time(text), "not_a_time")

    @override
    def write(self, value: datetime) -> str:
        return value.strftime("%Y-%m-%d %H:%M")
