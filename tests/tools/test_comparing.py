"""Figures as a text writes them, and how two texts differ: in figures, in words, not at all."""

from datetime import date
from decimal import Decimal

import pytest

from tests.tools.texts import CHANGED, OLD, REWORDED
from tools.watch.comparing import Difference, compare
from tools.watch.figures import figures_in, quantities
from tools.watch.fingerprint import fingerprint, sentences
from tools.watch.reading import Read


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("最低2元，最高 50 元", ("2元", "50元")),
        ("满1,000元、１０％", ("1000元", "10%")),
        ("超时率≥50%且单量>100单", ("≥50%", ">100单")),
        ("48小时＜时效≤240小时", ("48小时", "≤240小时")),
        ("2天-10天，1-5个工作日", ("2天", "10天", "1-5个工作日")),
        ("七天无理由，十五日内，两次", ("七天", "十五日", "两次")),
        ("2026年8月10日生效，6月2日", ("2026年8月10日", "6月2日")),
        ("16:00以前，23:59:59", ("16:00", "23:59:59")),
        ("5万元以上，3次及以上", ("5万元以上", "3次及以上")),
        ("第1.1条 一个 十分 一级 800/1000", ()),
    ],
)
def test_figures_are_found_in_a_text(text: str, figures: tuple[str, ...]) -> None:
    assert figures_in(text) == figures


@pytest.mark.parametrize(
    ("figure", "unit", "value"),
    [
        ("5万元", "yuan", "50000"),
        ("≥50%", "percent", "50"),
        ("七天", "days", "7"),
        ("七天", "hours", "168"),
        ("十五日", "days", "15"),
        ("一百二十天", "days", "120"),
        ("二十天", "days", "20"),
        ("1-5个工作日", "days", "5"),
        ("一年", "months", "12"),
        ("100单", "pieces", "100"),
        ("16点", "clock", "16"),
    ],
)
def test_a_figure_is_a_quantity_in_its_unit(figure: str, unit: str, value: str) -> None:
    assert (unit, Decimal(value)) in quantities((figure,))


def _compared(old: str, new: str, *, at_hand: bool = True) -> Difference:
    return compare(Read(date(2026, 6, 3), fingerprint(old), old if at_hand else None), new)


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        OLD.replace("*", ""),
        OLD.replace(" ", "\n\t"),
        OLD.replace("48 小时", "48小时"),
        OLD.replace("，", "， ").replace("%", "％"),
    ],
)
def test_white_space_and_stars_make_no_difference(new: str) -> None:
    found = _compared(OLD, new)
    assert found.same
    assert not found.in_figures


def test_words_alone() -> None:
    found = _compared(OLD, REWORDED)
    assert not found.same
    assert not found.in_figures
    assert found.reworded == 1


def test_what_only_moved_does_not_differ() -> None:
    first, second = OLD.split("*二、")
    found = _compared(OLD, f"二、{second} {first}")
    assert (found.same, found.in_figures, found.reworded) == (False, False, 0)


@pytest.mark.parametrize("at_hand", [True, False])
def test_figures_that_differ(at_hand: bool) -> None:  # noqa: FBT001
    found = _compared(OLD, CHANGED, at_hand=at_hand)
    assert found.figures_gone == ("2%", "2元")
    assert found.figures_come == ("4%", "3.00元")
    assert [each.mark.figures for each in found.gone] == [("2%",), ("2元",)]
    told = list(sentences(found.new, found.come))
    assert told == [(("4%", "3.00元"), told[0][1])], "one sentence, told once"
    assert told[0][1].startswith("一、总则 梨子晚到")
    assert told[0][1].endswith("最高 50元")
    assert (found.old is None) is not at_hand


def test_a_limit_that_is_drawn_otherwise_differs() -> None:
    assert _compared("单量≥50单", "单量>50单").in_figures
    assert _compared("晚3天以内的", "晚3天以上的").in_figures


def test_one_of_two_equal_cells() -> None:
    table = "甲 最低2元 乙 最低2元 丙 最低3元"
    found = _compared(table, table.replace("乙 最低2元", "乙 最低3元"))
    assert found.figures_gone == found.figures_come == ()
    assert [each.mark.figures for each in found.gone] == [("2元",)]
    assert [each.mark.figures for each in found.come] == [("3元",)]


def test_values_whose_figure_is_gone() -> None:
    found = _compared(OLD, CHANGED)
    assert found.lost("percent", Decimal(2))
    assert not found.lost("yuan", Decimal(50)), "it is still there"
    assert not found.lost("percent", Decimal(9)), "it never was"


def test_long_sentences_are_cut() -> None:
    text = "梨" * 300 + "，最低2元，" + "桃" * 300
    found = _compared(text.replace("2", "3"), text)
    ((figures, sentence),) = sentences(found.new, found.come)
    assert figures == ("2元",)
    assert sentence.startswith("…梨")
    assert sentence.endswith("桃…")
    assert len(sentence) < 100
