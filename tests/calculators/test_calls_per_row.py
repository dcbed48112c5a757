"""How many functions a row of a file calls: all kinds of ordinary rows are told at once."""

import cProfile
from collections.abc import Callable

import pytest

from tests.support.answered_files import answer_files

GIVEN = {"promised_hours": "48", "late_hours": "50", "force_majeure": "no", "on": "2025-03-01"}


def _amount(at: int) -> str:
    return f"{2 + at % 997}.{at % 89:02}"


# By the kind of file: its headings, a row, and the calls that it may take: some more than it does.
KINDS: dict[str, tuple[str, Callable[[int], str], int]] = {
    "an amount alone": ("paid", _amount, 100),
    "a sign before it": ("paid", lambda at: f"¥{_amount(at)}", 204),
    "a product": ("商品,paid", lambda at: f"蓝色连衣裙 {at}号,{_amount(at)}", 142),
    "a product with letters": ("商品,paid", lambda at: f"Dress {at},{_amount(at)}", 179),
    "digits": ("订单编号,paid", lambda at: f"69260011{at:08},{_amount(at)}", 108),
    "a tab behind": ("订单编号,paid", lambda at: f"69260011{at:08}\t,{_amount(at)}", 124),
    "an apostrophe": ("订单编号,paid", lambda at: f"'69260011{at:08},{_amount(at)}", 141),
    "a letter": ("订单编号,paid", lambda at: f"P69260011{at:08},{_amount(at)}", 124),
    "letters": ("订单编号,paid", lambda at: f"SO-{at:08},{_amount(at)}", 136),
    "two parts": ("订单编号,paid", lambda at: f"250301-48503{at:08},{_amount(at)}", 133),
    "three parts": ("订单编号,paid", lambda at: f"111-{at:07}-1234567,{_amount(at)}", 133),
    "a sign": ("订单编号,paid", lambda at: f"69260011{at:08},¥{_amount(at)}", 120),
    "quoted": ("订单编号,paid", lambda at: f'"69260011{at:08}","{_amount(at)}"', 128),
    "two rows": ("订单编号,paid", lambda at: f"69260011{at // 2:08},{_amount(at)}", 135),
}


def _calls(heading: str, row: Callable[[int], str], rows: range) -> int:
    text = "\n".join([heading, *map(row, rows)])
    profile = cProfile.Profile()
    profile.runcall(answer_files, text, calculator="late-delivery", given=GIVEN)
    return sum(each.callcount for each in profile.getstats())


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_calls_few_functions(kind: str) -> None:
    heading, row, most = KINDS[kind]
    _calls(heading, row, range(10))  # what is made once
    # No row of the one is in the other, as none is in a file of a million different ones.
    more, fewer = range(1_000, 1_800), range(3_000, 3_400)
    calls = (_calls(heading, row, more) - _calls(heading, row, fewer)) / (len(more) - len(fewer))
    assert calls <= most
