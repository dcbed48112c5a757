"""A column that is not taken unasked says why: for which of its cells, or for its unit."""

import json
import shlex
from pathlib import Path

import pytest

from calculators.__main__ import main
from calculators.core.text.catalogue import LANGUAGES
from calculators.page.orders import Orders
from calculators.terminal import ANSWERED, WRONG_INPUTS

LONG = "待" * 300


def _said(text: str, calculator: str, lang: str) -> dict[str, str]:
    """What the page says of the columns of a file, by field."""
    data = text.encode()

    class Bytes:
        """As the browser hands them over."""

        def __init__(self, at: int, count: int) -> None:
            self._part = data[at : at + count]

        def to_bytes(self) -> bytes:
            return self._part

    request = {"calculator": calculator, "lang": lang, "now": "2026-11-25T12:00", "on": ""}
    found = json.loads(Orders(json.dumps(request), Bytes, len(data)).found())
    return {each["name"]: each["doubt"] for each in found["fields"]}


@pytest.mark.parametrize(
    ("calculator", "text", "field", "row", "cell"),
    [
        # A likely name is doubted for any of its cells, a known one where none reads.
        ("late-delivery", "订单号,订单金额\nA,5\nB,待核对\n", "paid", 3, "待核对"),
        ("late-delivery", "订单号,实付金额\nA,待核对\nB,\nC,见备注\n", "paid", 2, "待核对"),
        ("late-delivery", "九月的订单,\n订单号,订单金额\n,\nA,5\nB,六\n", "paid", 5, "六"),
        ("late-delivery", "订单号,实付金额,发货时间\nA,5,昨天\n", "shipped_at", 2, "昨天"),
        ("late-delivery", "订单号,实付金额,不可抗力\nA,5,暴雨\n", "force_majeure", 2, "暴雨"),
        ("buyer-order", "数量,每人限购\n2,3\n两箱,3\n", "quantity", 3, "两箱"),
        ("late-delivery", f"订单号,订单金额\nA,5\nB,{LONG}\n", "paid", 3, "待…"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_cell_that_is_doubted_is_named(  # noqa: PLR0913, PLR0917 (a column each)
    calculator: str,
    text: str,
    field: str,
    row: int,
    cell: str,
    lang: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = _said(text, calculator, lang)[field]
    assert (f"第 {row} 行" if lang == "zh" else f"row {row}") in said
    assert cell in said
    assert len(said) < 200
    file = tmp_path / "orders.csv"
    file.write_text(text)
    assert main([calculator, "--csv", str(file), "--lang", lang]) == WRONG_INPUTS
    assert said in capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    "text",
    [
        "订单号,订单金额\nA,5\n",  # only its name is doubted
        "订单号,实付金额\nA,5\nB,待核对\n",  # it is sure
        "订单号,实付金额（分）\nA,5\n",  # its unit is
        "订单号,买家实付,实付金额\nA,x,5\n",  # which of two it is
        "订单号,实付金额\nA,\n",
    ],
)
def test_of_nothing_else_a_cell_is_named(text: str) -> None:
    assert not any(_said(text, "late-delivery", "en").values())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("订单号,实付金额（分）\nA,5\n", "--column paid=实付金额（分） --unit paid=fen"),
        ("订单号,买家实付（万元）\nA,5\n", "--column paid=买家实付（万元） --unit paid=wan"),
        ("订单号,实付金额（角）\nA,5\n", "--column paid=实付金额（角） --unit paid=yuan"),
        ("订单号,实付金额,币种\nA,5,USD\n", "--column paid=实付金额 --unit paid=yuan"),
        ("单位：分\n订单号,实付金额,实付金额\nA,5,6\n", '--column paid="第 3 列" --unit paid=fen'),
        # One argument in bash, in cmd and in PowerShell.
        ("订单号,实付金额(分)\nA,5\n", '--column paid="实付金额(分)" --unit paid=fen'),
        ("Order no,Amount paid (fen)\nA,5\n", '--column paid="Amount paid (fen)" --unit paid=fen'),
        ("订单号,实付金额;分\nA,5\n", '--column paid="实付金额;分" --unit paid=fen'),
        ("订单号,实付金额（分）!\nA,5\n", "--column paid='实付金额（分）!' --unit paid=fen"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_unit_is_named_with_the_line_that_settles_it(
    text: str, line: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "orders.csv"
    file.write_text(text)
    asked = ["late-delivery", "--csv", str(file), "--lang", lang, "--on", "2025-03-01"]
    assert main(asked) == WRONG_INPUTS
    said = [each for each in capsys.readouterr().err.splitlines() if each.endswith(line)]
    assert len(said) == 1
    assert ("不是" if lang == "zh" else "not seem to be in yuan") in said[0]
    # Done as told, it is answered.
    assert main([*asked, *shlex.split(line)]) == ANSWERED
