"""The unit of counts: pieces, unless something beside them says boxes, thousands or kilograms."""

import io

import pytest
import xlsxwriter

from calculators.core.inputs.errors import InputError
from calculators.core.table.columns.doubts import doubt_text, doubts_of
from calculators.core.table.units_of_count import stated, whole
from calculators.core.table.workbook.shown import Shown, shown_by
from tests.support.order_tables import answer_table, table_of

REFUSED = "not counted in pieces"


@pytest.mark.parametrize(
    "text",
    [
        "单位：千件\nSKU,库存\n甲,10\n",
        "库存表（箱）\nSKU,库存\n甲,10\n",
        "数量单位：,百件\nSKU,库存\n甲,10\n",
        "Stock in thousands\nSKU,库存\n甲,10\n",
        "SKU,库存\n甲,10\n单位：箱,\n",
        "货品,数量（千件）\nSKU,库存\n甲,10\n",
        "SKU,库存\n,千件\n甲,10\n",
        "SKU,库存\n单位,箱\n甲,10\n",
        "SKU,库存\n甲,10箱\n",
        "SKU,库存（箱）\n甲,10\n",
    ],
)
def test_another_unit_of_a_column_is_asked(text: str) -> None:
    with pytest.raises(InputError) as refused:
        answer_table(text, "safety-stock", given={})
    assert refused.value.code == "unsure_columns"


def test_and_the_reason_is_the_unit() -> None:
    with pytest.raises(InputError) as refused:
        answer_table("单位：千件\nSKU,库存\n甲,10\n", "safety-stock", given={})
    texts = table_of("库存\n1\n", "safety-stock").texts
    (told,) = (doubt_text(texts, each) for each in doubts_of(refused.value))
    assert told.startswith("“库存” is not certain.")
    assert REFUSED in told


def test_whoever_chooses_such_a_column_has_its_numbers_refused() -> None:
    text = "SKU,库存\n,箱\n甲,10\n乙,30件\n丙,0\n"
    found = answer_table(text, "safety-stock", chosen={"stock": "库存"}, given={})
    # A tenth at the least of what says that it is pieces; of nothing there is nothing.
    assert found.amounts == ["", "", "3", "0"]
    assert REFUSED in found.remarks[1]


@pytest.mark.parametrize(
    "text",
    [
        "单位：件\nSKU,库存\n甲,10\n乙,20\n",
        "单位：某某贸易公司\nSKU,库存\n甲,10\n乙,20\n",
        "金额单位：千元\nSKU,库存\n甲,10\n乙,20\n",
        "SKU,库存\n,件\n甲,10\n乙,20\n",
        "SKU,库存（件）\n甲,10\n乙,20\n",
        "SKU,库存（片）\n甲,10\n乙,20\n",
        "SKU,库存\n甲,10双\n乙,20 支\n",
        "SKU,库存\n甲,10 pcs.\n乙,20 each\n",
        "SKU,库存,单位\n甲,10,盒\n乙,20,双\n",
        "SKU,库存,销售单位\n甲,10,箱\n乙,20,箱\n",
        "箱包,库存\n甲,10\n乙,20\n",
    ],
)
def test_pieces_are_answered(text: str) -> None:
    assert answer_table(text, "safety-stock", given={}).amounts[-2:] == ["1", "2"]


def test_a_row_may_name_its_own_unit() -> None:
    rows = ["甲,10,件", "乙,10,箱", "丙,10,", "丁,10,千件", "戊,10件,箱", "己,10,kg"]
    text = "\n".join(["SKU,库存,单位", *rows, ""])
    found = answer_table(text, "safety-stock", given={})
    assert found.amounts == ["1", "", "1", "", "1", ""]
    assert [REFUSED in each for each in found.remarks] == [False, True, False, True, False, True]


def test_a_description_may_name_the_unit_of_one_of_several_counts() -> None:
    head = "SKU,显示库存,实有,订的件数\n"
    with pytest.raises(InputError) as refused:
        answer_table(f"{head},箱,件,件\nA,30,9,10\n", "stock-shortage", given={})
    assert refused.value.values["columns"] == ("shown=显示库存",)
    assert answer_table(f"{head},件,件,件\nA,30,9,10\n", "stock-shortage", given={}).amounts == [
        "",
        "1",
    ]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('0"箱"', Shown("", "箱", 0)),
        ('0"千件"', Shown("", "千件", 0)),
        ('0.0" kg"', Shown("", "kg", 0)),
        ('0"件"', None),
        ('0"盒"', None),
        # It hides what it names: what is stored are pieces.
        ('0!.0,"万件"', None),
    ],
)
def test_a_number_format_may_name_it(code: str, shown: Shown | None) -> None:
    assert shown_by(code) == shown


def test_and_is_asked() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet, style = book.add_worksheet(), book.add_format({"num_format": '0"箱"'})
        sheet.write_row(0, 0, ["SKU", "库存"])
        sheet.write(1, 0, "甲")
        sheet.write_number(1, 1, 10, style)
    with pytest.raises(InputError) as refused:
        answer_table(buffer.getvalue(), "safety-stock", given={})
    assert refused.value.code == "unsure_columns"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("单位：千件", {"other"}),
        ("以箱为单位", {"other"}),
        ("库存单位为公斤", {"other"}),
        ("Units: boxes", {"other"}),
        ("单位：个", {"pieces"}),
        ("单位：千元", set()),
        ("金额单位：千", set()),
        ("单位：抖音小店", set()),
        ("箱包类目库存", set()),
        ("in stock", set()),
    ],
)
def test_what_a_title_states(text: str, kinds: set[str]) -> None:
    assert stated(text) == kinds


def test_of_amounts_a_thousand_may_be_as_well() -> None:
    assert whole("千") == "other"
    assert whole("千", of_amounts=True) is None
    assert whole("千件", of_amounts=True) == "other"


@pytest.mark.parametrize(
    ("calculator", "text", "reason"),
    [
        ("presale-days", "商品,预售几天内发货\n,小时\n甲,48\n", "speaks of others than days"),
        ("presale-days", "商品,预售几天内发货\n,周\n甲,4\n", "speaks of others than days"),
        ("invoice-freeze", "店铺,未开票金额,拖欠月数\n,元,天\n甲,90,4\n", "others than months"),
    ],
)
def test_of_durations_the_unit_is_the_reason_too(calculator: str, text: str, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        answer_table(text, calculator, given={"freeze_after": "3"} if "90" in text else {})
    texts = table_of(text, calculator).texts
    (told,) = (doubt_text(texts, each) for each in doubts_of(refused.value))
    assert reason in told
    assert "hours or days" not in told
