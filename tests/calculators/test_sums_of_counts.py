"""Rows of totals in tables of counts: left out as those of amounts are, and products stay."""

import pytest

from tests.support.order_tables import answer_table


@pytest.mark.parametrize(
    ("calculator", "text", "amounts"),
    [
        ("safety-stock", "SKU,库存\nA,10\nB,20\n,30\n", ["1", "2", ""]),
        ("safety-stock", "SKU,库存\nA,10\nB,20\n合计,30\nC,30\n", ["1", "2", "", "3"]),
        ("stock-shortage", "SKU,显示库存,实有,订的件数\nA,20,4,5\nB,10,5,5\n,30,9,10\n",
         ["1", "0", ""]),
        # One of the figures is no sum.
        ("stock-shortage", "SKU,显示库存,实有,订的件数\nA,20,4,5\nB,10,5,5\n,30,9,11\n",
         ["1", "0", "2"]),
        # A product of its own name, one below a single one, one among others, figures alone.
        ("safety-stock", "SKU,库存\nA,10\nB,20\nC,30\n", ["1", "2", "3"]),
        ("safety-stock", "SKU,库存\nA,10\n,10\n", ["1", "1"]),
        ("safety-stock", "SKU,库存\nA,10\nB,20\n,30\nC,40\n", ["1", "2", "3", "4"]),
        ("safety-stock", "库存\n10\n20\n30\n", ["1", "2", "3"]),
        ("safety-stock", "日期,库存\n2026-11-01,10\n2026-11-02,10\n2026-11-03,20\n",
         ["1", "1", "2"]),
    ],
)  # fmt: skip
def test_a_last_row_without_a_name_is_their_sum(
    calculator: str, text: str, amounts: list[str]
) -> None:
    found = answer_table(text, calculator, given={})
    assert found.amounts == amounts
    assert ("Rows of totals" in found.notes) == ("" in amounts)
