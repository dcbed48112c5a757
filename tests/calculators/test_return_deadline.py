"""Seven-day returns: every kind with every label, and the time limits for every minute."""

from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.evaluating import Answer, evaluate
from tests.support.order_tables import answer_table

BEFORE, FROM = "2026-06-28", "2026-06-29"
SIGNED, NOW = "2026-11-01 10:00", "2026-11-05 09:00"

LABELS = ("seven_days", "not_supported", "optional_not_supported", "none")
OPENED = ("no", "to_inspect", "used")
SAYS = {"y": "yes", "n": "no", "a": "ask"}

# Worked out by hand: yes, no or ask; a group for each label, in it not opened, opened, used.
TABLE = {
    "made_to_order": "yya nnn nnn nnn",
    "perishable": "yya nnn nnn nnn",
    "digital_opened": "yya nnn nnn nnn",
    "periodical": "yya nnn nnn nnn",
    "service": "yya nnn nnn nnn",
    "medicine": "yya nnn nnn nnn",
    "optional_group": "yya aaa nnn yya",
    "second_hand": "yya aaa aaa aaa",
    "gold": "aaa aaa aaa aaa",
    "other": "yya yya yya yya",
}
TABLE_BEFORE = TABLE | {"second_hand": "yya aaa nnn yya"}

SECOND = timedelta(seconds=1)
SECONDS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31)).map(  # noqa: DTZ001 (as typed)
    lambda each: each.replace(microsecond=0)
)
# Within some days of the end, and often just there.
AWAY = st.integers(-1_200_000, 1_200_000) | st.integers(-61, 61) | st.integers(-86_401, -86_399)
KINDS = st.sampled_from(list(TABLE))


@pytest.mark.parametrize("kind", TABLE)
@pytest.mark.parametrize(("on", "table"), [(BEFORE, TABLE_BEFORE), (FROM, TABLE)])
def test_every_kind_with_every_label(kind: str, on: str, table: dict[str, str]) -> None:
    says = table[kind].replace(" ", "")
    for (label, opened), said in zip(product(LABELS, OPENED), says, strict=True):
        typed = {"kind": kind, "label": label, "opened": opened}
        assert _answer(typed, on)["outputs"]["may_return"] == SAYS[said], (label, opened)


@pytest.mark.parametrize("kind", TABLE)
def test_once_it_is_over_nothing_need_be_taken_back(kind: str) -> None:
    for label, opened, on in product(LABELS, OPENED, (BEFORE, FROM)):
        typed = {"kind": kind, "label": label, "opened": opened, "now": "2026-11-09 00:00"}
        assert _answer(typed, on)["outputs"]["may_return"] == "no"


@pytest.mark.parametrize(
    ("signed", "on", "may_return"),
    [("2026-06-28 23:59", BEFORE, "no"), ("2026-06-29 00:00", FROM, "ask")],
)
def test_the_day_of_the_signing_chooses_the_rules(signed: str, on: str, may_return: str) -> None:
    typed = {"kind": "second_hand", "label": "optional_not_supported"}
    answer = _answer(typed | {"signed": signed, "now": "2026-07-01 10:00"})
    assert (answer["on"], answer["outputs"]["may_return"]) == (on, may_return)
    assert any(each["code"] == "day" for each in answer["steps"])


def test_what_was_before_second_hand_goods_were_set_apart_is_told() -> None:
    typed = {"kind": "second_hand", "label": "optional_not_supported"}
    (said,) = (e["text"] for e in _answer(typed, FROM)["steps"] if e["code"] == "formerly")
    assert BEFORE in said
    assert "you may refuse" in said
    assert all(each["code"] != "formerly" for each in _answer(typed, BEFORE)["steps"])


@pytest.mark.parametrize("kind", TABLE)
def test_a_promise_for_goods_that_could_be_excluded_is_pointed_out(kind: str) -> None:
    codes = [each["code"] for each in _answer({"kind": kind}, FROM)["warnings"]]
    promised = kind not in {"optional_group", "second_hand", "other"}
    assert codes == (["promised"] if promised else [])


@given(SECONDS, AWAY.map(lambda seconds: seconds * SECOND))
def test_the_eighth_midnight_after_the_signing_ends_it(signed: datetime, away: timedelta) -> None:
    end = datetime.combine(signed.date() + timedelta(days=8), datetime.min.time())
    now = end + away
    outputs = _at(signed, now)
    assert outputs["apply_until"] == f"{end:%Y-%m-%d %H:%M}"
    assert timedelta(hours=168) < end - signed <= timedelta(hours=192)
    left = (end - now) // timedelta(hours=1)
    last_day = now.date() == end.date() - timedelta(days=1)
    status = "closed" if now >= end else "last_day" if last_day else "open"
    assert (outputs["hours_left"], outputs["status"]) == (left, status)
    assert outputs["may_return"] == ("no" if status == "closed" else "yes")


@given(SECONDS, st.integers(0, 3_600_000).map(lambda seconds: seconds * SECOND))
def test_the_refund_is_due_a_week_after_the_goods_are_back(
    signed: datetime, later: timedelta
) -> None:
    back = signed + later
    outputs = _at(signed, signed, goods_back=back)
    by = date.fromisoformat(outputs["refund_by"])
    assert by - back.date() == timedelta(days=7)


@given(SECONDS, st.integers(60, 3_600_000).map(lambda seconds: seconds * SECOND))
def test_goods_cannot_be_back_before_they_were_signed_for(
    signed: datetime, earlier: timedelta
) -> None:
    typed = {"goods_back": _written(signed - earlier), "signed": _written(signed)}
    answer = _answer(typed)
    assert [(each["field"], each["code"]) for each in answer["errors"]] == [
        ("goods_back", "out_of_order")
    ]


@given(KINDS, st.sampled_from(LABELS), st.sampled_from(OPENED), st.sampled_from([BEFORE, FROM]))
def test_use_never_makes_a_return_easier_and_looking_changes_nothing(
    kind: str, label: str, opened: str, on: str
) -> None:
    typed = {"kind": kind, "label": label}
    unopened = _answer(typed, on)["outputs"]["may_return"]
    found = _answer(typed | {"opened": opened}, on)["outputs"]["may_return"]
    used = "ask" if unopened == "yes" else unopened
    assert found == (used if opened == "used" else unopened)


@given(SECONDS, SECONDS, KINDS, st.sampled_from(LABELS))
def test_a_later_look_never_opens_what_was_over(
    signed: datetime, now: datetime, kind: str, label: str
) -> None:
    typed = {"signed": _written(signed), "kind": kind, "label": label}
    found = _answer(typed | {"now": _written(now)}, FROM)["outputs"]
    later = _answer(typed | {"now": _written(now + timedelta(days=1))}, FROM)["outputs"]
    order = ["open", "last_day", "closed"]
    assert order.index(found["status"]) <= order.index(later["status"])
    assert later["may_return"] == "no" or later["may_return"] == found["may_return"]


def _answer(typed: dict[str, str], on: str | None = None) -> Answer:
    return evaluate("return-deadline", {"signed": SIGNED, "now": NOW} | typed, "en", on)


def _at(signed: datetime, now: datetime, **moments: datetime) -> dict[str, Any]:
    written = {name: _written(each) for name, each in moments.items()}
    typed = {"signed": _written(signed), "now": _written(now)}
    outputs: dict[str, Any] = evaluate("return-deadline", typed | written)["outputs"]
    return outputs


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"


@pytest.mark.parametrize("heading", ["服务标签", "是否支持七天无理由退货"])
@pytest.mark.parametrize(
    "cell",
    [
        "支持 7 天无理由退货",
        "7 天无理由退货",
        "支持7天无理由退货（拆封后不支持）",
        "7天无理由退货(一次性包装破损不支持)",
        "是",
    ],
)
def test_labels_are_read_as_pages_have_them(heading: str, cell: str) -> None:
    text = f"订单号,签收时间,{heading}\n1,2026-11-01 10:00,{cell}\n"
    known = {"now": "2026-11-05 10:00", "kind": "other"}
    assert answer_table(text, "return-deadline", given=known).amounts == ["yes"]


def test_what_is_warned_of_needs_the_answer() -> None:
    head = "订单号,签收时间,服务标签,商品类型,是否拆封\n"
    text = head + "1,2026-11-01 10:00,支持,,已使用\n2,2026-11-01 10:00,支持,其他,否\n"
    found = answer_table(text, "return-deadline", given={"now": "2026-11-05 10:00"})
    assert (found.amounts, found.remarks[0]) == (["", "yes"], "Enter the kind of goods")
