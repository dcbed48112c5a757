"""What is mechanical is mended, once and for all, and then no longer found."""

from pathlib import Path

import pytest

from checks import House, check
from checks.fixing import fix
from tests.check.support import PATHS, before, house_with, mistake

# What make fix mends. The levels of headings and the kinds of notes are those of the language that
# was not changed.
MENDED = {
    "file.bom", "heading.brace", "heading.id", "pair.heading", "pair.note", "term.other",
    "type.fullwidth", "type.punctuation", "type.space",
}  # fmt: skip
MECHANICAL = [path for path in PATHS if mistake(path)["finding"]["code"] in MENDED]
BY_HAND = {"a-heading-made-by-a-line", "a-note-in-one-language"}


# Each asks the whole check twice.
@pytest.mark.slow
@pytest.mark.parametrize(
    "path", [each for each in MECHANICAL if each.stem not in BY_HAND], ids=lambda path: path.stem
)
def test_what_is_mended_is_no_longer_found(path: Path) -> None:
    house = house_with(mistake(path))
    mended = fix(house)
    assert list(mended) == [mistake(path)["file"]]
    after = House(changed=mended, before=before)
    assert check(after) == []
    assert fix(after) == {}, "mending twice is mending once"


@pytest.mark.slow
def test_a_handbook_without_mistakes_is_left_as_it_is() -> None:
    assert fix(House()) == {}


PAGE = """---
title: 一页
description: 说明
reviewed: 2026-11-26
review_in: 90
search_words: [一, 二, 三, 四, 五]
---

# 一页

## 标题 { #one }

"""


def _mended(line: str) -> str:
    path = "docs/zh/orders/made.md"
    house = House(changed={path: f"{PAGE}{line}\n".encode()})
    data = fix(house).get(path, house.data(path)) or b""
    return data.decode().removeprefix(PAGE).removesuffix("\n")


WRITTEN_AND_MENDED = [
    ("买家A付款,商家发货.", "买家 A 付款，商家发货。"),
    ("付款(含优惠券)以后", "付款（含优惠券）以后"),
    ("先看[3天](late-delivery.md#a,b)内", "先看[3 天](late-delivery.md#a,b)内"),
    ("运行`make 检查,再看`以后", "运行`make 检查,再看`以后"),
    ('{{ figure("late-delivery.cap") }},好', '{{ figure("late-delivery.cap") }}，好'),
    ('<b class="甲,乙">顾客</b>说', '<b class="甲,乙">买家</b>说'),
    ("他说“顾客是上帝”，客户也是", "他说“顾客是上帝”，买家也是"),
    ("16:00 前付款", "16:00 前付款"),
    ("网上的《0元入驻》说明", "网上的《0元入驻》说明"),
]  # fmt: skip


def test_code_links_macros_and_quotations_are_not_touched() -> None:
    written, mended = (list(each) for each in zip(*WRITTEN_AND_MENDED, strict=True))
    once = _mended("\n\n".join(written))
    assert once.split("\n\n") == mended
    assert _mended(once) == once


def test_line_ends_stay_what_they_are() -> None:
    path = "docs/zh/orders/made.md"
    text = f"{PAGE}买家A付款。\n".replace("\n", "\r\n")
    assert (
        fix(House(changed={path: text.encode()}))[path] == text.replace("家A付", "家 A 付").encode()
    )
