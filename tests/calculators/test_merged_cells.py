"""Cells merged over several rows of a workbook: only the first of them holds the value."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.support.order_tables import AnsweredTable, answer_table
from tests.support.workbooks import workbook_of

N, M = "6926001122334455661", "6926001122334455672"
PAID, PROMISED, SHIPPED = "2026-11-01 10:00", "2026-11-11 10:00", "2026-11-15 10:00"

type _Rows = Sequence[Any]


def _answered(
    rows: _Rows, merged: Sequence[str], calculator: str = "late-delivery", **given: str
) -> AnsweredTable:
    return answer_table(workbook_of({"订单": rows}, merged), calculator, given=given)


@pytest.mark.parametrize(
    ("calculator", "rows", "merged", "given"),
    [
        ("purchase-limit", [["商品", "累计限购", "库存"], ["甲", 2, 10], ["乙", None, 10]],
         ["B2:B3"], {}),
        ("buyer-order", [["商品", "累计限购", "已买件数", "本单件数"], ["甲", 2, 1, 2],
                         ["乙", None, 1, 2]], ["B2:B3"], {}),
        ("safety-stock", [["SKU", "库存", "最少留的比例", "最多留的比例"], ["甲", 100, 20, 30],
                          ["乙", 100, None, None]], ["C2:C3", "D2:D3"], {}),
        ("safety-stock", [["SKU", "库存"], ["甲", 100], ["乙", None]], ["B2:B3"], {}),
        ("invoice-freeze", [["店铺", "未开票金额", "拖欠月数"], ["甲", 100, 4], ["乙", 100, None]],
         ["C2:C3"], {"freeze_after": "3"}),
        ("presale-days", [["商品", "days"], ["甲", 15], ["乙", None]], ["B2:B3"], {}),
        ("late-delivery", [["买家", "实付金额", "付款时间", "承诺发货时间", "发货时间"],
                           ["甲", 400, PAID, PROMISED, SHIPPED], ["乙", 400, None, None, None]],
         ["C2:C3", "D2:D3", "E2:E3"], {}),
        ("late-delivery", [["买家", "实付金额", "是否不可抗力"], ["甲", 400, "是"],
                           ["乙", 400, None]], ["C2:C3"], {"on": "2025-03-01"}),
    ],
)  # fmt: skip
def test_a_merged_value_holds_for_each_row(
    calculator: str, rows: _Rows, merged: Sequence[str], given: dict[str, str]
) -> None:
    """As if each row said so itself."""
    found = _answered(rows, merged, calculator, **given)
    filled = [rows[0], rows[1], [b if b is not None else a for a, b in zip(*rows[1:], strict=True)]]
    plain = _answered(filled, [], calculator, **given)
    assert (found.amounts, found.remarks) == (plain.amounts, plain.remarks)
    assert set(found.remarks) == {""}
    assert found.notes.count("Merged cells") == 1
    assert "Merged cells" not in plain.notes


def test_merged_moments_and_reasons_count_for_orders_without_a_number() -> None:
    head = ["买家", "实付金额", "付款时间", "承诺发货时间", "发货时间", "是否不可抗力"]
    rows: list[list[Any]] = [
        head,
        ["甲", 400, PAID, PROMISED, SHIPPED, "否"],
        ["乙", 400, None, None, None, None],
    ]
    # Four days late on a promise of ten: 3 % of 400 each.
    assert _answered(rows, [f"{each}2:{each}3" for each in "CDEF"]).amounts == ["12.00", "12.00"]
    rows[1][5] = "是"
    assert _answered(rows, [f"{each}2:{each}3" for each in "CDEF"]).amounts == ["0.00", "0.00"]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        (["买家", "实付金额"], ["甲", 400], ["乙", None]),
        (["订单编号", "实付金额"], [N, 400], [M, None]),
    ],
)
def test_an_amount_merged_over_several_orders_is_not_multiplied(
    head: Sequence[str], first: Sequence[Any], second: Sequence[Any]
) -> None:
    found = _answered([head, first, second], ["B2:B3"], on="2025-03-01")
    assert found.amounts == ["4.00", ""]
    assert "amounts are merged over several rows" in found.notes


def test_an_optional_amount_that_is_merged_is_said_to_be_unknown() -> None:
    rows = [
        ["店铺", "未开票金额", "拖欠月数", "账户余额"],
        ["甲", 100, 3, 10],
        ["乙", 100, 3, None],
    ]
    found = _answered(rows, ["D2:D3"], "invoice-freeze", freeze_after="3")
    assert found.amounts == ["30.00", "30.00"]
    assert "“账户余额” amounts are merged over several rows" in found.notes
    assert "amounts are merged" not in _answered(rows, [], "invoice-freeze", freeze_after="3").notes


def test_the_rows_of_one_order_need_no_word_of_what_is_merged_with_its_number() -> None:
    rows = [["订单编号", "实付金额", "付款时间"], [N, 100, PAID], [None, 300, None], [M, 5, PAID]]
    found = _answered(rows, ["A2:A3", "C2:C3"], on="2025-03-01")
    assert found.amounts == ["4.00", "", "3.00"]
    assert "Merged cells" not in found.notes


HEAD = ["订单编号", "实付金额", "支付完成时间", "承诺发货时间", "发货时间"]
# A day late on a promise of ten: 1 % of each, rounded half up to yuan and at least 2.
LATE = ["2026-09-01 10:00", "2026-09-11 10:00", "2026-09-12 10:00"]


@pytest.mark.parametrize(
    ("calculator", "heading", "first", "last", "total"),
    [
        # Of orders 1 and 3 of 200 each, and 2 of 1,299.
        ("late-delivery", "平台", "淘宝", "抖音", "13.00"),
        ("late-delivery", "店铺平台", "京东", "抖音", "13.00"),
        ("late-delivery", "Platform", "Taobao", None, "13.00"),
        ("order-check", "平台", "拼多多", "抖音", "13.00"),
        # 3 %, at least 3.
        ("out-of-stock", "平台", "淘宝", "抖音", "39.00"),
        ("out-of-stock", "是否缺货", "是", "否", "12.00"),
        ("out-of-stock", "是否有货", "否", "是", "12.00"),
        ("out-of-stock", "Out of stock", "yes", "no", "12.00"),
        # 30 %.
        ("fraud-shipment", "是否欺诈发货", "是", "否", "120.00"),
        ("late-delivery", "退款完成时间", "2026-09-13 10:00", None, "13.00"),
        ("late-delivery", "售后完结时间", "2026-09-13 10:00", None, "13.00"),
        ("late-delivery", "Refund completed at", "2026-09-13 10:00", None, "13.00"),
        # Paid at the door: without the payment that others have it counts all the same.
        ("late-delivery", "支付方式", "货到付款", "微信", "17.00"),
    ],
)
def test_what_decides_beside_the_inputs_holds_for_each_row(
    calculator: str, heading: str, first: str, last: str | None, total: str
) -> None:
    paid = ["", *LATE[1:]] if heading == "支付方式" else LATE
    given = {"promised_hours": "240"} if heading == "支付方式" else {}
    given |= {"now": "2026-11-28 17:00"} if calculator == "order-check" else {}
    given |= {"precious": "no", "on": "2026-09-11"} if calculator == "fraud-shipment" else {}
    head = [*HEAD, heading]
    rows = [["1", 200, *paid], ["3", 200, *paid], ["2", 1299, *LATE]]
    cells = [(first, None, last), (first, first, last)]
    merged, plain = (
        _answered([head, *([*row, cell] for row, cell in zip(rows, each, strict=True))],
                  ["F2:F3"] if each[1] is None else [], calculator, **given)
        for each in cells
    )  # fmt: skip
    assert (merged.amounts, merged.remarks) == (plain.amounts, plain.remarks)
    assert _total(merged) == _total(plain) == total
    assert f"(columns: {heading}): 1 cell" in merged.notes


def test_merged_zones_hold_for_each_row() -> None:
    """Paid and due on 6 May of Beijing, where no more than 48 hours late costs nothing."""
    moments = ["2026-05-03 17:00", "2026-05-05 17:00", "2026-05-05 19:00"]
    rows: _Rows = [["1", 400, *moments, "UTC"], ["3", 400, *moments, None],
                   ["2", 1299, *moments, "北京时间"]]  # fmt: skip
    found = answer_table(workbook_of({"订单": [[*HEAD, "时区"], *rows]}, ["F2:F3"]), given={})
    assert found.amounts == ["0.00", "0.00", "12.99"]


def test_a_merged_currency_holds_for_each_row() -> None:
    """Also far down, where the first rows left no doubt of it."""
    first = [[f"A{at}", 400, PAID, "人民币"] for at in range(60)]
    rows = [["订单编号", "实付金额", "付款时间", "币种"], *first,
            [N, 400, PAID, "USD"], [M, 400, PAID, None]]  # fmt: skip
    found = _answered(rows, ["D62:D63"], on="2025-03-01")
    assert found.amounts == [*["4.00"] * 60, "", ""]
    assert all("“USD”" in each for each in found.remarks[-2:])


@pytest.mark.parametrize(
    ("paid", "refunds", "spans", "amounts", "apart"),
    [
        # A part of 400; all of them; more; no words for how much.
        ((200, 200), (300, None), "F2:F3", ["4.00", "", "13.00"], []),
        ((200, 200), (200, None), "F2:F3", ["4.00", "", "13.00"], []),
        ((200, 200), (400, None), "F2:F3", ["4.00", "", "13.00"], [1]),
        ((200, 200), ("全额退款", None), "F2:F3", ["4.00", "", "13.00"], [1]),
        ((200, 200), (0, None), "F2:F3", ["4.00", "", "13.00"], []),
        ((300, 100), (350, None), "A2:A3 F2:F3", ["4.00", "", "13.00"], []),
        ((300, 100), (350, None), "A2:A3 B2:B3 F2:F3", ["3.00", "", "13.00"], [1]),
        ((100, 300, 100), (100, None, None), "F2:F4", ["5.00", "", "", "13.00"], []),
        # A row with a refund of its own, all of it, is set apart from those of the others.
        ((200, 200, 100), (300, None, 100), "F2:F3", ["4.00", "", "2.00", "13.00"], [3]),
    ],
)
def test_a_refund_merged_over_the_rows_of_an_order_is_that_of_all_of_them(
    paid: Sequence[int],
    refunds: Sequence[Any],
    spans: str,
    amounts: Sequence[str],
    apart: Sequence[int],
) -> None:
    rows: list[list[Any]] = [
        ["1", each, *LATE, back] for each, back in zip(paid, refunds, strict=True)
    ]
    found = _answered([[*HEAD, "退款金额"], *rows, ["2", 1299, *LATE, 0]], spans.split())
    assert found.amounts == amounts
    undone = [at + 1 for at, each in enumerate(found.remarks) if "Refunded" in each]
    assert undone == apart
    assert "amounts are merged" not in found.notes


@pytest.mark.parametrize("beside", [["退款完成时间", "2026-09-13 10:00"], ["售后状态", "退款成功"]])
def test_what_is_merged_beside_it_does_not_make_a_part_the_whole(beside: Sequence[str]) -> None:
    head, (heading, cell) = [*HEAD, "退款金额"], beside
    rows: list[list[Any]] = [["1", 200, *LATE, 300, cell], ["1", 200, *LATE, None, None],
                             ["2", 1299, *LATE, 0, None]]  # fmt: skip
    found = _answered([[*head, heading], *rows], ["F2:F3", "G2:G3"])
    assert found.amounts == ["4.00", "", "13.00"]
    assert not any("Refunded" in each for each in found.remarks)


def test_what_each_row_was_given_back_goes_before_what_is_merged() -> None:
    rows: _Rows = [
        ["1", 200, *LATE, 200, 200],
        ["1", 200, *LATE, None, 0],
        ["2", 1299, *LATE, 0, 0],
    ]
    found = _answered([[*HEAD, "退款金额", "商品退款金额"], *rows], ["F2:F3"])
    assert found.amounts == ["2.00", "2.00", "13.00"]
    assert ["Refunded" in each for each in found.remarks] == [True, False, False]


@pytest.mark.parametrize("heading", ["退款金额", "申请退款金额"])
def test_a_refund_merged_over_several_orders_is_said_to_be_unknown(heading: str) -> None:
    rows = [["1", 200, *LATE, 200], ["3", 200, *LATE, None], ["2", 1299, *LATE, None]]
    found = _answered([[*HEAD, heading], *rows], ["F2:F3"])
    assert found.amounts == ["2.00", "2.00", "13.00"]
    assert f"“{heading}” amounts are merged over several rows" in found.notes


def _total(found: AnsweredTable) -> str:
    return found.table.totals.words()["sums"][0]["text"].strip("¥")


def test_a_row_merged_as_a_whole_with_the_one_above_is_empty() -> None:
    rows = [["商品", "累计限购", "库存"], ["甲", 2, 10], [None, None, None], ["乙", 3, 10]]
    found = _answered(rows, ["A2:A3", "B2:B3", "C2:C3"], "purchase-limit")
    assert (found.table.totals.answered, found.table.totals.blank) == (2, 1)
