"""What is asked of forms is asked of all kinds of fields each time."""

from collections.abc import Iterator

import pytest

from calculators import CALCULATORS, definition
from calculators.core.inputs.fields import fields_of


def _with_a_new_kind_of_field() -> Iterator[str]:
    """The calculators whose form has a kind of field that no form before them has."""
    seen: set[type] = set()
    for each in CALCULATORS:
        described = definition(each)
        fields = fields_of(described.inputs).items()
        kinds = {type(field) for name, field in fields if name in described.in_form}
        if kinds - seen:
            yield each
        seen |= kinds


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
