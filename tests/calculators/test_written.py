"""Lines of a .csv file are what Python's own writer makes of the rows."""

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st

from calculators.core.table.files.written import line_of

CELLS = st.text(alphabet="ab1 ,;\"'\r\n\t\0\ufeff元=", max_size=6)


@given(st.lists(CELLS, max_size=5))
@example([])
@example([""])
@example(["", ""])
@example(["a,b", 'c"d', "e\nf", "g\rh"])
def test_a_line_is_what_the_standard_writer_makes(row: list[str]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(row)
    assert line_of(row) + "\r\n" == text.getvalue()
