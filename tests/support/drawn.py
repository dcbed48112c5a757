"""Inputs drawn at random: texts that the fields accept, and texts that nobody foresaw."""

from datetime import date, datetime

from hypothesis import strategies as st

from calculators import definition
from calculators.core.arithmetic.money import LARGEST
from calculators.core.inputs.field_types.amounts import MoneyField, MoneyListField
from calculators.core.inputs.field_types.choices import ChoiceField, ChoiceListField, YesNoField
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.field_types.integers import WholeNumberField
from calculators.core.inputs.field_types.moments import DateField, MonthField, TimeField
from calculators.core.inputs.fields import fields_of

MONEY = st.decimals(min_value=0, max_value=LARGEST, places=2)
_DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
_TIMES = (datetime(2020, 1, 1), datetime(2030, 12, 31))  # noqa: DTZ001 (as typed, without a zone)


def _typed(field: Field) -> st.SearchStrategy[str]:
    """Texts that ``field`` accepts."""
    match field:
        case MoneyListField():
            return st.lists(MONEY.map(str), min_size=1, max_size=5).map("\n".join)
        case MoneyField():
            return MONEY.map(str)
        case WholeNumberField():
            return st.integers(field.minimum, min(field.maximum, 10**6)).map(str)
        case ChoiceListField():
            return st.lists(st.sampled_from(field.choices), min_size=1, max_size=6).map(";".join)
        case ChoiceField() | YesNoField():
            return st.sampled_from(field.choices)
        case MonthField():
            return _DAYS.map(lambda each: f"{each:%Y-%m}")
        case DateField():
            return _DAYS.map(date.isoformat)
        case TimeField():
            written = st.sampled_from(["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"])
            return st.builds(datetime.strftime, st.datetimes(*_TIMES), written)
        case _:
            raise NotImplementedError(field.kind)


def inputs_of(calculator: str, *, broken: bool) -> st.SearchStrategy[dict[str, str]]:
    """Inputs of a calculator; where ``broken``, any text may stand anywhere, or nothing."""
    fields = fields_of(definition(calculator).inputs)
    strategies = {
        name: _typed(field) | (st.text(max_size=12) if broken else st.nothing())
        for name, field in fields.items()
    }
    needed = {
        name: strategy
        for name, strategy in strategies.items()
        if not (fields[name].optional or fields[name].default or fields[name].default_rule)
    }
    rest = {name: strategy for name, strategy in strategies.items() if name not in needed}
    return st.fixed_dictionaries(
        {} if broken else needed, optional=rest | (needed if broken else {})
    )
