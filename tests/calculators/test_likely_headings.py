"""Headings that no list is sure of are asked about as the input that they may be, and lead on."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.answered_files import answer_files
from tests.support.order_tables import answer_table, table_of

TODAY, MINUTE = {"today": "2026-11-25"}, {"now": "2026-11-25 12:00"}
SHOP = {"orders_per_day": "0", "cost_per_order": "0"}


@pytest.mark.parametrize(
    ("calculator", "text", "given", "columns", "answer"),
    [
        # Five days from the day closing started; not the day of the rules.
        ("invoice-deadline", "店铺,关店日期,账单月份\n甲,2026-11-20,\n",
         TODAY | {"freeze_after": "3"}, {"start": "关店日期"}, "2026-11-24"),
        ("presale-days", "商品,预售天数\n甲,15天\n", {}, {"days": "预售天数"}, "long"),
        ("entry-cost", "店铺,保证金,上月销售额\n甲,,60000\n", SHOP,
         {"monthly_gmv": "上月销售额"}, "0.00"),
        ("entry-cost", "店铺,上月流水\n甲,60000\n", SHOP, {"monthly_gmv": "上月流水"}, "0.00"),
        ("arbitration-deadline", "单号,处罚时间\n甲,2026-11-20\n",
         TODAY | {"kind": "violation"}, {"effective": "处罚时间"}, "2026-11-26"),
        ("safety-stock", "SKU,库存,安全库存比例低,安全库存比例高\n甲,100,20,30\n", {},
         {"share_low": "安全库存比例低", "share_high": "安全库存比例高"}, "20"),
        ("safety-stock", "SKU,库存,最少留(%),最多留(%)\n甲,100,20,30\n", {},
         {"share_low": "最少留(%)", "share_high": "最多留(%)"}, "20"),
        # Who has to buy six can buy neither five in all nor three at once.
        ("purchase-limit", "商品,累计限购,每次限购,最低起购,库存\n甲,5,3,6,100\n", {},
         {"minimum": "最低起购"}, "no"),
        ("purchase-limit", "Product,Limit in total,Most per order,Smallest order\n1,5,3,6\n", {},
         {"cumulative": "Limit in total", "per_order": "Most per order",
          "minimum": "Smallest order"}, "no"),
        ("buyer-order", "买家,累计限购,每次限购,最少购买,已买件数,下单件数\n甲,5,3,2,0,1\n", {},
         {"minimum": "最少购买"}, "no"),
        ("stock-shortage", "SKU,Listed stock,Stock on hand,Ordered\n甲,30,9,10\n", {},
         {"shown": "Listed stock", "real": "Stock on hand"}, "1"),
        ("buyer-invoice", "Amount paid,Requested on,Invoice status\n100,2026-11-01,refused\n",
         TODAY, {"applied": "Requested on"}, ""),
        ("invoice-freeze", "Shop,Amount without invoice,Months overdue\n1,90,4\n",
         {"freeze_after": "3"}, {"uninvoiced": "Amount without invoice"}, "27.00"),
    ],
)  # fmt: skip
def test_what_may_be_an_input_is_asked_and_leads_to_an_answer(
    calculator: str, text: str, given: dict[str, str], columns: dict[str, str], answer: str
) -> None:
    with pytest.raises(InputError) as refused:
        answer_table(text, calculator, given=given)
    assert refused.value.code == "unsure_columns"
    lines = tuple(f"{name}={heading}" for name, heading in columns.items())
    assert refused.value.values["columns"] == lines
    found = answer_table(text, calculator, given=given, chosen=columns)
    assert (found.amounts, found.remarks) == ([answer], [""])


@pytest.mark.parametrize("cell", ["2026-11-20", "2026年11月20日 周五", "20261120", "46346"])
def test_of_a_signature_the_day_is_enough(cell: str) -> None:
    text = f"订单,签收日期\n1,{cell}\n"
    given = MINUTE | {"label": "seven_days", "kind": "other"}
    found = answer_files(text, calculator="return-deadline", given=given)
    # 168 hours from the next midnight.
    assert found.column("apply_until") == ["2026-11-28 00:00"]


@pytest.mark.parametrize(
    "heading",
    ["最近轨迹时间", "最近轨迹更新时间", "最后轨迹时间", "最新物流时间", "Last tracking record"],
)
@pytest.mark.parametrize("calculator", ["false-shipment", "order-check"])
def test_the_latest_record_has_many_names(calculator: str, heading: str) -> None:
    text = f"实付金额,付款时间,{heading}\n9,2026-11-20 10:00,2026-11-21 10:00\n"
    assert table_of(text, calculator).headings.sure["last_update_at"] == 2


@pytest.mark.parametrize(
    ("field", "heading"),
    [
        ("hub_at", "分拨时间"),
        ("hub_at", "首个中转时间"),
        ("hub_at", "到达分拨中心时间"),
        ("hub_at", "Hub scan"),
        ("hub_at", "Sorting centre scan"),
        ("last_update_at", "最新物流"),
        ("last_update_at", "Last tracking scan"),
    ],
)
def test_records_under_other_names_are_asked_about(field: str, heading: str) -> None:
    text = f"实付金额,付款时间,{heading}\n9,2026-11-20 10:00,2026-11-21 10:00\n"
    for calculator in ("false-shipment", "order-check"):
        match = table_of(text, calculator).headings.matches[field]
        assert (match.sure, match.columns) == (False, (2,))


def test_a_scan_on_the_way_to_the_buyer_is_asked_about() -> None:
    text = "实付金额,付款时间,派件扫描\n9,2026-11-20 10:00,2026-11-21 10:00\n"
    match = table_of(text, "order-check").headings.matches["out_for_delivery_at"]
    assert (match.sure, match.columns) == (False, (2,))


def test_a_scan_at_a_hub_that_is_asked_about_decides() -> None:
    """It came 33 hours after the collection, not within 24."""
    moments = "2026-06-14 10:00,2026-06-15 10:00,2026-06-15 11:00,2026-06-16 20:00"
    text = f"订单编号,实付金额,支付时间,单号上传时间,揽收时间,分拨时间\n1,400,{moments}\n"
    given = {"now": "2026-06-20 10:00", "promised_hours": "48"}
    found = answer_table(text, "false-shipment", given=given, chosen={"hub_at": "分拨时间"})
    assert found.amounts == ["hub_timeout"]


@pytest.mark.parametrize("heading", ["是否使用过", "使用情况", "是否激活", "Used"])
def test_that_goods_were_used_is_not_overlooked(heading: str) -> None:
    text = f"签收时间,{heading}\n2026-11-01 10:00,用过\n"
    given = {"label": "none", "kind": "other", "now": "2026-11-05 10:00"}
    found = answer_files(text, calculator="return-deadline", given=given)
    assert found.column("may_return") == ["ask"]


@pytest.mark.parametrize("heading", ["店铺", "商家", "Shop"])
def test_a_number_of_a_shop_is_no_balance(heading: str) -> None:
    text = f"{heading},未开票金额,拖欠月数\n10023,90,4\n10024,80,4\n"
    assert answer_table(text, "invoice-freeze", given={"freeze_after": "3"}).amounts == [
        "27.00",
        "24.00",
    ]
