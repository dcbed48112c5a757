"""Stock shortage: the figures agree, and there is always a way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.evaluating import Answer, evaluate

ON = "2026-11-25"
PIECES = st.integers(0, 200) | st.sampled_from([9999, 99998, 99999, 100000, 999999])


@given(PIECES, PIECES, PIECES)
def test_what_is_missing_and_what_can_be_sent_make_the_order(
    shown: int, real: int, ordered: int
) -> None:
    outputs = _answer(shown, real, ordered)["outputs"]
    assert outputs["short"] + min(real, ordered) == ordered
    assert (outputs["oversold"] == "yes") == (outputs["short"] > 0)
    assert (outputs["fictitious_stock"] == "yes") == (shown > real)


@given(PIECES, PIECES, PIECES)
def test_an_order_is_shipped_or_its_buyer_has_a_choice(shown: int, real: int, ordered: int) -> None:
    codes = [each["code"] for each in _answer(shown, real, ordered)["steps"]]
    ways = [code for code in codes if code.startswith(("part_", "replace_", "refund_", "wait"))]
    assert ("enough" in codes) != ("short" in codes) == ("choice" in codes)
    assert len(ways) == (0 if ordered <= real else 5 if real else 3)
    assert ("take_down" in codes) == (real <= ordered)


@given(PIECES, PIECES, PIECES)
def test_what_the_page_shows_does_not_change_what_is_missing(
    shown: int, real: int, ordered: int
) -> None:
    honest = _answer(real, real, ordered)
    assert honest["outputs"]["short"] == _answer(shown, real, ordered)["outputs"]["short"]
    assert "placeholder" not in {each["code"] for each in honest["warnings"]}


@pytest.mark.parametrize(
    ("on", "codes"),
    [
        ("2026-05-05", ["not_free", "empty_number"]),
        ("2026-05-06", ["not_free", "counts_when", "violation", "empty_number"]),
        ("2026-06-02", ["not_free", "counts_when", "violation", "empty_number"]),
        ("2026-06-03", ["not_free", "counts_when", "violation", "unscanned_number"]),
    ],
)
def test_what_the_platform_says_of_being_out_of_stock(on: str, codes: list[str]) -> None:
    typed = {"shown": "10", "real": "5", "ordered": "8"}
    assert [each["code"] for each in evaluate("stock-shortage", typed, on=on)["warnings"]] == codes


def test_its_figures_are_told() -> None:
    told = {each["code"]: each["text"] for each in _answer(10, 5, 8)["warnings"]}
    assert "48 小时" in told["counts_when"]
    assert "1,000 元" in told["counts_when"]
    assert "超过 30%、又满 30 单" in told["violation"]
    for hours_or_days in ("24 小时", "48 小时", "5 天"):
        assert hours_or_days in told["unscanned_number"]


def _answer(shown: int, real: int, ordered: int) -> Answer:
    typed = {"shown": str(shown), "real": str(real), "ordered": str(ordered)}
    return evaluate("stock-shortage", typed, on=ON)
