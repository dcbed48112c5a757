"""Words behind a number, and what the rows of a file are called: one order, two orders, rows."""

import re
from collections.abc import Iterator

import pytest

from calculators import CALCULATORS, definition
from calculators.core.resources import read_toml
from calculators.core.text.catalogue import COMMON
from calculators.core.text.formatting import sentence

# What counts at run time, where the number may be 1.
COUNTING = ("notes", "orders", "joining", "report_of_orders", "dashboard", "to_do", "limits")
UNCOUNTED = re.compile(
    r"\{(?:count|total|orders|of|shown|rows|answered|away)\}(?: more| older)? "
    r"(?:orders|rows|days|shops|columns|lines|products|parcels|have|are|were|make)\b"
)


@pytest.mark.parametrize(
    ("path", "values", "said"),
    [
        (("notes", "superseded"), {"count": 1}, "1 older row was not counted"),
        (("notes", "superseded"), {"count": 1200}, "1,200 older rows were not counted"),
        (("notes", "run_on"), {"count": 1, "lines": 1}, "over 1 line."),
        (("report_of_orders", "due"), {"total": 1, "shown": 1}, "(1 order has one, 1 is listed)"),
        (
            ("report_of_orders", "due"),
            {"total": 11, "shown": 10},
            "(11 orders have one, 10 are listed)",
        ),
        (("dashboard", "state"), {"state": "Late", "count": 1, "exposure": "¥2.00"}, ": 1 order,"),
        (("dashboard", "state"), {"state": "Late", "count": 0, "exposure": "¥0.00"}, ": 0 orders,"),
    ],
)
def test_a_word_goes_with_its_number(
    path: tuple[str, ...], values: dict[str, object], said: str
) -> None:
    assert said in sentence(definition("order-check").texts("en"), *path, values=values)


@pytest.mark.parametrize("package", [COMMON, *(definition(each).package for each in CALCULATORS)])
def test_no_sentence_that_counts_has_one_form_alone(package: str) -> None:
    tables = read_toml(package, "en.toml")
    found = [text for name in COUNTING for text in _texts(tables.get(name, {}))]
    assert [text for text in found if UNCOUNTED.search(text)] == []


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
