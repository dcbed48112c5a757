"""Which column of a table holds which input, told by its heading and by what stands below it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from calculators.core.definition import Definition
from calculators.core.inputs.errors import accepts
from calculators.core.inputs.fields import fields_of
from calculators.core.table import cells
from calculators.core.table.columns.beside_inputs import (
    ORDER,
    beside_inputs,
    is_of_files,
    is_of_state,
)
from calculators.core.table.columns.column_readings import ColumnReadings, mostly
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.of_answers import columns_of_answers
from calculators.core.table.columns.of_flags import IN_STOCK, stock_columns
from calculators.core.table.columns.of_lateness import (
    IS_LATE,
    is_by_hours,
    lateness_columns,
    may_ask_for_delivery,
    may_ask_for_promise,
)
from calculators.core.table.columns.of_numbers import NumberColumns
from calculators.core.table.columns.of_payment import PAID_AT, is_of_balance
from calculators.core.table.columns.of_promise import (
    PROMISED_AT,
    PROMISED_HOURS,
    is_like_promise,
)
from calculators.core.table.columns.of_shipping import CLICK, shipping_columns
from calculators.core.table.columns.of_spans import is_like_span
from calculators.core.table.columns.of_states import StateColumns, state_columns
from calculators.core.table.columns.shared import shared
from calculators.core.table.columns.similar_columns import SimilarColumns
from calculators.core.table.names import (
    ON,
    columns_called,
    headings_alone,
    headings_of,
    known_headings,
    likely_headings,
    names_of,
)


@dataclass(frozen=True)
class Match:
    """The columns that may hold a field, best first.

    ``sure`` where there is just one by name, and its cells read as the field; ``proposed`` is the
    only one that is likely, with cells that read so and no other unit; else ``None``. ``same`` are
    further columns of the name that hold the same, as far as the first rows tell.
    """

    columns: tuple[int, ...]
    sure: bool
    proposed: int | None
    same: tuple[int, ...] = ()


@dataclass(frozen=True)
class Headings:
    """The headings of a table and its first rows, looked at for the inputs of one calculator."""

    definition: Definition
    layout: Layout
    from_1904: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings as they are written."""
        return self.layout.headings

    @cached_property
    def matches(self) -> Mapping[str, Match]:
        """For each field, and what a file knows besides, the columns that may hold it."""
        known = known_headings(self.definition)
        keys = self._keys
        named = {
            field: tuple(i for i, each in enumerate(keys) if each in names)
            for field, names in known.items()
        }
        asked = beside_inputs(self.definition)
        besides = {name: self._besides(name, keys) for name in asked}
        taken = {column for columns in named.values() for column in columns}
        taken |= {column for match in besides.values() for column in match.columns}
        others = SimilarColumns(self.definition, self.layout, self.readings, keys, taken)
        similar = others.of_each(field for field in known if not named[field])
        found = {field: self._match(field, named[field] or similar[field]) for field in known}
        inputs = [field for field in similar if field != ON]
        several = shared({field: similar[field] for field in inputs})
        for field in inputs:
            if not several.isdisjoint(found[field].columns):
                # Nobody but whoever asks knows which of them it is.
                found[field] = replace(found[field], proposed=None)
        self._take_days(found)
        if {PROMISED_AT, PROMISED_HOURS}.issubset(found):
            self._take_hours(found, named[PROMISED_AT], taken)
        promised = found[PROMISED_AT].columns if PROMISED_AT in found else ()
        self._propose_shipping(found, taken.union(promised))
        if IS_LATE in found:
            named_else = {at for name, each in named.items() if name != IS_LATE for at in each}
            found[IS_LATE] = self._lateness(found, named_else)
        if IN_STOCK in found and not named[IN_STOCK]:
            found[IN_STOCK] = self._stock(taken) or found[IN_STOCK]
        self._leave_spans(found)
        self._take_alone(found)
        return MappingProxyType(found | besides)

    def _stock(self, taken: Collection[int]) -> Match | None:
        """The columns that say whether goods are in stock; ``taken`` surely hold others."""
        columns, said = stock_columns(self.definition, self._keys, self.layout, taken)
        if not columns:
            return None
        sure = said and len(columns) == 1 and self.readings.read(IN_STOCK, columns[0], each=True)
        return Match(columns, sure=sure, proposed=columns[0] if sure else None)

    def _lateness(self, found: Mapping[str, Match], taken: Collection[int]) -> Match:
        """The columns that say whether orders were late; ``taken`` are of other inputs.

        Not what asks for other hours than were promised, or perhaps for the delivery, where the
        table tells more.
        """
        of_promise = [found[name] for name in (PROMISED_AT, PROMISED_HOURS) if name in found]
        files = self.definition.files
        shipped = any(found[name].sure for name in (files.shipped if files else ()))
        told = shipped and any(each.sure for each in of_promise)
        promised = any(each.columns for each in of_promise)
        late = tuple(
            at
            for at in lateness_columns(self._keys, self.layout, taken)
            if not (promised and is_by_hours(self._keys[at]))
            if not (told and may_ask_for_delivery(self._keys[at]))
        )
        alone = len(late) == 1
        sure = alone and not may_ask_for_promise(self._keys[late[0]])
        return Match(late, sure=sure, proposed=late[0] if alone else None)

    def _take_alone(self, found: dict[str, Match]) -> None:
        """What one platform calls so is taken where no other column may be meant.

        So is when the rest of presales was paid, where that stands in each of the first rows.
        """
        for name, match in found.items():
            if match.sure or match.proposed is None or len(match.columns) != 1:
                continue
            heading = self._keys[match.proposed]
            known = heading in headings_alone(self.definition, name)
            if name == PAID_AT and is_of_balance(heading):
                known = all(map(cells.bare, self.layout.cells_of(match.proposed)))
            if known:
                found[name] = replace(match, sure=True)

    def _leave_spans(self, found: dict[str, Match]) -> None:
        """Days under a heading that is only like one are not asked for where moments tell more."""
        files = self.definition.files
        if not files:
            return
        for name, moments in files.instead.items():
            sure = all(found[each].sure for each in {*moments, PAID_AT} & found.keys())
            if name in files.until_now:
                sure = sure and any(found[each].sure for each in files.shipped)
            likely, _ = likely_headings(self.definition, name)
            names = likely | known_headings(self.definition)[name]
            keys = {self._keys[at] for at in found[name].columns}
            only_like = keys.isdisjoint(names) and all(is_like_span(name, each) for each in keys)
            if sure and only_like:
                found[name] = Match((), sure=False, proposed=None)

    @cached_property
    def _keys(self) -> list[str]:
        return ["" if at in self.answers else each for at, each in enumerate(self.layout.keys)]

    @cached_property
    def states(self) -> StateColumns:
        """The columns of states, as far as orders stand in the file."""
        kinds = [name for name in beside_inputs(self.definition) if is_of_state(name)]
        if not kinds:
            return StateColumns({}, ())
        inputs = set().union(*known_headings(self.definition).values())
        named = {
            at: name
            for name in kinds
            for at in columns_called(self._keys, names_of(self.definition, name))
        }
        taken = [at for at, each in enumerate(self._keys) if each in inputs]
        return state_columns(self.layout, self._keys, named, taken)

    def states_beside(self, columns: Mapping[str, int]) -> list[tuple[str, int]]:
        """The columns of states, with what each tells, that are none of the ``columns`` of a plan.

        Nor those that a plan has left out, or may choose among.
        """
        known = {
            at for name in self.matches if is_of_state(name) for at in self.matches[name].columns
        }
        known |= set(columns.values())
        found = self.states.by_kind.items()
        return [(kind, at) for kind, places in found for at in places if at not in known]

    @cached_property
    def answers(self) -> frozenset[int]:
        """The columns of a file that was answered here before."""
        return columns_of_answers(self.definition, self.headings)

    @cached_property
    def readings(self) -> ColumnReadings:
        """How the columns read, whichever is taken for what."""
        return ColumnReadings(self.definition, self.layout, from_1904=self.from_1904)

    def named(self, name: str) -> int | None:
        """The only column that is called as a field is, whatever its cells and unit are."""
        columns = self.matches[name].columns if name in self.matches else ()
        known = known_headings(self.definition).get(name, frozenset())
        return columns[0] if [self.layout.keys[at] in known for at in columns] == [True] else None

    @property
    def sure(self) -> dict[str, int]:
        """The columns that need not be asked about, by field."""
        return {field: match.columns[0] for field, match in self.matches.items() if match.sure}

    def unsure(self, given: Mapping[str, str]) -> list[str]:
        """The fields to ask about: several columns, a similar one, or none where one is needed.

        ``given`` are inputs known for all rows.
        """
        return [
            field
            for field, match in self.matches.items()
            if not match.sure and not given.get(field) and (match.columns or field in self.needed)
            if field not in idle(self.definition, given)
            if field != ON or not self._judged
            if not self._only_tells_day(field, given)
        ]

    def _only_tells_day(self, field: str, given: Mapping[str, str]) -> bool:
        """Whether an input decides no more than the day, for which its columns are asked anyway."""
        files = self.definition.files
        if field not in self.definition.judged_by or ON not in self.matches or not files:
            return False
        hours = bool(files.asked) and all(given.get(name) for name in files.asked)
        return hours and {*self.matches[field].columns}.issubset(self.matches[ON].columns)

    @property
    def needed(self) -> set[str]:
        """The fields that cannot be empty, and that nothing but the file tells."""
        return self.needed_beside(self.sure)

    def needed_beside(self, known: Collection[str]) -> set[str]:
        """The same, as far as what is ``known`` of the file does not tell them."""
        files = self.definition.files
        told = {"now"} if files and files.asked_now else set()
        if files:
            told |= {name for name in files.told if files.tells(name, known)}
            told |= {
                name
                for name, others in files.spared.items()
                if all(self.matches[other].sure for other in others)
                if not self.matches[name].columns
            }
        return {
            name
            for name, field in fields_of(self.definition.inputs).items()
            if not (field.optional or field.default or field.default_rule or name in told)
        }

    @property
    def _judged(self) -> bool:
        """Whether the rows hold the day of what is judged, so that no other is asked for."""
        return any(self.matches[name].sure for name in self.definition.judged_by)

    def paid_at(self, columns: Mapping[str, int]) -> int | None:
        """The column whose emptiness tells that a closed order was never paid.

        Where the moment of payment is no input, or its column holds days, its usual headings tell.
        """
        files = self.definition.files
        if not files:
            return None
        match = self.matches.get(files.paid_at)
        if files.paid_at in columns or (match and match.columns):
            return columns.get(files.paid_at)
        names = headings_of(self.definition, files.paid_at)
        return next((at for at, each in enumerate(self.layout.keys) if each in names), None)

    def balance(self, columns: Mapping[str, int]) -> int | None:
        """The column of when the rest of presale orders was paid, beside that of the payment.

        ``columns`` are those of a plan. Their promise runs from then.
        """
        if PAID_AT not in columns:
            return None
        keys, others = self.layout.keys, columns.values()
        found = (at for at, each in enumerate(keys) if at not in others and is_of_balance(each))
        return None if is_of_balance(keys[columns[PAID_AT]]) else next(found, None)

    def _take_days(self, found: dict[str, Match]) -> None:
        """A column of moments that holds days alone tells each order's day, and nothing else."""
        judged = self.definition.judged_by
        for name in judged:
            columns, field = found[name].columns, fields_of(self.definition.inputs)[name]
            if found[name].sure or len(columns) != 1 or not field.is_minute:
                continue
            if found[name].proposed is not None:
                continue  # moments, under a name that may be another's
            if not self.readings.hold_days_alone(name, columns[0]):
                continue
            found[name] = Match((), sure=False, proposed=None)
            if ON in found and not found[ON].sure and not any(found[each].sure for each in judged):
                found[ON] = Match(columns, sure=True, proposed=columns[0])

    def _take_hours(
        self, found: dict[str, Match], named: Collection[int], taken: Collection[int]
    ) -> None:
        """The column of the promised moment may hold hours instead, or in some of its cells.

        ``named`` are those that are called so, ``taken`` all that surely hold something.
        """
        keys = self._keys
        like = (at for at, each in enumerate(keys) if at not in taken and is_like_promise(each))
        columns = tuple(named or like)
        if len(columns) != 1 or found[PROMISED_HOURS].columns:
            return
        (column,) = columns
        told = self.readings.promised(column)
        # A bare number may be one of days, or below another heading of anything.
        if not told.spans and not (named and told.numbers):
            return
        if told.numbers and told.moments:
            return
        sure = bool(named) and not told.numbers
        found[PROMISED_HOURS] = Match(columns, sure=sure, proposed=column)
        if not told.moments:
            found[PROMISED_AT] = Match((), sure=False, proposed=None)

    @cached_property
    def days_without_time(self) -> Mapping[str, int]:
        """The columns that are called as moments to judge by are, and say no time of day."""
        known, fields = known_headings(self.definition), fields_of(self.definition.inputs)
        called = {
            name: [at for at, each in enumerate(self.layout.keys) if each in known[name]]
            for name in self.definition.judged_by
            if fields[name].is_minute and not self.matches[name].columns
        }
        return {
            name: columns[0]
            for name, columns in called.items()
            if len(columns) == 1 and self.readings.hold_days(columns[0])
        }

    @cached_property
    def shipping_days(self) -> Mapping[str, int]:
        """The columns that are called as moments of shipping are, and say no time of day."""
        files = self.definition.files
        called = {
            name: match.columns[0]
            for name in (files.shipped if files else ())
            if not (match := self.matches[name]).sure and match.proposed is None
            if len(match.columns) == 1
        }
        return {name: at for name, at in called.items() if self.readings.hold_days_alone(name, at)}

    def hold_moments_besides(self, columns: Collection[int]) -> bool:
        """Whether another column than these holds moments of the day, from which hours follow."""
        others = (at for at in range(len(self.headings)) if at not in columns)
        minute = next((f for f in fields_of(self.definition.inputs).values() if f.is_minute), None)
        return minute is not None and any(
            mostly(accepts(minute.read, each) for _, each in self.layout.numbered_cells(at))
            for at in others
        )

    def _besides(self, name: str, keys: Sequence[str]) -> Match:
        """The column that best names what a file knows besides the inputs.

        Where several are called so, only whoever asks can tell which is meant.
        """
        if name == ORDER:
            numbers = NumberColumns(self.definition, self.layout, keys)
            columns, same = self._once(name, numbers.columns)
            if same:
                return Match(columns, sure=True, proposed=columns[0], same=same)
            return Match(numbers.columns, numbers.sure, numbers.proposed)
        found = columns_called(keys, names_of(self.definition, name))
        alike = [at for at in found if keys[at] == keys[found[0]]]
        if not found and is_of_state(name):
            alike = list(self.states.by_kind.get(name, ()))[:1]
        if is_of_files(name):
            alike = alike[:1]
        columns, same = self._once(name, tuple(alike))
        sure = len(columns) == 1
        return Match(columns, sure=sure, proposed=columns[0] if sure else None, same=same)

    def _propose_shipping(self, found: dict[str, Match], taken: Collection[int]) -> None:
        """Where no column surely tells of shipping, each order would count as waiting until now.

        Where one tells of the click alone, the scans that go before it would be overlooked; so
        would those of which a file is taken to know nothing where it has no column for them.
        """
        files = self.definition.files
        if not files:
            return
        known = {name for name in files.shipped if found[name].columns}
        wanted = dict.fromkeys((*files.shipped, *files.without))
        held = {at for name in wanted for at in found[name].columns}
        fields = [
            name for name in wanted if not found[name].columns and not (name == CLICK and known)
        ]
        for name, columns in shipping_columns(
            self.definition, self.layout, self.readings, fields, held.union(taken, self.answers)
        ):
            if columns:
                alone = len(columns) == 1 and self.readings.fit(name, columns[0], each=True)
                found[name] = Match(columns, sure=False, proposed=columns[0] if alone else None)

    def _once(self, name: str, columns: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The ``columns``, of those that all hold the same the first; and the others.

        Columns of different names may differ further down.
        """
        first, *others = columns or (0,)
        keys = {self.layout.keys[at] for at in columns}
        same = bool(others) and (len(keys) == 1 or (self.layout.whole and name != ORDER))
        if same and all(self.readings.are_same(name, first, at) for at in others):
            return (first,), tuple(others)
        return columns, ()

    def _match(self, field: str, columns: tuple[int, ...]) -> Match:
        known = known_headings(self.definition)[field]
        if all(self.layout.keys[at] in known for at in columns):
            columns, same = self._once(field, columns)
        else:
            same = ()
        exact = {at for at in columns if self.layout.keys[at] in known}
        # A known name is doubted where no cell bears it out, another where one does not.
        fitting = [at for at in columns if self.readings.fit(field, at, each=at not in exact)]
        sure = len(columns) == 1 and exact == set(fitting) == set(columns)
        proposed = fitting[0] if len(fitting) == 1 == len(columns) else None
        return Match(columns, sure, proposed, same)

    @property
    def tells_days(self) -> bool:
        """Whether days stand in any column that may be the one of each row's day."""
        return any(self.readings.fit(ON, at, each=True) for at in self.matches[ON].columns)


def idle(definition: Definition, given: Mapping[str, str]) -> frozenset[str]:
    """The inputs that decide nothing beside what is ``given`` for all rows.

    Moments are for the hours and the day that follow from them.
    """
    files = definition.files
    if not (files and files.asked and all(given.get(name) for name in files.asked)):
        return frozenset()
    besides = frozenset(fields_of(definition.inputs)) - definition.in_form
    # What is known of moments stays asked.
    besides = besides.difference(*files.without.values(), {files.received}, files.settled.values())
    return besides if given.get(ON) else besides.difference(definition.judged_by)
