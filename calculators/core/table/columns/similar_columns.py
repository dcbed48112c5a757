"""Columns whose heading no list has, and that may hold a field all the same."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.table.columns.column_readings import ColumnReadings
from calculators.core.table.columns.days_to_choose import days_to_choose
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.of_payment import (
    PAID_AT,
    is_like_payment,
    is_of_balance,
)
from calculators.core.table.columns.of_promise import PROMISED_AT, is_like_promise
from calculators.core.table.columns.of_spans import is_like_span
from calculators.core.table.columns.shared import told_apart
from calculators.core.table.heading_keys import half_known
from calculators.core.table.names import (
    ON,
    known_headings,
    like_headings,
    likely_headings,
    names_of,
)

# When orders were promised, and when they were paid, is called by many names.
_LIKE = {PAID_AT: is_like_payment, PROMISED_AT: is_like_promise}
# Shorter names occur in too many others to suggest anything; Chinese says much in two characters.
_TELLING, _TELLING_IN_LETTERS = 2, 4


class SimilarColumns:
    """Finds them in one table; ``taken`` are the columns that surely hold something else."""

    def __init__(
        self,
        definition: Definition,
        layout: Layout,
        readings: ColumnReadings,
        keys: Sequence[str],
        taken: Collection[int],
    ) -> None:
        self._definition = definition
        self._layout = layout
        self._readings = readings
        self._keys = keys
        self._taken = taken

    def of_each(self, fields: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The columns that are like each of the ``fields`` and not rather another's, best first.

        Those of the day of the rules may be a moment's as well.
        """
        files = self._definition.files
        similar = {field: tuple(self._of(field)) for field in fields}
        unknown = {field for field, columns in similar.items() if not columns}
        only_with = files.only_with if files else {}
        idle = {field for field, other in only_with.items() if other in unknown}
        others = {field: columns for field, columns in similar.items() if field != ON}
        found = told_apart(others, self._is_likely, idle)
        if ON in similar:
            # What is called as an input may be is asked about as that.
            meant = {
                at for name, columns in found.items() for at in columns if self._is_likely(name, at)
            }
            days = [at for at in similar[ON] if at not in meant]
            found[ON] = days_to_choose(
                self._definition, self._layout, days, self._readings.rules_day
            )
        return found

    def _is_likely(self, field: str, at: int) -> bool:
        """Whether a column is called as a field may be, or has a word of such a heading."""
        heading, (likely, unlike) = self._keys[at], likely_headings(self._definition, field)
        if heading in likely or any(each in heading for each in unlike):
            return heading in likely
        return any(each in heading for each in like_headings(self._definition, field))

    def _of(self, field: str) -> Iterator[int]:
        """Columns whose heading contains a known name, or is contained in one.

        Not those of whose first cells none reads as the field, unless they are in another unit.
        """
        readings = self._readings
        if field != ON and fields_of(self._definition.inputs)[field].is_moment:
            found = list(self._of_moment(field))
            # Of a presale that one goes before the payment, and is of no other order.
            yield from [at for at in found if not is_of_balance(self._keys[at])] or found
            return
        names = known_headings(self._definition)[field]
        if field == ON:
            # An order's own day may be the day of the rules, whatever the column is called.
            names |= frozenset(names_of(self._definition, "dates"))
        likely, unlike = likely_headings(self._definition, field)
        telling = list(filter(_tells, names))
        of_anything = set(names_of(self._definition, "of_anything")) - likely
        for column, heading in enumerate(self._keys):
            if column in self._taken or heading in of_anything or not _tells(heading):
                continue
            similar = any(name in heading or _says_most_of(heading, name) for name in telling)
            is_likely = self._is_likely(field, column) or is_like_span(field, heading)
            if not is_likely and (not similar or any(each in heading for each in unlike)):
                continue
            other_unit = readings.is_in_another_unit(field, column)
            if other_unit or readings.read(field, column, each=False):
                yield column

    def _of_moment(self, field: str) -> Iterator[int]:
        """Other times are called alike: only what it is likely to be called, or has as a half."""
        names = known_headings(self._definition)[field]
        like = _LIKE.get(field)
        for at, heading in enumerate(self._keys):
            if at in self._taken:
                continue
            called = self._is_likely(field, at) or bool(like and like(heading))
            called = called or half_known(self._definition, self._layout.headings[at], names)
            if not called or not self._readings.read(field, at, each=False):
                continue
            if field != PAID_AT or self._readings.says_anything(field, at):
                yield at


def _says_most_of(heading: str, name: str) -> bool:
    """``时间`` may be short for ``发货时间``; ``订单`` is not for ``订单支付时间``."""
    return heading in name and 2 * len(heading) >= len(name)


def _tells(name: str) -> bool:
    return len(name) >= (_TELLING_IN_LETTERS if name.isascii() else _TELLING)
