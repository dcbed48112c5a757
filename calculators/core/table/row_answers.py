"""The answer to one row of a table.

A file has a million rows that differ in few cells: what all rows share is read once, and a row that
cannot be answered is read once more, slowly, to say all that is wrong with it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from calculators.core.answers import OutputValue
from calculators.core.evaluation.formula import no_rule
from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import ErrorDetails, InputError, ValidationError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.parsing import default_text, is_waived, read_inputs
from calculators.core.order_files import Files
from calculators.core.outcome.outcome import Outcome
from calculators.core.outcome.outputs import plain_outputs
from calculators.core.rules.dated_rules import NoRuleError
from calculators.core.table import cells
from calculators.core.table.columns.days_of_rules import DaysOfRules
from calculators.core.table.columns.headings import Headings
from calculators.core.table.completing import Completing
from calculators.core.table.empty_cells import Defaults, EmptyCells
from calculators.core.table.names import NOW, ON
from calculators.core.table.orders.said_late import contradicted, is_in_time
from calculators.core.table.orders.unknown_inputs import (
    possible_values,
    unanswered,
    unknown_promise,
)
from calculators.core.table.planning.asked_by_rows import still_open
from calculators.core.table.planning.plan import Plan
from calculators.core.table.prepared import NEEDED, Prepared, Preparing
from calculators.core.table.reckoned import Reckoned
from calculators.core.table.row_inputs import Parsed, RowInputs

# Answers kept at hand: prices are few, and so are promises in hours. Less than one row in ten that
# is found again is not worth the keeping.
_ANSWERS, _WORTH = 4_000, 10

# Past what a frozen dataclass allows itself.
_new, _set = object.__new__, object.__setattr__


class AnsweredRow(NamedTuple):
    """What the calculator finds for a row, and its outputs as they stand in an answer.

    ``reckoned``: how its hours were found, if there is anything to say of that (see
    :mod:`calculators.core.table.reckoned`). ``perhaps`` are the amounts by the formula that may
    have held on the row's day already, none where that asks for more than is known; ``None`` where
    no other may have held. ``defaults`` are those of the form that were taken for empty cells.
    """

    outcome: Outcome
    outputs: Mapping[str, OutputValue]
    reckoned: str = ""
    perhaps: tuple[Any, ...] | None = None
    defaults: Defaults = ()


class RowAnswers:
    """Answers rows one after the other, all by one plan; ``rows`` are their inputs."""

    def __init__(self, headings: Headings, plan: Plan, rows: RowInputs) -> None:
        self._definition = definition = headings.definition
        self._plan = plan
        self._rows = rows
        self._inputs = definition.inputs
        fields = fields_of(definition.inputs)
        self._given = {name: text for name, text in plan.given.items() if name != ON and text}
        files = definition.files
        if files:
            self._given |= files.unknown({*plan.columns, *self._given})
        asked_now = NOW in fields and (fields[NOW].optional or bool(files and files.asked_now))
        # Nobody typed the minute of asking, so that it cannot be mistaken.
        self._to_asking = asked_now and NOW not in {*plan.columns, *self._given}
        if self._to_asking:
            self._given[NOW] = f"{plan.now:%Y-%m-%d %H:%M}"
        self._values = {name: fields[name].read(text) for name, text in self._given.items()}
        known = {*rows.names, *self._given}
        self._judged = [name for name in definition.judged_by if name in known]
        self._derivable = set(files.instead if files else ()) - self._given.keys()
        # Where nothing tells of shipping no order is known to wait, so that nothing is reckoned.
        self._reckoned = frozenset(files.until_now if files else ())
        told = {*plan.columns, *self._given}
        self._reckons = files is None or files.tells_shipping(told)
        if not self._reckons:
            self._derivable -= self._reckoned
        self._paid_at = files.paid_at if files else ""
        self._shipped = tuple(files.shipped) if files else ()
        self._derived = getattr(definition.inputs, "derived", None)
        if files and files.instead and not self._any_follows(files, known):
            self._derived = None  # what is given prevails
        elif self._derived and self._reckoned:
            self._derived = self._reckoning(self._derived)
        self._checked = [
            name
            for name, each in fields.items()
            if each.needed_when
            or each.waived_when
            or (each.follows and (name in known or not each.optional))
        ]
        self._on = plan.columns.get(ON)
        self._days = DaysOfRules(headings, self._on) if self._on is not None else None
        self._fixed = read_date(on) if (on := plan.given.get(ON)) else None
        self._empty = EmptyCells(definition, rows.names, self._given)
        own_days = self._fixed is None and self._on is None
        names, derivable = rows.names, self._derivable
        preparing = Preparing(
            definition, self._values, names, derivable, self._empty, own_days=own_days
        )
        self._prepared = preparing.on
        self._took_default = False
        self._asked = rows.asked
        self._asked += [at for at in (self._on, rows.balance, rows.zones) if at is not None]
        self._completing = Completing(definition, self._values, rows.names)
        self._reckoning_told = Reckoned.of(definition, self._values, told)
        self._known: dict[tuple[Any, ...], AnsweredRow] | None = {}
        self._found_known = 0

    def _any_follows(self, files: Files, known: Collection[str]) -> bool:
        """Whether any hours may follow from moments that are ``known``."""
        return any(files.may_follow(name, known) for name in self._derivable)

    def answer(
        self,
        row: Sequence[str],
        parsed: Parsed,
        *,
        shipped: bool | str = False,
        as_read: bool = False,
        on: date | None = None,
    ) -> AnsweredRow:
        """What the calculator finds; raises ``ValidationError``, also for the row's own day.

        ``parsed`` are the inputs of the row, its amount being that of all rows of
        its order. ``shipped``: its status says so, and it must not count as waiting until now; nor
        where that is unclear, and the status stands here as it is quoted.
        ``as_read``: ``parsed`` are the row's own cells, and nothing else is known of its order.
        ``on``: the day of its rules, where a column of them leaves that open in this row.
        """
        known = self._known if as_read else None
        if known is None:
            return self._answer(row, parsed, shipped=shipped, on=on)
        asked = (shipped, *[row[at] for at in self._asked])
        if found := known.get(asked):
            self._found_known += 1
            return found
        found = self._answer(row, parsed, shipped=shipped, on=on)
        if len(known) >= _ANSWERS:
            known.clear()
            # Where every row has a moment of its own, nothing is ever found again.
            if self._found_known * _WORTH <= _ANSWERS:
                self._known = None
            self._found_known = 0
        known[asked] = found
        return found

    def _answer(
        self, row: Sequence[str], parsed: Parsed, *, shipped: bool | str, on: date | None
    ) -> AnsweredRow:
        prepared = self._prepared(self._day(row, parsed) if on is None else on)
        own = parsed
        if not self._completing.is_idle:
            parsed = self._completing.completed(parsed)
        inputs = self._quickly(prepared, parsed)
        try:
            if inputs is None:
                outcome = self._with_care(prepared, row, parsed, shipped=shipped)
            else:
                if shipped:
                    self._refuse_waiting(prepared, inputs, parsed, shipped=shipped)
                outcome = prepared.shape.brief(inputs)
        except NoRuleError as none:
            raise ValidationError([no_rule(none)]) from None
        reckoned = self._reckoning_told.how(parsed, own) if self._reckoning_told else ""
        defaults: Defaults = ()
        if prepared.defaults and (inputs is None or self._took_default):
            defaults = self._empty.taken(prepared.defaults, parsed)
        perhaps = self._perhaps(prepared, inputs, parsed) if prepared.perhaps else None
        found = outcome, plain_outputs(outcome.outputs), reckoned, perhaps, defaults
        # What the constructor of a named tuple does, for a million rows.
        return tuple.__new__(AnsweredRow, found)

    def _perhaps(self, prepared: Prepared, inputs: Any, parsed: Parsed) -> tuple[Any, ...]:
        """The amounts by the formula that may have held already; ``inputs`` are by the other."""
        other = prepared.perhaps
        assert other is not None
        if inputs is None or self._took_default or not prepared.fits_perhaps:
            inputs = self._quickly(other, parsed)
        return () if inputs is None else (other.shape.amounts(inputs),)

    def _with_care(
        self, prepared: Prepared, row: Sequence[str], parsed: Parsed, *, shipped: bool | str
    ) -> Outcome:
        """What is found for a row with which something may be wrong."""
        try:
            inputs = self._slowly(prepared, row, parsed)
        except ValidationError as error:
            promise = unknown_promise(self._definition, parsed, error)
            if name := promise or unanswered(self._definition, error):
                outcome = self._whatever(name, prepared, parsed, shipped=shipped)
                if outcome is not None:
                    return outcome
            if promise:
                reasons = [ErrorDetails(self._paid_at, "promise_unknown")]
                raise ValidationError(reasons) from None
            raise self._for_want_of_day(error, parsed) from None
        self._refuse_waiting(prepared, inputs, parsed, shipped=shipped)
        return prepared.shape.brief(inputs)

    def _refuse_waiting(
        self, prepared: Prepared, inputs: Any, parsed: Parsed, *, shipped: bool | str
    ) -> None:
        """Raise ``ValidationError`` for an order that was ``shipped`` and would count until now."""
        if not (shipped and self._waits(inputs, parsed, prepared.asked)):
            return
        name = self._shipped[0]
        if isinstance(shipped, str):
            raise ValidationError([ErrorDetails(name, "status_unclear", {"status": shipped})])
        raise ValidationError([ErrorDetails(name, "shipped_but_when")])

    def _whatever(
        self, name: str, prepared: Prepared, parsed: Parsed, *, shipped: bool | str
    ) -> Outcome | None:
        """What is found whatever the input ``name`` is; ``None`` where that decides."""
        first: Outcome | None = None
        for value in possible_values(fields_of(self._inputs)[name]):
            inputs = self._quickly(prepared, parsed | {name: value})
            if inputs is None:
                return None
            self._refuse_waiting(prepared, inputs, parsed, shipped=shipped)
            found = prepared.shape.brief(inputs)
            first = first or found
            if found.outputs != first.outputs:
                return None
            if found.warnings != first.warnings and name not in self._derivable:
                return None
        return first

    def _for_want_of_day(self, error: ValidationError, parsed: Parsed) -> ValidationError:
        """An ``error`` that also says that today's rules are asked for want of a payment."""
        own = [parsed.get(name) or self._values.get(name) for name in self._judged]
        told = self._fixed or self._on is not None or any(isinstance(each, date) for each in own)
        asked = all(each.code == "required" for each in error.errors)
        if told or not asked or self._paid_at not in self._judged:
            return error
        return ValidationError([ErrorDetails(self._paid_at, "day_unknown"), *error.errors])

    def _reckoning(self, derived: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """``derived``, with what is reckoned until now only where that can be known."""

        def follow(given: Parsed) -> Parsed:
            found: Parsed = derived(given)
            if not found:
                return found
            for name in self._reckoned & found.keys():
                if not self._reckons:
                    del found[name]
                elif (most := self._most(found[name], given)) is not None:
                    found[name] = most
            return found

        return follow

    def _most(self, value: Any, given: Parsed) -> Any:
        """The most that a form takes, for an order that has been waiting for longer than that.

        ``value`` is what was found of its hours, or the error that they make; ``None`` for any
        other.
        """
        is_error = type(value) is InputError or (
            type(value) is ErrorDetails and value.field in self._reckoned
        )
        if not (self._to_asking and is_error and value.code == "above_maximum"):
            return None
        waits = all(given.get(name) is None for name in self._shipped)
        return value.values["maximum"] if waits else None

    def _hangs_on_unread(self, error: ErrorDetails, parsed: Parsed) -> bool:
        """Whether hours were reckoned until now beside a moment of shipping that is not read."""
        if error.field not in self._reckoned or parsed.get(error.field) is not None:
            return False
        return any(type(parsed.get(name)) is InputError for name in self._shipped)

    def _waits(self, inputs: Any, parsed: Parsed, asked: frozenset[str]) -> bool:
        """Whether an order has no moment of shipping, and that decides something.

        Hours that were given prevail, and an order may be in time until now; where these are not
        ``asked``, it is enough that a row says that there are some.
        """
        if any(getattr(inputs, name) is not None for name in self._shipped):
            return False
        if not self._reckoned:
            return bool(self._shipped)
        late = [
            name for name in self._reckoned if parsed.get(name) is None and getattr(inputs, name)
        ]
        some = self._completing.some(parsed)
        late = [name for name in late if name in asked or name not in some]
        return any(name in self._derivable for name in late) and inputs.promised_at is not None

    def _quickly(self, prepared: Prepared, parsed: Parsed) -> Any:
        """The inputs of a row with which nothing is wrong; ``None`` where anything may be."""
        self._took_default = False
        values = {**prepared.shared, **parsed}
        if self._derived:
            for name, value in self._derived(values).items():
                if type(value) is InputError:
                    return None
                if values[name] is None:
                    values[name] = value
        for name, default in prepared.by_row:
            value = values[name]
            if value is None:
                if name in prepared.asked or default is NEEDED:
                    return None
                values[name] = default
                self._took_default |= default is not None
            elif type(value) is InputError:
                return None
        if self._checked and self._wrong(values):
            return None
        # What the constructor of a frozen dataclass does field by field, for a million rows.
        inputs = _new(self._inputs)
        _set(inputs, "__dict__", values)
        return inputs

    def _wrong(self, values: Mapping[str, Any]) -> bool:
        fields = fields_of(self._inputs)
        for name in self._checked:
            field, value = fields[name], values[name]
            if value is None:
                if field.needed_when:
                    return True  # perhaps: the slow way knows
                if field.waived_when and not is_waived(self._inputs, name, values):
                    return True
            elif field.follows:
                earlier = values[field.follows]
                if earlier is not None and value < earlier:
                    return True
        return False

    def _slowly(self, prepared: Prepared, row: Sequence[str], parsed: Parsed) -> Any:
        fields, files = fields_of(self._inputs), self._definition.files
        typed = self._given | self._rows.typed(row)
        # Nothing is known of what an undone order went through later, whatever stands there.
        typed |= {name: "" for name in self._rows.names if parsed[name] is None}
        # Amounts that were added up, and what is known of this row's order besides its cells.
        adds = files.adds if files else ()
        besides = (name for name in parsed if name not in self._rows.names or not typed.get(name))
        for name in (*adds, *besides, *self._completing.settled):
            if parsed.get(name) is not None and type(parsed[name]) is not InputError:
                typed[name] = fields[name].write(parsed[name])
        asked = prepared.asked.intersection(still_open(self._definition, typed))
        # What there is some of, and its moments say none, does not follow from these.
        some = self._completing.some(parsed)
        asked |= prepared.asked.intersection(name for name in some if not typed.get(name))
        # What cannot be reckoned is not, also where it is asked: the default stands in until then.
        unknown = [] if self._reckons else [name for name in self._reckoned if not typed.get(name)]
        for name in unknown:
            typed[name] = default_text(fields[name], prepared.shape.rules)
        errors = [ErrorDetails(name, "required") for name in unknown if name in asked]
        in_time = files is not None and is_in_time(files, typed)
        try:
            inputs = read_inputs(self._inputs, typed, prepared.shape.rules, asked)
        except ValidationError as error:
            read = [each for each in error.errors if not self._hangs_on_unread(each, parsed)]
            others = [each for each in read if self._most(each, parsed) is None]
            told = (self._told(each, typed) for each in others or read)
            errors += [contradicted(each, some) if in_time else each for each in told]
        # Another file tells it, and its cell cannot be read.
        errors += [
            ErrorDetails(name, value.code, value.values)
            for name, value in parsed.items()
            if type(value) is InputError and not typed.get(name)
        ]
        if errors:
            names = list(fields)
            raise ValidationError(sorted(errors, key=lambda each: names.index(each.field)))
        return inputs

    def _told(self, error: ErrorDetails, typed: Mapping[str, str]) -> ErrorDetails:
        """A cell may be good on its own, and not in its column."""
        name = error.field
        text = typed.get(name, "")
        if isinstance(text, cells.Unreadable):
            return ErrorDetails(name, text.code)
        if cells.is_formula(text):
            return ErrorDetails(name, cells.FORMULA)
        return error

    def _day(self, row: Sequence[str], parsed: Parsed) -> date:
        """The day of the row's rules: its own, that of the plan, that of what is judged, today."""
        if self._days:
            on = self._days.of(row)
            if on is None:
                # Not by other rules unasked: whoever names a column wants each order's own.
                raise ValidationError([ErrorDetails(ON, "required")])
            if isinstance(on, InputError):
                raise ValidationError([ErrorDetails(ON, on.code, on.values)])
            return on
        if self._fixed:
            return self._fixed
        for name in self._judged:
            value = parsed[name] if name in parsed else self._values.get(name)
            if isinstance(value, datetime):
                return value.date()
            if isinstance(value, date):
                return value
        return self._plan.today
