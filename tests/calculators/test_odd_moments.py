"""A cell that is no moment among moments harms its own row, wherever that row stands."""

import pytest

from calculators import definition
from calculators.core.inputs.errors import InputError
from calculators.core.table.columns.doubts import doubt_text, doubts_of
from tests.support.order_tables import answer_table, table_of

# 240 hours promised, shipped two hours after their end: one per cent of 400.
USUAL = {
    "paid_at": ("付款时间", "2026-07-01 10:00"),
    "promised_at": ("承诺发货时间", "2026-07-11 10:00"),
    "shipped_at": ("发货时间", "2026-07-11 12:00"),
}
# Clicked in time, so that the scan alone tells that the order was late.
CLICKED = {**USUAL, "shipped_at": ("发货时间", "2026-07-11 09:00")}
ODD = ["缺货", "拦截", "异常", "2026-07-11", "部分出库 2026-07-10", "2026-07-10 12:00 ~ 14:00"]


def _text(name: str, heading: str, cells: list[str]) -> str:
    usual = CLICKED if name == "collected_at" else USUAL
    columns = {each: (called, [cell] * len(cells)) for each, (called, cell) in usual.items()}
    columns[name] = (heading, cells)
    head = ",".join(called for called, _ in columns.values())
    rows = zip(*(below for _, below in columns.values()), strict=True)
    lines = (f"A{at},400,{','.join(row)}" for at, row in enumerate(rows))
    return "\n".join([f"订单编号,实付金额,{head}", *lines, ""])


def _with_odd(name: str, odd: str, at: int, count: int = 5) -> list[str]:
    cells = [USUAL.get(name, USUAL["shipped_at"])[1]] * count
    cells[at] = odd
    return cells


def _refused(text: str, calculator: str = "late-delivery") -> InputError:
    with pytest.raises(InputError) as refused:
        answer_table(text, calculator, given={})
    return refused.value


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("shipped_at", "发货时间"),
        ("shipped_at", "出库时间"),
        ("promised_at", "最晚出库时间"),
        ("paid_at", "付款确认时间"),
        ("collected_at", "揽收时间"),
    ],
)
def test_what_is_taken_unasked_stays_so(name: str, heading: str, odd: str) -> None:
    for at in (0, 2, 4):
        text = _text(name, heading, _with_odd(name, odd, at))
        amounts = ["4.00"] * 5
        amounts[at] = ""
        assert answer_table(text, given={}).amounts == amounts


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("shipped_at", "仓库出库时间"),
        ("promised_at", "截止发货时间"),
        ("paid_at", "支付宝付款时间"),
        ("collected_at", "揽收扫描"),
    ],
)
def test_what_is_asked_is_asked_as_without_it(name: str, heading: str, odd: str) -> None:
    for at in (0, 4):
        text = _text(name, heading, _with_odd(name, odd, at))
        for calculator in ("late-delivery", "order-check"):
            error = _refused(text, calculator)
            assert error.values["columns"] == (f"{name}={heading}",)
            assert error.values["doubts"] == ()
    # The second of two is enough.
    asked = _refused(_text(name, heading, _with_odd(name, odd, 0, 2)))
    assert asked.values["columns"] == (f"{name}={heading}",)


def test_the_check_up_takes_no_order_as_waiting_whose_column_is_there() -> None:
    cells = ["2026-07-11 12:00", "缺货", "2026-07-10 12:00"]
    found = answer_table(
        _text("shipped_at", "出库时间", cells), "order-check", given={"now": "2026-07-15 10:00"}
    )
    assert found.amounts == ["late", "", "moving"]
    assert "not shipped" not in found.notes


def test_where_most_are_no_moments_the_column_is_asked_and_a_cell_named() -> None:
    cells = ["缺货", "缺货", "异常", "2026-07-11 12:00"]
    for heading in ("出库时间", "仓库出库时间"):
        error = _refused(_text("shipped_at", heading, cells), "order-check")
        assert error.values["columns"] == (f"shipped_at={heading}",)
        (doubt,) = doubts_of(error)
        assert "缺货" in doubt_text(definition("order-check").texts("zh"), doubt)
    # A known name is borne out by one cell.
    assert table_of(_text("shipped_at", "发货时间", cells)).headings.matches["shipped_at"].sure


@pytest.mark.parametrize("heading", ["发货时间", "出库时间", "仓库出库时间", "出库日期"])
@pytest.mark.parametrize("odd", ["2026-07-10", "缺货"])
def test_days_of_shipping_are_named_under_any_name(heading: str, odd: str) -> None:
    for cells in (["2026-07-11", odd, "2026-07-11"], [odd, "2026-07-11", "2026-07-11"]):
        error = _refused(_text("shipped_at", heading, cells), "order-check")
        assert error.values["columns"] == ("shipped_at=",)
        assert error.values["days"] == (heading,)


@pytest.mark.parametrize("at", [0, 4])
def test_a_word_leaves_the_numbers_of_a_spreadsheet_moments(at: int) -> None:
    # 46214.5 is noon of the 11th of July 2026.
    cells = ["46214.5"] * 5
    cells[at] = "缺货"
    found = answer_table(_text("shipped_at", "出库时间", cells), given={})
    amounts = ["4.00"] * 5
    amounts[at] = ""
    assert found.amounts == amounts
    # Beside a moment that is written out a number may be anything.
    cells[at] = "2026-07-11 12:00"
    found = answer_table(_text("shipped_at", "发货时间", cells), given={})
    assert [each for each in found.amounts if each] == ["4.00"]


@pytest.mark.parametrize(
    "heading",
    [
        "揽收扫描",
        "快递揽收扫描时间",
        "物流揽收",
        "首次揽收",
        "实际揽收时间",
        "快递揽件时间",
        "揽收",
    ],
)
@pytest.mark.parametrize("first", ["2026-06-07 10:00", "拦截"])
def test_false_shipment_asks_for_the_scans_that_others_ask_for(heading: str, first: str) -> None:
    orders = "1299,2026-06-04 10:00,2026-06-05 10:00"
    text = (
        f"订单编号,实付金额,付款时间,单号上传时间,{heading}\n"
        f"A,{orders},{first}\nB,{orders},2026-06-07 10:00\n"
    )
    given = {"now": "2026-06-08 10:00", "promised_hours": "48"}
    with pytest.raises(InputError) as refused:
        answer_table(text, "false-shipment", given=given)
    assert refused.value.values["columns"] == (f"collected_at={heading}",)
    chosen = {"collected_at": heading}
    found = answer_table(text, "false-shipment", chosen=chosen, given=given)
    # A day is the limit, and it took two.
    assert found.amounts[1] == "collection_timeout"
    assert (found.amounts[0] == "") == (first == "拦截")
    left_out = answer_table(text, "false-shipment", chosen={"collected_at": ""}, given=given)
    assert "collection" in left_out.notes


def test_false_shipment_asks_for_no_scan_beside_a_known_one() -> None:
    text = (
        "订单编号,付款时间,单号上传时间,揽收时间,揽收扫描\n"
        "A,2026-06-04 10:00,2026-06-05 10:00,2026-06-07 10:00,2026-06-07 10:00\n"
    )
    found = answer_table(text, "false-shipment", given={"now": "2026-06-08 10:00"})
    assert found.amounts == ["collection_timeout"]
