"""Presale days: one line, and everything beyond it is long."""

from hypothesis import given
from hypothesis import strategies as st

from calculators import definition, evaluate

DAYS = st.integers(1, 10**6)


@given(DAYS)
def test_the_line_is_the_advised_number_of_days(days: int) -> None:
    advised = definition("presale-days").rule_book.on(None).integer("advised")
    assert _verdict(days) == ("ok" if days <= advised else "long")


@given(DAYS, DAYS)
def test_fewer_days_are_never_worse(one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    assert (_verdict(fewer), _verdict(more)) != ("long", "ok")


def _verdict(days: int) -> str:
    return str(evaluate("presale-days", {"days": str(days)})["outputs"]["verdict"])
