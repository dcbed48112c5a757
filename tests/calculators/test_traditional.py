"""Traditional characters: headings and states in them are known as those in simplified ones."""

import pytest

from calculators.core.table.names import key
from calculators.core.table.traditional import simplified
from tests.support.order_tables import answer_table, table_of

TEXT = (
    "訂單編號,實付金額（元）,付款時間,承諾發貨時間,發貨時間,訂單狀態\n"
    "1,400,2025-02-01 10:00,2025-02-03 10:00,2025-02-05 10:00,已發貨\n"
    "1,600,2025-02-01 10:00,2025-02-03 10:00,2025-02-05 10:00,已簽收\n"
    "2,500,2025-02-01 10:00,2025-02-03 10:00,2025-02-03 09:00,已完成\n"
    "3,900,2025-02-01 10:00,2025-02-03 10:00,2025-02-05 10:00,已關閉，退款成功\n"
)


def test_an_export_in_traditional_characters() -> None:
    """1 % of 1,000; in time; refunded, so that it stands apart."""
    found = answer_table(TEXT)
    assert found.amounts == ["10.00", "", "0.00", "9.00"]
    assert found.table.totals.apart == 1
    columns = found.table.headings.sure
    assert {"order", "paid", "paid_at", "promised_at", "shipped_at", "status"} <= columns.keys()


@pytest.mark.parametrize(
    ("traditional", "name"),
    [
        ("主訂單編號", "主订单编号"),
        ("訂單應付金額", "订单应付金额"),
        ("攬收時間", "揽收时间"),
        ("簽收時間", "签收时间"),
        ("售後狀態", "售后状态"),
        ("買家實付金額", "买家实付金额"),
        ("幣種", "币种"),
    ],
)
def test_names_are_the_same(traditional: str, name: str) -> None:
    assert key(traditional) == key(name)
    assert simplified(name) == name


def test_a_column_of_other_currencies_is_known_too() -> None:
    text = "訂單編號,實付金額,幣種\n1,400,USD\n2,500,USD\n"
    assert table_of(text).headings.readings.unit("paid", 1) == "other"
