"""Units of amounts in workbooks: what a format shows beside a number belongs to its text."""

import io

import pytest
import xlsxwriter

from calculators.core.inputs.errors import InputError
from calculators.core.table.orders.lost_digits import LostDigits
from calculators.core.table.workbook.numbers import chosen_text, shown_text
from calculators.core.table.workbook.shown import Shown, choices_of, shown_by
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
        # The yen in newer files, and by its language alone.
        ("[$¥-ja-JP]#,##0", Shown("JPY", "", 0)),
        ("[$￥-ja-JP-x-gannen]0", Shown("JPY", "", 0)),
        ('[$-411]"¥"0', Shown("JPY", "", 0)),
        ("[$¥-zh-CN]#,##0", None),
        # A program's own word for General.
        ('G/通用格式"天"', Shown("", "天", 0)),
        ('G/標準"分"', Shown("", "分", 0)),
        ("G/通用格式", None),
        # Whatever is not known to say nothing.
        ('0"天超时"', Shown("", "天超时", 0)),
        ('"分钟:"0', Shown("分钟:", "", 0)),
        ('0"分鐘"', Shown("", "分鐘", 0)),
        ("0!h", Shown("", "h", 0)),
        (r"0\%", Shown("", "%", 0)),
        ('"NO."0', Shown("NO.", "", 0)),
        ('"SF"0000', Shown("SF", "", 0, 4)),
        # And what is.
        ('0"單"', None),
        ('0.00"元整"', None),
        ('0"圓正"', None),
        ('"人民幣"0.00"元"', None),
        ('0.00" (CNY)"', None),
        ('"人民币："0.00', None),
        ("（0.00）", None),
        ("[Red][<0]\\-0.00;0.00", None),
        ("#,##0.00;[Red]-#,##0.00", None),
        (r"#,##0.00\ ", None),
        ("0.00_ ", None),
        ("#,##0_-;* -#,##0_-", None),
        ('_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', None),
        ("# ?/?", None),
        ("0.00E+00", None),
        ("@", None),
        (f'0"{"天" * 2000}"', Shown("", "天" * 998, 0)),
        # A point that is written as it stands: of what is stored in fen yuan are seen.
        (r"0\.00", Shown("", "", 2)),
        ("0!.00", Shown("", "", 2)),
        ('"¥"0"."00"元"', Shown("", "", 2)),
        ('0!.0,"萬"', None),
        # Other texts among the digits, as of codes.
        ("000", Shown("", "", 0, 3)),
        (r"0000\-00\-00", Shown("", "", 0, 8, (("-", 2), ("-", 2)))),
        ('0"小时"00"分"', Shown("", "分", 0, 3, (("小时", 2),))),
        ('0"件"', None),
        ("#,##0.00", None),
        ("General", None),
    ],
)
def test_a_number_format_may_name_a_unit(code: str, shown: Shown | None) -> None:
    assert shown_by(code) == shown


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("20000", r"0\.00", "200"),
        ("20005", "0!.00", "200.05"),
        ("5", '0"."00', "0.05"),
        ("20260701", r"0000\-00\-00", "2026-07-01"),
        ("20260701", '0000"年"00"月"00"日"', "2026年07月01日"),
        ("20260701", r"0000\.00\.00", "2026.07.01"),
        ("4830", '0"小时"00"分"', "48小时30分"),
        ("30", '0"小时"00"分"', "0小时30分"),
        ("-5", '0"小时"00"分"', "-5分"),
        ("7", '"SF"0000', "SF0007"),
        ("7", "000", "007"),
        ("7.5", "000", "7.5"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(stored: str, code: str, text: str) -> None:
    shown = shown_by(code)
    assert shown
    assert shown_text(stored, shown) == text


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ('[<60]0"分钟";0"小时"', "-5分钟 0分钟 5分钟 100小时 20000小时"),
        ('[>=10000]0!.0,"万";0', "-5 0 5 100 20000"),
        ('[>=10000]0!.0,"万元";[>=100]0"分";0', "-5 0 5 100分 20000"),
        ('[>=10000]0.0,"万";0', "-5 0 5 100 20万"),
        ('[<0]"亏"0;0.00', "亏-5 0 5 100 20000"),
        ('[=0]"免费";[>0]0"fen";0', "-5 0 5fen 100fen 20000fen"),
        ('[<>100]0;0"天"', "-5 0 5 100天 20000"),
        ('[>5]0"天"', "-5 0 5 100天 20000天"),
        ('[Red][<=5.5]0"天";[Blue]0"时"', "-5天 0天 5天 100时 20000时"),
    ],
)
def test_a_condition_decides_what_is_shown_beside_which_number(code: str, texts: str) -> None:
    numbers, choices = ("-5", "0", "5", "100", "20000"), choices_of(code)
    assert [chosen_text(each, choices) for each in numbers] == texts.split()
    cells = [table_of(_formatted(code, 5, each)).layout.samples(1)[1] for each in (100, 20000)]
    assert cells == texts.split()[3:]


@pytest.mark.parametrize("code", ["General", "", '0"天";-0"天"', "[Red]0", "[h]:mm", "[$-804]0"])
def test_without_a_condition_there_is_no_choice(code: str) -> None:
    assert choices_of(code) == ()


def test_a_long_number_has_lost_its_digits_whatever_is_shown_beside_it() -> None:
    for code in ('"NO."0', "000", r"0000\-0000"):
        shown = shown_by(code)
        assert shown
        assert isinstance(shown_text("6.9260011223344559E+18", shown), LostDigits)


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
        ('0" fen"', (40000, 37850), FEN, "37850fen", "fen", ["4.00", "3.79"]),
        ('0" cents"', (40000, 37850), FEN, "37850cents", "fen", ["4.00", "3.79"]),
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


HEAD = ["订单编号", "实付金额", "承诺小时数", "晚发小时数"]
ASKED = "unsure_columns"


def _come_to(data: bytes | str) -> list[str] | str:
    try:
        return answer_table(data, given={"on": "2026-07-01"}).amounts
    except InputError as refused:
        return refused.code


@pytest.mark.parametrize(
    ("at", "stored", "code", "cell", "comes_to"),
    [
        (3, 60, '0"分鐘"', "60分鐘", ["0.00"]),
        (3, 60, '0"分钟超时"', "60分钟超时", ["0.00"]),
        (3, 3, '0"天超时"', "3天超时", ["10.00"]),
        (3, 3, 'G/通用格式"天"', "3天", ["10.00"]),
        (3, 60, 'G/通用格式"分钟"', "60分钟", ["0.00"]),
        (3, 3, '0"天未发"', "3天未发", ASKED),
        (3, 60, '0"分 钟"', "60分 钟", ASKED),
        (3, 60, '0"分钟/单"', "60分钟/单", ASKED),
        (3, 3, '0"天后"', "3天后", ASKED),
        (3, 60, '0"mins."', "60mins.", ASKED),
        (3, 60, '0"minute(s)"', "60minute(s)", ASKED),
        (3, 3, '0"day(s)"', "3day(s)", ASKED),
        (3, 1, '0"週"', "1週", ["10.00"]),
        (3, 3, '0"半天"', "3半天", ASKED),
        (3, 60, '"分钟:"0', "分钟:60", ASKED),
        (3, 3, '"天:"0', "天:3", ASKED),
        (1, 20000, '0" fen"', "20000 fen", ASKED),
        (1, 20000, '0" cents"', "20000 cents", ASKED),
        (1, 20000, '"分:"0', "分:20000", ASKED),
        (1, 20000, '0"分钱"', "20000分钱", ASKED),
        (1, 20000, '0"分/件"', "20000分/件", ASKED),
        (1, 20000, '0"Yen"', "20000Yen", ASKED),
        (1, 20000, '"JP¥"0', "JP¥20000", ASKED),
        (1, 20000, '"Rp"0', "Rp20000", ASKED),
        (1, 20000, 'G/通用格式"分"', "20000分", ASKED),
        (1, 20000, 'G/通用格式"万"', "20000万", ASKED),
        (1, 20000, "[$¥-ja-JP]#,##0", "JPY 20000", ASKED),
        (1, 20000, "[$¥-zh-CN]#,##0", "¥20,000", None),
        (1, 20000, r"0\.00", "200.00", None),
        (1, 20000, '"¥"0!.00', "¥200.00", None),
        (1, 20000, '0.00"元"', "20000.00元", None),
    ],
)
def test_a_workbook_comes_to_what_a_text_of_what_it_shows_comes_to(
    at: int, stored: int, code: str, cell: str, comes_to: list[str] | str | None
) -> None:
    row: list[str | int] = ["A1", 1000, 48, 12]
    row[at] = stored
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, row)
        sheet.write_number(1, at, stored, book.add_format({"num_format": code}))
    texts = list(map(str, row))
    texts[at] = f'"{cell}"'
    found = _come_to(buffer.getvalue())
    assert found == _come_to(f"{','.join(HEAD)}\n{','.join(texts)}\n")
    if comes_to:
        assert found == comes_to
