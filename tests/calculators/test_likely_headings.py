"""Headings that no list is sure of are asked about as the input that they may be, and lead on."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.answered_files import answer_files
from tests.support.lines_to_add import to_add
from tests.support.order_tables import answer_table, table_of

LATE = {"promised_hours": "48", "late_hours": "50", "force_majeure": "no", "on": "2025-03-01"}
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
        # 20 less 6 are fewer than 15.
        ("campaign-withdrawal", "参加商品数,要撤商品数,商品阶段,最少留\n20,6,待审核,15\n", {},
         {"minimum_left": "最少留"}, "no"),
        ("campaign-withdrawal", "Products joined,To withdraw,Stage,Min left\n20,6,Live,15\n",
         {}, {"minimum_left": "Min left"}, "no"),
        ("entry-cost", "店铺,上月成交额,执照来源\n甲,60000,代办\n", SHOP,
         {"licence": "执照来源"}, "200.00"),
        ("buyer-order", "买家,下单件数,是否屏蔽\n甲,1,是\n", {}, {"blocked": "是否屏蔽"}, "no"),
        ("buyer-order", "买家,每人限购,下单件数,买过几件\n甲,3,1,3\n", {},
         {"bought": "买过几件"}, "no"),
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
    lines = tuple(to_add(name, heading) for name, heading in columns.items())
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


@pytest.mark.parametrize(
    ("calculator", "field", "headings", "cell"),
    [
        ("campaign-withdrawal", "minimum_left", "至少留几件,最低保留件数,保留数量,Must stay", "15"),
        ("campaign-withdrawal", "at", "撤出时间,操作时间,Withdrawal time", "2026-11-29 02:00"),
        ("entry-cost", "risk_shop", "是否风险店铺,店铺风险,是否高风险,High risk", "是"),
        ("entry-cost", "licence", "执照,执照来源", "代办"),
        ("entry-cost", "agent_fee", "办照费,中介费,License cost", "500"),
        ("entry-cost", "payback_days_high", "回款天数（最慢）,账期,Payback days max", "15"),
        ("entry-cost", "trial_orders", "试运营单数", "30"),
        ("invoice-freeze", "balance", "可提现余额,货款余额,待提现,Withdrawable amount", "1000"),
        ("buyer-order", "blocked", "限制下单,禁止购买,Banned", "是"),
        ("buyer-order", "bought", "买过,历史购买数,Bought before", "3"),
        ("arbitration-deadline", "rejected", "被驳回时间,Rejected at", "2026-11-20 10:00"),
        ("buyer-invoice", "completed", "确认收货时间,完结时间,Finished at", "2026-11-20"),
        ("buyer-invoice", "agreed_by", "约定日期,Invoice agreed", "2026-11-20"),
        ("return-deadline", "goods_back", "商家签收时间,退货入库时间", "2026-11-20 10:00"),
        ("return-deadline", "opened", "是否拆开", "no"),
        ("purchase-limit", "category_default", "类目限购,Category limit", "5"),
    ],
)  # fmt: skip
def test_a_word_in_a_heading_is_enough_to_be_asked_about(
    calculator: str, field: str, headings: str, cell: str
) -> None:
    for heading in headings.split(","):
        match = table_of(f"名称,{heading}\n甲,{cell}\n", calculator).headings.matches[field]
        assert (match.sure, match.columns) == (False, (1,)), heading


@pytest.mark.parametrize(
    ("calculator", "field", "headings", "cell"),
    [
        ("campaign-withdrawal", "minimum_left", "最低价,最低折扣,Minimum price", "9"),
        ("campaign-withdrawal", "at", "撤出原因", "缺货"),
        ("entry-cost", "payback_days_low", "最慢回款,最长账期", "15"),
        ("entry-cost", "risk_shop", "风险分", "30"),
        ("invoice-freeze", "balance", "冻结货款,保证金余额,已提现金额", "90"),
        ("purchase-limit", "category_default", "类目ID", "20013"),
        ("buyer-invoice", "completed", "退货完结时间,预计收货时间", "2026-11-20"),
        ("buyer-invoice", "agreed_by", "约定发货时间", "2026-11-20"),
        ("return-deadline", "goods_back", "退回申请时间,退回寄出时间", "2026-11-20 10:00"),
    ],
)
def test_a_word_is_not_enough_beside_others(
    calculator: str, field: str, headings: str, cell: str
) -> None:
    for heading in headings.split(","):
        match = table_of(f"名称,{heading}\n甲,{cell}\n", calculator).headings.matches[field]
        assert not match.columns, heading


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


@pytest.mark.parametrize(
    "heading", ["订单应付金额", "Order amount payable", "Order payable amount"]
)
def test_what_is_payable_for_an_order_is_what_is_paid(heading: str) -> None:
    assert answer_table(f"{heading}\n200\n", "late-delivery", given=LATE).amounts == ["3.00"]


@pytest.mark.parametrize(
    "heading",
    ["应付金额", "Amount due", "Amount payable", "Payable amount", "Total payable", "Total due"],
)
def test_and_what_is_payable_for_something_is_asked(heading: str) -> None:
    text = f"{heading}\n200\n"
    with pytest.raises(InputError) as refused:
        answer_table(text, "late-delivery", given=LATE)
    named = f'"{heading}"' if " " in heading else heading
    assert refused.value.values["columns"] == (f"paid={named}",)
    found = answer_table(text, "late-delivery", chosen={"paid": heading}, given=LATE)
    assert found.amounts == ["3.00"]
