"""The calculators from a terminal: one question, a table, the list, and what is wrong."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from calculators import CALCULATORS, definition
from calculators.__main__ import main
from calculators.clock import now_in_beijing
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED

ON_THE_DAY = ("--on", PINNED)


def test_one_question_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["late-delivery", "paid=299.99", "force_majeure=no", "--lang", "en", "--json"]
    assert main([*arguments, *ON_THE_DAY]) == 0
    typed = {"paid": "299.99", "force_majeure": "no"}
    assert json.loads(capsys.readouterr().out) == evaluate("late-delivery", typed, "en", PINNED)


def test_one_question_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["late-delivery", "paid=1299", *ON_THE_DAY]) == 0
    printed = capsys.readouterr().out
    assert "这一单要扣: 12.99 元" in printed
    assert "2024-08-26" in printed or "2025-04-28" in printed, "the text it rests on"


def test_wrong_inputs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["invoice-freeze", "uninvoiced=x", "--lang", "en"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert [line.partition(":")[0] for line in printed.err.splitlines()] == [
        "uninvoiced",
        "months_overdue",
    ]
    assert main(["invoice-freeze", "uninvoiced=x", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["ok"] is False
    assert main(["no-such", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["errors"][0]["code"] == "unknown_calculator"


def test_the_list_and_the_inputs_of_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list", "--lang", "en"]) == 0
    listed = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert tuple(listed) == CALCULATORS
    assert main(["purchase-limit", "--help"]) == 0
    assert "per_order=positive_integer" in capsys.readouterr().out


def test_each_input_is_told_with_what_an_empty_one_means(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["entry-cost", "--help", "--lang", "en"]) == 0
    told = dict(line.split("=", 1) for line in capsys.readouterr().out.splitlines()[1:])
    texts = definition("entry-cost").texts("en")
    rules = definition("entry-cost").rule_book.on(now_in_beijing().date())
    expected = {
        "deposits": "money_list  {label}",
        "licence": "self|agent  {label} (self)",
        "agent_fee": f"money  {{label}} ({rules['agent_fee'].value})",
        "equipment": "money  {label} (0)",
    }
    for name, line in expected.items():
        label = texts.get("fields", name, "label")
        assert told[f"  {name}"] == line.format(label=label)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["late-delivery", "paid"],
        ["late-delivery", "a=1", "a=2"],
        ["late-delivery", "paid=1", "--against", "paid=2", "--ics"],
        ["late-delivery", "--csv", "a.csv", "--against", "paid=2"],
        ["late-delivery", "paid=1", "--words"],
    ],
)
def test_what_cannot_be_meant(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        ([], "请写明用哪个计算器", "Name a calculator"),
        (["late-delivery", "paid"], "“paid”要写成 名称=值", "Write “paid” as name=value"),
        (["late-delivery", "a=1", "a=2"], "“a”写了两次", "“a” was given twice"),
        (["late-delivery", "--csv", "x", "--unit", "fen"], "--unit paid=fen", "--unit paid=fen"),
        (["late-delivery", "--csv", "x", "--column", "paid"], "名称=列名", "name=heading"),
        (
            ["late-delivery", "--csv", "x", "--column", "paid=A", "--column", "paid=B"],
            "“paid”写了两次（--column paid=）",
            "“paid” was given twice (--column paid=)",
        ),
        (["late-delivery", "--cvs", "x"], "不认识“--cvs”", "“--cvs” is not known here"),
        (["late-delivery", "--csv"], "--csv 后面还要写一个值", "--csv needs a value"),
        (["late-delivery", "--csv", ""], "--csv 后面没有写文件名", "no file name behind --csv"),
        (["late-delivery", "--csv", "x", "--lang", "fr"], "--lang 不能写成“fr”", ""),
        (["late-delivery", "--json", "--xlsx"], "只能用一个", "cannot be used together"),
        (["late-delivery", "--words=1"], "请去掉“1”", "leave out “1”"),
        (
            ["late-delivery", "paid=1", "--on", "2025-01-01", "--on", "2026-01-01"],
            "--on 写了两次",
            "--on was given twice",
        ),
        (
            ["late-delivery", "paid=1", "on=2025-01-01", "--on", "2026-01-01"],
            "“on”写了两次（on= --on）",
            "“on” was given twice (on= --on)",
        ),
    ],
)
def test_what_was_typed_wrongly_is_told_in_one_line(
    arguments: list[str], zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, words in (([], zh), (["--lang", "en"], en)):
        if not words:
            continue
        with pytest.raises(SystemExit) as stopped:
            main([*lang, *arguments])
        assert stopped.value.code == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert words in line


def test_a_file_that_cannot_be_opened_is_named_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, zh, en in (
        (tmp_path / "no.csv", "找不到文件", "There is no file"),
        (tmp_path, "是文件夹", "is a folder"),
    ):
        for lang, words in (("zh", zh), ("en", en)):
            assert main(["late-delivery", "--csv", str(path), "--lang", lang]) == 2
            (line,) = capsys.readouterr().err.splitlines()
            assert words in line
            assert str(path) in line


def test_who_left_out_the_order_number_is_not_told_that_none_was_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "orders.csv"
    table.write_text("订单编号,实付金额\nA1,400\nA1,500\n", encoding="utf-8")
    asked = ["late-delivery", "--csv", str(table), "--on", "2025-03-01", "--column", "order="]
    assert main([*asked, "--json"]) == 0
    told = capsys.readouterr().out
    assert "写明了不用订单号这一列" in told
    assert "没有认出订单号" not in told


def test_a_table_keeps_its_columns_and_rows(tmp_path: Path) -> None:
    table = tmp_path / "orders.csv"
    table.write_text(
        '\ufeff订单号,买家实付金额,tier\nA1,"1,299.00",gold\nA2,abc,\n\n"A\n3",5\nA4,6,x,surplus\n',
        encoding="utf-8",
    )
    asked = ["late-delivery", "--csv", str(table), "--lang", "en", *ON_THE_DAY]
    ran = subprocess.run(
        [sys.executable, "-m", "calculators", *asked],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert ran.stdout.startswith("\ufeff"), "for spreadsheets"
    rows = list(csv.reader(io.StringIO(ran.stdout.removeprefix("\ufeff"), newline="")))
    assert "answered: 2; rows without an answer: 2; empty: 1" in ran.stderr
    assert rows[0] == [
        "订单号", "买家实付金额", "tier", "compensation", "tier_answer", "rate", "errors",
    ]  # fmt: skip
    assert rows[1] == ["A1", "1,299.00", "gold", "12.99", "percent", "1.00", ""]
    assert rows[2][:6] == ["A2", "abc", "", "", "", ""]
    assert "as a number" in rows[2][6]
    assert rows[3] == [""] * 7
    assert rows[4] == ["A\n3", "5", "", "3.00", "flat", "60.00", ""]
    assert rows[5][:3] == ["A4", "6", "x"]
    assert rows[5][-1] == "surplus"


def test_columns_that_are_not_certain_are_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "orders.csv"
    table.write_text("订单号,实付金额合计\n1,299.99\n", encoding="gbk")
    asked = ["late-delivery", "--csv", str(table), "--lang", "en", *ON_THE_DAY]
    assert main(asked) == 2
    assert "paid=实付金额合计" in capfd.readouterr().err
    assert main([*asked, "--column", "paid=实付金额合计", "force_majeure=yes", "--words"]) == 0
    answered = capfd.readouterr().out.splitlines()
    assert answered[0].endswith(
        "Taken for this order,How it comes about,As a share of the amount paid,"
        "Why there is no answer"
    )
    assert answered[1].startswith('1,299.99,0.00,"force majeure, nothing due"')


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "no column for these"),
        (["--column", "paid=c"], "no column “c”"),
        (["--column", "price=a"], "no input called “price”"),
        (["colour=red"], "no input called “colour”"),
        (["paid=5", "--on", "01/02/2026"], "Write the date of the rules like"),
        (["paid=5", "force_majeure=maybe"], "Choose one of the options"),
    ],
)
def test_a_table_that_cannot_be_answered(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "orders.csv"
    table.write_text("a,b\nx,y\n")
    assert main(["late-delivery", "--csv", str(table), "--lang", "en", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    assert main(["late-delivery", "--csv", str(tmp_path / "none.csv")]) == 2


def test_deadlines_as_a_calendar(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = ["arbitration-deadline", "effective=2026-11-20", "today=2026-11-21", "--ics"]
    assert main([*asked, *ON_THE_DAY]) == 0
    assert capfdbinary.readouterr().out.startswith(b"BEGIN:VCALENDAR\r\n")


def test_an_answer_without_a_deadline_is_no_calendar(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["late-delivery", "paid=5", "--ics", "--lang", "en", *ON_THE_DAY]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "no deadline" in printed.err


def test_the_days_mistake_is_told_with_all_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["late-delivery", "paid=x", "--on", "foo"]) == 2
    told = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert told == ["paid", "on"]


def test_the_day_of_the_rules_may_be_typed_like_an_input(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # As of a file, and behind --against: of 1,299 yuan 1 %, to fen, until 2026-05-05.
    assert main(["late-delivery", "paid=1299", "on=2025-03-01", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["outputs"]["compensation"] == "12.99"


def test_a_name_that_no_new_calculator_can_have(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "Late_Delivery", "--lang", "en"]) == 2
    assert capsys.readouterr().err
