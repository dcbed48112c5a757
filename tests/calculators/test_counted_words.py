"""Words behind a number, and what the rows of a file are called: one order, two orders, rows."""

import re
from collections.abc import Iterator

import pytest

from calculators import CALCULATORS, definition
from calculators.core.inputs.errors import ErrorDetails, InputError
from calculators.core.output.errors import error_text
from calculators.core.resources import read_toml
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from calculators.core.text.catalogue import COMMON, LANGUAGES
from calculators.core.text.formatting import sentence
from tests.support.pinned import NOW

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


# One table of two rows each, whose rows are orders, and whose rows are something else.
FILES = {
    "late-delivery": ("订单号,实付金额\nA1,200\nA2,300\n", {"on": "2025-03-01"}),
    "purchase-limit": ("商品,累计限购\nA,10\nB,20\n", {}),
    "entry-cost": ("店铺,保证金,每天订单,每单货款\nA,500,0,0\nB,2000,0,0\n", {}),
    "invoice-deadline": (
        "发票,账单月份\nA,2026-07\nB,2026-08\n",
        {"freeze_after": "3", "today": "2026-10-01"},
    ),
    "buyer-order": ("记录,这一单要买\nA,1\nB,2\n", {}),
    "safety-stock": ("商品,库存\nA,10\nB,20\n", {}),
    "presale-days": ("商品,预售几天内发货\nA,10\nB,20\n", {}),
}
ID = re.compile(r"[a-z]+_[a-z]+")


@pytest.mark.parametrize("calculator", FILES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_rows_are_called_what_they_are(calculator: str, lang: str) -> None:
    text, given = FILES[calculator]
    table = Table(definition(calculator), open_table([text.encode()]), lang)
    planned = plan(table.headings, Asked(given=given), NOW, words=False)
    for _ in answered(table, planned):
        pass
    counted = {"answered": table.totals.answered, "refused": 0, "blank": 0}
    # What a question is told as well may speak of what a buyer orders.
    words = table.totals.words()
    told = {*words["warnings"], *(f"  - {each}" for each in words["excludes"])}
    lines = [each for each in table.totals.told() if each not in told]
    lines = [*lines, sentence(table.texts, "table", "counted", values=counted)]
    of_orders = {"zh": r"[一2每] ?单|订单", "en": r"\border"}[lang]
    said = [line for line in lines if re.search(of_orders, line)]
    # What one order costs is an input, and no row.
    said = [line for line in said if "每单" not in line and "per order" not in line]
    assert bool(said) == (calculator == "late-delivery"), said
    assert table.totals.answered == 2
    assert not any(ID.search(line) for line in lines)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "累计限购、每次限购"),
        ("en", "Cumulative limit, Limit per order"),
    ],
)
def test_what_columns_may_be_called_is_told_by_name(lang: str, expected: str) -> None:
    described = definition("purchase-limit")
    headings = Table(described, open_table(["品牌,备注\nA,急\n".encode()]), lang).headings
    with pytest.raises(InputError) as refused:
        plan(headings, Asked(), NOW, words=False)
    details = ErrorDetails("csv", refused.value.code, refused.value.values)
    assert details.code == "no_columns"
    said = error_text(described.texts(lang), details)
    assert expected in said
    assert not ID.search(said)
