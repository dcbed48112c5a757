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


@pytest.mark.parametrize("heading", ["店铺", "商家", "Shop"])
def test_a_number_of_a_shop_is_no_balance(heading: str) -> None:
    text = f"{heading},未开票金额,拖欠月数\n10023,90,4\n10024,80,4\n"
    assert answer_table(text, "invoice-freeze", given={"freeze_after": "3"}).amounts == [
        "27.00",
        "24.00",
    ]
