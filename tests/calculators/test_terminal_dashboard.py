"""Two files in a terminal, and what a whole file comes to: in words, as JSON, as files."""

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from calculators.__main__ import main
from calculators.core.answers import Dashboard
from calculators.core.table.totals_in_words import TotalsInWords
from calculators.terminal import batch
from calculators.terminal.dashboard import dashboard_report
from tests.support.answered_files import answer_files
from tests.support.made_day import NOW, made_day, orders_file, parcels_file
from tests.support.shapes import differences

DAY = made_day()[:150]
ORDERS, PARCELS = orders_file(DAY), parcels_file(DAY)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(batch, "now_in_beijing", lambda: NOW)
    paths = [tmp_path / "orders.csv", tmp_path / "parcels.csv"]
    for path, text in zip(paths, (ORDERS, PARCELS), strict=True):
        path.write_text(text, encoding="utf-8-sig", newline="")
    return [f"--csv={path}" for path in paths]


def _ran(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["order-check", "--lang", "en", *arguments])
    out, err = capfd.readouterr()
    return status, out, err


def test_the_answered_table_is_that_of_the_page(
    files: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["order-check", "--lang", "en", "--words", *files]) == 0
    told = answer_files(ORDERS, PARCELS, words=True)
    out, err = capfdbinary.readouterr()
    assert out == told.written
    words = err.decode()
    assert "File 1 has the orders, file 2 the parcels" in words
    assert "\n".join(dashboard_report(told.dashboard, told.table.texts)) in words
    assert main(["order-check", "--lang", "en", "--words", *reversed(files)]) == 0
    turned, err = capfdbinary.readouterr()
    assert turned == out
    assert "File 2 has the orders, file 1 the parcels" in err.decode()


def test_json_holds_totals_and_dashboard(
    files: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = _ran(capfd, "--json", *files)
    told: dict[str, Any] = json.loads(out)
    assert status == 0
    assert list(differences(told["totals"], TotalsInWords)) == []
    assert list(differences(told["dashboard"], Dashboard)) == []
    assert told["dashboard"] == answer_files(ORDERS, PARCELS).dashboard


def test_a_calculator_without_a_dashboard_has_totals(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("订单编号,实付金额\n1,1299\n", encoding="utf-8")
    assert main(["late-delivery", "--on", "2025-03-01", "--json", "--csv", str(path)]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["dashboard"] is None
    assert told["totals"]["answered"] == 1
    for asked in ("--ics", "--to-do"):
        assert main(["late-delivery", "--on", "2025-03-01", asked, "--csv", str(path)]) == 2
        assert "没有整份文件的清单和日历" in capfd.readouterr().err


def test_list_and_calendar(files: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    collected = answer_files(ORDERS, PARCELS).collected
    assert collected
    status, out, _ = _ran(capfd, "--to-do", *files)
    assert (status, out) == (0, f"{collected.to_do_list()}\n")
    status, out, _ = _ran(capfd, "--ics", *files)
    assert status == 0
    assert out.count("BEGIN:VEVENT") == collected.calendar("x").count("BEGIN:VEVENT") > 0


def test_what_a_list_leaves_out_is_told_beside_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(
        "订单编号,实付金额,支付时间,承诺发货时间,发货时间\n1,200,2026-11-10 10:00,不明,\n"
        "2,200,2026-11-10 10:00,2026-11-29 10:00,\n",
        encoding="utf-8",
    )
    assert main(["order-check", "--to-do", "--csv", str(path)]) == 0
    told = capfd.readouterr()
    assert "一共 1 单" in told.out
    assert told.err == "算出 1 单，没算出来 1 行，空行 0 行\n"


def test_nothing_ahead_is_no_calendar(
    tmp_path: Path, files: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    del files
    path = tmp_path / "done.csv"
    headings = "订单编号,实付金额,支付时间,承诺发货时间,发货时间,揽收时间,签收时间\n"
    moments = ",".join(["2026-08-01 10:00"] * 5)
    path.write_text(f"{headings}1,5,{moments}\n", encoding="utf-8")
    status, out, err = _ran(capfd, "--ics", "--csv", str(path))
    assert (status, out) == (2, "")
    assert err


def test_the_workbook(files: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["order-check", "--xlsx", *files]) == 0
    sheet = openpyxl.load_workbook(io.BytesIO(capfdbinary.readouterr().out)).active
    assert sheet
    assert sheet.max_row == len(DAY) + 1


def test_columns_of_the_parcels_are_named_and_doubted(
    files: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "others.csv"
    path.write_text(PARCELS.replace("派件时间", "揽收时间"), encoding="utf-8")
    status, _, err = _ran(capfd, files[0], f"--csv={path}")
    assert status == 2
    assert "--other" in err
    assert "collected_at=揽收时间, collected_at=揽收时间" in err
    text = PARCELS.replace("揽收时间", "包裹揽收时间").replace("订单ID", "单据")
    path.write_text(text, encoding="utf-8")
    columns = ("--other", "collected_at=包裹揽收时间", "--other", "order=单据")
    status, out, _ = _ran(capfd, files[0], f"--csv={path}", *columns)
    assert status == 0
    assert "包裹揽收时间,首次分拨时间,轨迹更新时间,派件时间,签收时间,state" in out
    status, _, err = _ran(capfd, *files, "--other", "paid=运单号")
    assert status == 2
    assert "paid" in err


def test_the_cell_that_makes_a_column_of_the_parcels_uncertain_is_named(
    files: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "others.csv"
    path.write_text("订单ID,运单号,揽收时间\n6926001122334455661,SF1,未知\n", encoding="utf-8")
    status, _, err = _ran(capfd, files[0], f"--csv={path}")
    assert status == 2
    assert "collected_at=揽收时间" in err
    assert "未知" in err
    assert "row 2" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--csv", "a", "--csv", "b", "--csv", "c"], "two tables at the most"),
        (["--csv", "-", "--csv", "-"], "standard input holds one table"),
        (["--csv", "a", "--swap"], "name both with --csv"),
        (["--to-do"], "name it with --csv"),
        (["--xlsx"], "name it with --csv"),
    ],
)
def test_what_would_be_left_out_without_a_word_is_refused(
    arguments: list[str], words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["order-check", *arguments, "--lang", "en"])
    assert words in capfd.readouterr().err
