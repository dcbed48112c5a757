"""Traditional characters: headings and states in them are known as those in simplified ones."""

import pytest

from calculators.core.table.columns.of_platform import is_of_other_platform
from calculators.core.table.columns.stated_units import currency
from calculators.core.table.names import key
from calculators.core.table.orders.states.said import said
from calculators.core.table.units import unit_of
from calculators.core.text.traditional import simplified
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


@pytest.mark.parametrize(
    "platform",
    [
        *("淘寶", "天貓", "京東", "蘇寧", "閒魚", "閑魚", "當當", "亞馬遜", "蝦皮", "小紅書"),
        *(
            "視頻號",
            "唯品會",
            "有贊",
            "獨立站",
            "餓了麼",
            "美團",
            "盒馬",
            "網易嚴選",
            "露天",
            "momo",
        ),
    ],
)
def test_other_platforms_are_known_in_them(platform: str) -> None:
    assert is_of_other_platform(platform)


@pytest.mark.parametrize(
    "name", ["港幣", "臺幣", "新台幣", "英鎊", "泰銖", "盧布", "日圓", "馬幣", "歐元", "韓元"]
)
def test_other_currencies_are_known_in_them(name: str) -> None:
    assert currency(name) == "other"
    assert unit_of(f"實付金額（{name}）", []) == "other"
    for heading in ("币种", "貨幣", "幣別", "結算幣種"):
        text = f"訂單編號,實付金額,{heading}\n1,400,{name}\n2,500,{name}\n"
        assert table_of(text).headings.readings.unit("paid", 1) == "other"


@pytest.mark.parametrize(
    ("unit", "called"), [("萬元", "wan"), ("萬", "wan"), ("分", "fen"), ("釐", "other")]
)
def test_units_are_known_in_them(unit: str, called: str) -> None:
    for heading in (f"實付金額（{unit}）", f"實付金額（單位：{unit}）"):
        assert table_of(f"訂單編號,{heading}\n1,400\n").headings.readings.unit("paid", 1) == called
    titled = table_of(f"單位：{unit},\n訂單編號,實付金額\n1,400\n")
    assert titled.headings.readings.unit("paid", 1) == called


@pytest.mark.parametrize(
    ("traditional", "state"),
    [
        *(("取消失敗", "取消失败"), ("補償退款成功", "补偿退款成功"), ("作廢", "作废")),
        *(("價格保護退款成功", "价格保护退款成功"), ("禮品退款成功", "礼品退款成功")),
        *(("小樣已退款", "小样已退款"), ("已刪除", "已删除"), ("極速退款", "极速退款")),
        *(("退款完畢", "退款完毕"), ("售後完畢", "售后完毕"), ("未成團", "未成团")),
        *(("拼團失敗", "拼团失败"), ("已合併", "已合并"), ("待審核", "待审核")),
        *(("待質檢", "待质检"), ("掛起", "挂起"), ("廢單", "废单")),
    ],
)
def test_states_are_the_same(traditional: str, state: str) -> None:
    assert simplified(traditional) == state
    assert said(traditional) == said(state)
