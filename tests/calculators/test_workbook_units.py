"""Units of amounts in workbooks: what a format shows beside a number belongs to its text."""

import io

import pytest
import xlsxwriter

from calculators.core.inputs.errors import InputError
from calculators.core.table.workbook.formats import Shown, shown_by
from tests.support.order_tables import answer_table, table_of

FEN, WAN = ("paid=实付金额 --unit paid=fen",), ("paid=实付金额 --unit paid=wan",)
OTHER = ("paid=实付金额",)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('"$"#,##0.00', Shown("$", "", 0)),
        ("[$$-409]#,##0.00", Shown("$", "", 0)),
        ("[$€-2] #,##0.00", Shown("€", "", 0)),
        ("[$HK$-3C04]#,##0.00", Shown("HK$", "", 0)),
        ("#,##0.00 [$kr-41D]", Shown("", "kr", 0)),
        ("[$¥-411]#,##0", Shown("JPY", "", 0)),
        ('0.00 "USD"', Shown("", "USD", 0)),
        ("$#,##0.00_);($#,##0.00)", Shown("$", "", 0)),
        ('_ "£"* #,##0.00_ ;_ "£"* -#,##0.00_ ', Shown("£", "", 0)),
        ('0"分"', Shown("", "分", 0)),
        ("0分", Shown("", "分", 0)),
        ('General"分"', Shown("", "分", 0)),
        (r"0.00\万", Shown("", "万", 0)),
        ('[Red]0"万元";-0"万元"', Shown("", "万元", 0)),
        ('0.0,"万"', Shown("", "万", 3)),
        ('0"角"', Shown("", "角", 0)),
        ('0.0"千元"', Shown("", "千元", 0)),
        # What is hidden is what is named, so that the number is one of yuan.
        ('0!.0,"万"', None),
        (r'0\.00,,"亿元"', None),
        ('[>=10000]0!.0,"万";0', None),
        ('0.0,"K"', None),
        ("0.0,", None),
        ('"¥"#,##0.00', None),
        ("[$¥-804]#,##0.00", None),
        ("[$CNY] #,##0.00", None),
        ('0.00"元"', None),
        # Of durations, too.
        ('0"分钟"', Shown("", "分钟", 0)),
        ('0"天"', Shown("", "天", 0)),
        (r"0\d", Shown("", "d", 0)),
        ('0.0" hours"', Shown("", "hours", 0)),
        ('yyyy"年"m"月"d"日"', None),
        ('0"件"', None),
        ("#,##0.00", None),
        ("General", None),
    ],
)
def test_a_number_format_may_name_a_unit(code: str, shown: Shown | None) -> None:
    assert shown_by(code) == shown


def _formatted(code: str, *amounts: float) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet, style = book.add_worksheet(), book.add_format({"num_format": code})
        sheet.write_row(0, 0, ["订单编号", "实付金额"])
        for at, amount in enumerate(amounts, start=1):
            sheet.write(at, 0, f"A{at}")
            sheet.write_number(at, 1, amount, style)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("code", "amounts", "asked", "cell", "units", "answers"),
    [
        ('"$"#,##0.00', (400, 378.5), OTHER, "$378.5", "yuan", ["4.00", "3.79"]),
        ('0.00 "USD"', (400, 378.5), OTHER, "378.5USD", "yuan", ["4.00", "3.79"]),
        ('0"分"', (40000, 37850), FEN, "37850分", "fen", ["4.00", "3.79"]),
        ('0.00"万"', (0.04, 0.03785), WAN, "0.03785万", "wan", ["4.00", "3.79"]),
        # 20,000 shown as 20.0万 are twenty times ten thousand.
        ('0.0,"万"', (40, 37), WAN, "0.037万", "wan", ["4.00", "3.70"]),
    ],
)
def test_the_unit_that_a_workbook_shows_is_asked(  # noqa: PLR0913, PLR0917 (a table of cases)
    code: str,
    amounts: tuple[float, ...],
    asked: tuple[str, ...],
    cell: str,
    units: str,
    answers: list[str],
) -> None:
    data = _formatted(code, *amounts)
    with pytest.raises(InputError) as refused:
        answer_table(data)
    assert refused.value.values["columns"] == asked
    assert table_of(data).layout.samples(1)[1] == cell
    with pytest.raises(InputError) as refused:
        answer_table(data, chosen={"paid": "实付金额"})
    assert refused.value.code in {"unit_not_said", "other_unit"}
    assert answer_table(data, units={"paid": units}).amounts == answers
