"""Amounts in yuan, one or several."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import ClassVar, override

from calculators.core.arithmetic.money import FEN
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.money import read_money, read_usual_money
from calculators.core.inputs.normalising import bare, quoted
from calculators.core.inputs.words_for_nothing import is_no_amount
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import amount, exact_amount
from calculators.core.text.patterns import lazy_pattern

# Letters and digits that name a thing, however it is typed: no amount is written like this.
_NUMBER_OF_A_THING = lazy_pattern(r"\d{12,}", re.ASCII)


class MoneyField(Field):
    """An amount in yuan, as :class:`~decimal.Decimal` with two decimals."""

    kind = "money"
    input_mode = "decimal"
    is_amount = True
    in_yuan = True
    step = FEN

    @override
    def read(self, text: str) -> Decimal:
        return read_money(text)

    # Without a call in between, for a million cells.
    usual = staticmethod(read_usual_money)

    @override
    def said(self, name: str, written: str, texts: Texts) -> str:
        return exact_amount(self.read(written), texts)

    @override
    def typed(self, text: str) -> str:
        return text.removesuffix(".00")

    @override
    def is_empty(self, text: str) -> bool:
        return is_no_amount(text)

    @override
    def could_be(self, text: str) -> bool:
        return not _NUMBER_OF_A_THING.search(text)

    @override
    def point(self, value: Decimal, texts: Texts) -> str:
        return amount(value, texts)

    @override
    def axis(self, label: str, texts: Texts) -> str:
        return texts.get("chart", "axis").format(label=label)


class MoneyListField(Field):
    """Amounts in yuan, separated by new lines, semicolons, ``、`` or commas; at least one."""

    kind = "money_list"
    control = "textarea"  # number pads lack a key for new lines
    in_yuan = True

    _STRONG: ClassVar[re.Pattern[str]] = lazy_pattern(r"[\n\r;、]")
    # A comma between one to three digits and just three more may also be a thousands mark; and no
    # amount begins with a needless zero, so that 2,0000 is not 2 and 0.
    _AMBIGUOUS: ClassVar[re.Pattern[str]] = lazy_pattern(
        r"(?<![\d.])\d{1,3},\d{3}(?!\d)|\d[ ]*+,[ ]*+0\d", re.ASCII
    )

    @override
    def read(self, text: str) -> tuple[Decimal, ...]:
        pieces: list[str] = []
        for chunk in self._STRONG.split(bare(text)):
            if self._AMBIGUOUS.search(chunk):
                raise InputError("ambiguous_comma", text=quoted(chunk.strip()))
            pieces += [piece.strip() for piece in chunk.split(",") if piece.strip()]
        if not pieces:
            raise InputError("required")
        return tuple(self._read_item(number, piece) for number, piece in enumerate(pieces, start=1))

    @override
    def each_amount(self, text: str, convert: Callable[[str], str]) -> str:
        chunks = self._STRONG.split(bare(text))
        if any(map(self._AMBIGUOUS.search, chunks)):
            return text  # to be refused as it stands
        pieces = (piece for chunk in chunks for piece in chunk.split(",") if piece.strip())
        return ";".join(map(convert, pieces))

    @override
    def write(self, value: Sequence[Decimal]) -> str:
        return ";".join(map(str, value))

    @override
    def said(self, name: str, written: str, texts: Texts) -> str:
        amounts = (exact_amount(each, texts) for each in self.read(written))
        return texts.get("words", "separator").join(amounts)

    @override
    def is_empty(self, text: str) -> bool:
        return is_no_amount(text)

    @staticmethod
    def _read_item(number: int, piece: str) -> Decimal:
        try:
            return read_money(piece)
        except InputError as error:
            raise InputError(error.code, item=number, **error.values) from None
