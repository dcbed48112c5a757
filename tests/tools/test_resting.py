"""What rests on a source is found in rules, examples, pages and the register of claims."""

from datetime import date
from pathlib import Path

import pytest

from calculators.core.rules.sources import register
from tools.watch import resting
from tools.watch.held import held, subject, subjects
from tools.watch.resting import resting_on

TODAY = date(2026, 11, 25)
LATE = ("late-delivery",)


def test_what_rests_on_the_rule_on_late_shipment() -> None:
    found = resting_on(held()["aHwH9wK4Je2N"].sources, TODAY, LATE)
    values = {each.id for each in found.values}
    assert {"late-delivery.maximum", "late-delivery.heavy_share_long"} <= values
    assert [each.name for each in found.formulas] == ["by_promise"]
    assert ("late-delivery", "a short promise, an hour late") in found.cases
    assert "orders/late-delivery" in found.pages
    assert found.unread == {}


def test_what_no_longer_holds_needs_no_look() -> None:
    reposts = register().of(["repost-zhanluewang-2025-04-28"])
    assert resting_on(reposts, TODAY, LATE).rules == ()
    before = resting_on(reposts, date(2026, 5, 1), LATE)
    assert "late-delivery.flat" in {each.id for each in before.values}
    assert {"S4N-05", "S4N-06", "S4N-07", "S4N-08"} <= set(before.claims)
    assert "orders/late-delivery" in before.pages


def test_only_examples_that_use_a_rule_rest_on_it() -> None:
    found = resting_on(register().of(["rc-handling-2026-06-03"]), TODAY, LATE)
    names = {name for _, name in found.cases}
    assert "an hour more than a short promise" in names, "rounded to a yuan"
    assert "a short promise, an hour late" not in names, "nothing to round"


def test_an_example_rests_on_what_a_part_of_its_calculator_rests_on() -> None:
    found = resting_on(held()["aHwH9wK4Je2N"].sources, TODAY, ("order-check", *LATE))
    assert ("order-check", "ten days promised, an hour late") in found.cases
    assert ("order-check", "signed for, all in time") not in found.cases


def test_a_calculator_that_cannot_be_read_is_told() -> None:
    found = resting_on(held()["aHwH9wK4Je2N"].sources, TODAY, (*LATE, "no-such"))
    assert "late-delivery.maximum" in {each.id for each in found.values}
    assert list(found.unread) == ["no-such"]


def test_an_announcement_belongs_to_its_rule() -> None:
    assert subject("关于修订《【商家-发货超时】实施细则》的公示通知") == "【商家-发货超时】实施细则"
    assert subject("关于修订《甲规范》及《乙规范》的意见征集通知") == "甲规范"
    assert subject("商家退店规范") == "商家退店规范"
    late = next(each for each in subjects() if each.name == "【商家-发货超时】实施细则")
    assert late.text
    assert late.text.rule == "aHwH9wK4Je2N"
    assert "draft" not in {each.kind for each in late.sources}


def test_claims_that_name_a_source_rest_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claims.csv").write_text(
        "id,page,sources\nX-1,orders/pears,rc-handling-2026-06-03 another\nX-2,orders/plums,\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(resting, "_DOCS", tmp_path)
    resting._claims.cache_clear()  # noqa: SLF001 (read once a run)
    try:
        found = resting_on(register().of(["rc-handling-2026-06-03"]), TODAY, ())
    finally:
        resting._claims.cache_clear()  # noqa: SLF001
    assert (found.claims, found.pages) == (("X-1",), ("orders/pears",))
