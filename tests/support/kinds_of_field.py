"""What is asked of forms is asked of all kinds of fields each time."""

from collections.abc import Iterator

import pytest

from calculators import CALCULATORS, definition
from calculators.core.inputs.fields import fields_of


def _kinds(calculator: str) -> set[type]:
    described = definition(calculator)
    fields = fields_of(described.inputs).items()
    return {type(field) for name, field in fields if name in described.in_form}


def _with_a_new_kind_of_field() -> Iterator[str]:
    """Calculators whose forms have all kinds of fields: each time the one with most new ones."""
    kinds = {each: _kinds(each) for each in CALCULATORS}
    left = set().union(*kinds.values())
    while left:
        best = max(CALCULATORS, key=lambda each: len(kinds[each] & left))
        left -= kinds[best]
        yield best


_EACH_KIND = list(_with_a_new_kind_of_field())
_OTHERS = [each for each in CALCULATORS if each not in _EACH_KIND]

# Forms are made of fields: all kinds of these each time, the others before a change lands.
each_kind_first = pytest.mark.parametrize(
    "calculators",
    [
        pytest.param(_EACH_KIND, id="each-kind-of-field"),
        pytest.param(_OTHERS, id="others", marks=pytest.mark.slow),
    ],
)
