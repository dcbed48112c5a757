"""Files in a terminal: workbooks, pipes, and how a run ends that is cut short."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer
from typing import BinaryIO

import pytest

from tests.support.terminal import Ran, run
from tests.support.workbooks import workbook_of

STOCK = ("手里的库存", "最少留多少", "最多留多少", "备注")
CSV = "手里的库存,最少留多少,最多留多少,备注\n100,5,10,急\n200,5,10,\n"
MANY = CSV + "300,5,10,x\n" * 30_000


def _run(*arguments: str, data: bytes | str = b"") -> Ran:
    return run("safety-stock", *arguments, data=data if isinstance(data, bytes) else data.encode())


def _answered(*arguments: str, data: bytes | str = b"") -> bytes:
    ran = _run(*arguments, data=data)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def _process(
    *arguments: str | bytes, data: bytes = b"", output: int | BinaryIO = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "calculators", "safety-stock", *arguments],
        input=data,
        stdout=output,
        stderr=subprocess.PIPE,
        check=False,
    )


ONE = workbook_of({"库存": [STOCK, (100, 5, 10, "急"), (200, 5, 10, None)]})
TWO = workbook_of(
    {"说明": [], "六月": [STOCK, (300, 5, 10)], "七月": [STOCK, (100, 5, 10, "急"), (200, 5, 10)]}
)


@pytest.mark.parametrize("name", ["库存.xlsx", "stock.csv", "stock"])
def test_a_workbook_is_told_by_its_first_bytes(name: str, tmp_path: Path) -> None:
    path, text = tmp_path / name, tmp_path / "by text"
    path.write_bytes(ONE)
    text.write_text(CSV, encoding="utf-8")
    assert _answered("--csv", str(path)) == _answered("--csv", str(text))


def test_a_sheet_is_named_where_more_than_one_has_rows(tmp_path: Path) -> None:
    path = tmp_path / "库存.xlsx"
    path.write_bytes(TWO)
    asked = _run("--csv", str(path))
    assert (asked.returncode, asked.stdout) == (2, b"")
    assert "--sheet" in asked.stderr.decode()
    assert "六月、七月" in asked.stderr.decode()
    named = _answered("--csv", str(path), "--sheet", "七月")
    assert named == _answered("--csv", "-", data=ONE)
    wrong = _run("--csv", str(path), "--sheet", "八月", "--lang", "en")
    assert wrong.returncode == 2
    assert "no sheet “八月”" in wrong.stderr.decode()
    assert _run("--csv", "-", "--sheet", "七月", data=CSV).returncode == 2
    assert _run("stock=5", "--sheet", "七月").returncode == 2


@pytest.mark.parametrize("data", [CSV.encode(), CSV.encode("gb18030"), ONE])
def test_standard_input(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "stock"
    path.write_bytes(data)
    assert _answered("--csv", "-", data=data) == _answered("--csv", str(path))


def test_who_reads_only_the_first_lines_has_what_was_wanted() -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "calculators", "safety-stock", "--csv", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdin
    assert running.stdout
    assert running.stderr
    running.stdin.write(MANY.encode())
    running.stdin.close()
    assert running.stdout.readline().startswith(b"\xef\xbb\xbf")
    running.stdout.close()
    assert (running.wait(), running.stderr.read()) == (0, b"")
    running.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("arguments", [["--csv", "-"], ["--help"], ["stock=5"]])
def test_a_full_disk_is_told_in_one_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = _process(*arguments, data=CSV.encode(), output=full)
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert b"No space left" in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="no such shell")
@pytest.mark.parametrize(
    ("ending", "status", "output", "said"),
    [
        ("--csv - <&-", 2, 0, ["<stdin>"]),
        ("--csv - <&- >&-", 1, 0, ["<stdout>"]),
        ("--csv {path} >&-", 1, 0, ["<stdout>"]),
        ("--csv {path} --xlsx >&-", 1, 0, ["<stdout>"]),
        ("stock=5 >&-", 1, 0, ["<stdout>"]),
        # What is said beside the answers never gets into them.
        ("--csv {path} 2>&-", 0, 3, []),
        ("stock=x 2>&-", 2, 0, []),
        ("--csv - 2>&- <&-", 2, 0, []),
    ],
)
def test_a_closed_stream_is_told_in_one_line(
    ending: str, status: int, output: int, said: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "stock.csv"
    path.write_text(CSV, encoding="utf-8")
    command = f"{sys.executable} -m calculators safety-stock {ending.format(path=path)}"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    lines = ran.stderr.decode().splitlines()
    assert (ran.returncode, len(ran.stdout.splitlines())) == (status, output)
    assert (len(lines), [name for name in said if name in lines[0]]) == (len(said), said)


def test_nothing_is_said_where_there_is_nothing_to_say() -> None:
    ran = _process("--csv", "-", data=CSV.encode())
    assert (ran.returncode, ran.stdout) == (0, _answered("--csv", "-", data=CSV))
    assert all(ran.stderr.splitlines())


@pytest.mark.skipif(os.name == "nt", reason="its arguments are text")
def test_arguments_that_are_no_text(tmp_path: Path) -> None:
    ran = _process(b"stock=\xff")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    ran = _process("--csv", bytes(tmp_path) + b"/\xff.csv")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    path = Path(os.fsdecode(bytes(tmp_path) + b"/\xfe.csv"))
    path.write_text(CSV, encoding="utf-8")
    assert _process("--csv", os.fsencode(path)).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="has no such signal")
def test_an_interruption_ends_in_one_line() -> None:
    # A shell's background jobs ignore the signal, and so would what is begun here.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "calculators", "safety-stock", "--csv", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stderr
    given_up = Timer(60, running.kill)
    given_up.start()
    # What keeps the table is imported last: it waits for that now.
    assert any(b" tempfile" in line for line in running.stderr)
    given_up.cancel()
    time.sleep(0.5)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate()
    lines = [line for line in said.decode().splitlines() if not line.startswith("import time:")]
    assert (running.returncode, lines) == (130, ["interrupted"])


@pytest.mark.parametrize(
    ("arguments", "data", "errors"),
    [
        (("--csv", "-"), "品牌\nA\n", [("csv", "missing_columns")]),
        (("--csv", "nowhere.csv"), "", [("csv", "missing")]),
        (("--csv", "."), "", [("csv", "directory")]),
        (("--csv", "-", "--sheet", "六月"), CSV, [("csv", "no_sheets")]),
        (
            ("--csv", "-", "least=x", "most=1"),
            CSV,
            [("least", "unknown_field"), ("most", "unknown_field")],
        ),
        (
            ("--csv", "-"),
            "库存,最少留多少\n100,很多\n",
            [("csv", "unsure_columns"), ("share_low", "unsure_cell")],
        ),
    ],
)  # fmt: skip
def test_why_a_file_is_refused_is_told_to_programs(
    arguments: tuple[str, ...], data: str, errors: list[tuple[str, str]]
) -> None:
    ran = _run(*arguments, "--json", "--lang", "en", data=data)
    assert (ran.returncode, ran.stderr) == (2, b"")
    told = json.loads(ran.stdout)
    assert (told["calculator"], told["ok"]) == ("safety-stock", False)
    assert [(each["field"], each["code"]) for each in told["errors"]] == errors
    plain = _run(*arguments, "--lang", "en", data=data)
    assert (plain.returncode, plain.stdout) == (2, b"")
    assert plain.stderr.decode().splitlines() == [each["text"] for each in told["errors"]]
