"""Two situations side by side: what differs is marked, and by how much."""

import pytest

from calculators import CALCULATORS, definition
from calculators.__main__ import main
from calculators.core.answers import ComparisonRow
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.comparison import compare
from calculators.core.text.catalogue import LANGUAGES
from tests.support.cases import shown_case
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED


def _rows(calculator: str, first: dict[str, str], second: dict[str, str], *days: str | None,
          lang: str = "zh") -> dict[str, ComparisonRow]:  # fmt: skip
    on = days or (PINNED, PINNED)
    answers = [
        evaluate(calculator, each, lang, day) for each, day in zip((first, second), on, strict=True)
    ]
    compared = compare(definition(calculator), answers[0], answers[1], lang)
    return {row["id"]: row for row in (*compared["inputs"], *compared["outputs"])}


def test_before_and_after_a_price_change() -> None:
    rows = _rows("late-delivery", {"paid": "89"}, {"paid": "1299"})
    assert rows["paid"]["first"] == "89.00 元"
    assert rows["paid"]["second"] == "1,299.00 元"
    assert rows["compensation"]["change"] == "+9.99 元"
    assert not rows["tier"]["same"]
    assert rows["force_majeure"]["same"]


def test_the_deposits_of_two_categories() -> None:
    rows = _rows("entry-cost", {"deposits": "5000"}, {"deposits": "2000"}, lang="en")
    assert rows["deposit"]["change"] == "-¥3,000.00"
    assert rows["total_low"]["label"] != rows["total_high"]["label"]


def test_two_freeze_rules_and_two_days() -> None:
    bill = {"uninvoiced": "100", "months_overdue": "2"}
    rows = _rows("invoice-freeze", bill, bill | {"freeze_after": "1"})
    assert rows["frozen"]["change"] == "+30.00 元"
    rows = _rows("invoice-freeze", bill, bill, "2021-06-30", PINNED)
    assert rows["on"] == {
        "id": "on", "label": "规则日期", "first": "2021-06-30", "second": PINNED, "same": False,
    }  # fmt: skip
    assert rows["frozen"]["change"] == "-30.00 元"


def test_days_and_what_is_missing() -> None:
    first = {"effective": "2026-11-20", "today": "2026-11-21"}
    rows = _rows("arbitration-deadline", first, first | {"rejected": "2026-11-23"})
    assert rows["rejected"]["first"] == "没填"
    assert rows["resubmit_by"]["change"] is None
    rows = _rows("arbitration-deadline", first, first | {"effective": "2026-11-21"})
    assert rows["appeal_by"]["change"] == "+1 天"


@pytest.mark.parametrize(
    ("effective", "change"),
    [
        ("2026-11-18", "-2 days"),
        ("2026-11-19", "-1 day"),
        ("2026-11-20", None),
        ("2026-11-21", "+1 day"),
        ("2026-11-22", "+2 days"),
    ],
)
def test_one_day_earlier_or_later_is_no_plural(effective: str, change: str | None) -> None:
    first = {"effective": "2026-11-20", "today": "2026-11-22"}
    rows = _rows("arbitration-deadline", first, first | {"effective": effective}, lang="en")
    assert rows["appeal_by"]["change"] == change


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_nothing_differs_from_itself(calculator: str, lang: str) -> None:
    case = shown_case(calculator)
    rows = _rows(calculator, case.inputs, case.inputs, case.on, case.on, lang=lang)
    assert all(row["same"] and row.get("change") is None for row in rows.values())
    described = definition(calculator)
    given = evaluate(calculator, case.inputs, lang, case.on)["inputs"]
    assert set(rows) - {"on"} == {*given, *outputs_of(described.outputs)}
    assert set(given) <= set(fields_of(described.inputs))


def test_in_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["late-delivery", "paid=89", "--against", "paid=1299", "--lang", "en"]
    assert main([*asked, "--on", PINNED]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "* Amount the buyer paid: ¥89.00 → ¥1,299.00"
    assert "* Taken for this order: ¥3.00 → ¥12.99 (+¥9.99)" in told
    assert main(["late-delivery", "paid=89", "--against", "paid=x"]) == 2
    assert "paid" in capsys.readouterr().err
