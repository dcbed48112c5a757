"""Stock shortage: the figures agree, and there is always a way out."""

from hypothesis import given
from hypothesis import strategies as st

from calculators import evaluate
from calculators.core.answer import Answer

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


def _answer(shown: int, real: int, ordered: int) -> Answer:
    typed = {"shown": str(shown), "real": str(real), "ordered": str(ordered)}
    return evaluate("stock-shortage", typed)
