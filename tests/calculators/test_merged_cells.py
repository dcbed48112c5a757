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


def test_a_row_merged_as_a_whole_with_the_one_above_is_empty() -> None:
    rows = [["商品", "累计限购", "库存"], ["甲", 2, 10], [None, None, None], ["乙", 3, 10]]
    found = _answered(rows, ["A2:A3", "B2:B3", "C2:C3"], "purchase-limit")
    assert (found.table.totals.answered, found.table.totals.blank) == (2, 1)
