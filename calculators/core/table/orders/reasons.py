"""Why the row of an order, or an order of several rows, has no answer, in the reader's words."""

from decimal import Decimal

from calculators.core.definition import Definition
from calculators.core.inputs.errors import ErrorDetails, ValidationError
from calculators.core.inputs.normalising import quoted
from calculators.core.output.errors import error_in_words, error_text
from calculators.core.table import cells
from calculators.core.table.orders.groups import OF_ROWS, Groups
from calculators.core.table.orders.where_amounts_stand import is_empty
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence


class Reasons:
    """Words them; ``in_words``: for readers, to whom inputs have their labels, and no ids."""

    def __init__(self, definition: Definition, texts: Texts, *, in_words: bool) -> None:
        self._definition = definition
        self._texts = texts
        self._in_words = in_words

    def of_inputs(self, invalid: ValidationError) -> str:
        """What is wrong with the inputs of a row."""
        return self._texts.get("words", "clauses").join(map(self._of, invalid.errors))

    def of_formula(self, column: str) -> str:
        """A cell is a formula without its result, in a ``column`` that need be no input."""
        return self._of(ErrorDetails(column, cells.FORMULA))

    def of_currency(self, currency: str) -> str:
        """The row is in another ``currency``."""
        return self._said("other_currency", currency=quoted(currency))

    def of_part(self, order: str) -> str:
        """A part of an ``order``, undone or not, has no amount."""
        return self._said("part_without_amount", order=order)

    def of_group(self, groups: Groups, at: int, total: Decimal) -> str:
        """Why an order of several rows that come to a ``total`` has none; empty where it may."""
        if groups.amounts_differ(at):
            return self._texts.get("orders", "items_differ")
        if names := groups.differing(at):
            labels = tuple(self._texts.get("fields", name, "name") for name in names)
            return self._said("differing", names=labels)
        unreadable = groups.unreadable(at)
        return self._unreadable(*unreadable, total) if unreadable else ""

    def _unreadable(self, row: int, why: ErrorDetails, total: Decimal) -> str:
        """One ``row`` has no amount; others have ``total``."""
        if is_empty(why) and total:
            return self._said("without_amount", row=row)
        reason = self._texts.get("errors", why.code) if why in OF_ROWS else self._of(why)
        return self._said("unreadable", row=row, reason=reason)

    def _of(self, error: ErrorDetails) -> str:
        if error.code == cells.FORMULA and self._texts.has("besides", error.field):
            # A column that is no input.
            values = {"name": self._texts.get("besides", error.field)}
            return sentence(self._texts, "errors", error.code, values=values)
        if self._in_words:
            return error_in_words(self._texts, self._definition.inputs, error)
        return error_text(self._texts, error)

    def _said(self, code: str, **values: object) -> str:
        return sentence(self._texts, "orders", code, values=values)
