"""What parts the cells of a line, and what is said where nothing does that is read here."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.order_tables import answer_table, table_of
from tests.support.workbooks import workbook_of

# 1 % of 400 and of 500.
RIGHT = ["4.00", "5.00"]


def _parted(mark: str) -> str:
    rows = ("订单编号", "实付金额", "商品"), ("1", "400", "红"), ("2", "500", "蓝")
    return "".join(f"{mark.join(row)}\n" for row in rows)


@pytest.mark.parametrize("mark", ["|", " | ", ",", ";", "\t"])
@pytest.mark.parametrize("told", ["", "sep={}\n", "SEP={}\r\n"])
def test_cells_are_parted_by(mark: str, told: str) -> None:
    text = told.format(mark.strip(" ")) + _parted(mark)
    assert answer_table(text).amounts == RIGHT


def test_what_a_file_names_is_believed() -> None:
    """Where others part as many cells."""
    assert table_of("sep=;\n编号,a;实付金额,元\n1,a;400\n").layout.delimiter == ";"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_what_a_file_names_is_not_believed_where_it_parts_nothing(mark: str) -> None:
    assert answer_table(f"sep=|\n{_parted(mark)}").amounts == RIGHT


@pytest.mark.parametrize(
    "rule", ["|---|---|---|", "| --- | :---: | ---: |", "|---|---:|:--|", "|:-|:-:|-:|"]
)
def test_a_table_in_markdown(rule: str) -> None:
    head, *rows = _parted(" | ").splitlines()
    text = "\n".join([f"| {head} |", rule, *(f"| {row} |" for row in rows)])
    found = answer_table(text)
    assert found.amounts == ["", *RIGHT]
    assert "one order" in found.notes
    assert found.table.totals.refused == 0


def test_a_bar_within_cells_parts_nothing() -> None:
    text = "订单编号,实付金额,规格\n1,400,红|L|棉\n2,500,红|L|棉\n"
    assert answer_table(text).amounts == RIGHT


@pytest.mark.parametrize("mark", ["，", "、", "；", "｜", "   ", "\u3000", "~", " "])
def test_columns_that_cannot_be_told_apart_are_called_so(mark: str) -> None:
    with pytest.raises(InputError) as refused:
        table_of(_parted(mark))
    assert refused.value.code == "unparted_columns"


@pytest.mark.parametrize("mark", [",", "\t", "，", "|"])
def test_columns_in_one_cell_of_a_workbook_are_called_so(mark: str) -> None:
    rows = [[line] for line in _parted(mark).splitlines()]
    with pytest.raises(InputError) as refused:
        table_of(workbook_of({"订单": rows}))
    assert refused.value.code == "unparted_cells"


@pytest.mark.parametrize("heading", ["实付 金额", "paid", "Amount Paid", "实付金额（元，含运费）"])
def test_a_column_alone_is_one(heading: str) -> None:
    assert table_of(f"{heading}\n400\n500\n").layout.as_written == (heading,)
