"""What stands for the number of an order, and where it is among others: few bytes, found soon."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.core.table.orders import groups, order_numbers
from calculators.core.table.orders.groups import place, placing, repeated

NUMBERS = st.lists(st.text(alphabet="0123456789", min_size=1, max_size=4), max_size=60)


@pytest.mark.parametrize("bits", [64, 32])
@given(NUMBERS)
def test_numbers_that_differ_have_keys_that_differ(bits: int, numbers: list[str]) -> None:
    """In a browser Python's own hash has 32 bits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order_numbers, "_WIDE", bits == 64)
        keys = {number: order_numbers.key(number) for number in numbers}
    assert len(set(keys.values())) == len(keys)
    assert all(0 <= each < 1 << 63 for each in keys.values())


@pytest.mark.parametrize("at_hand", [0, 50_000])
@given(NUMBERS)
def test_a_key_is_found_where_it_is(at_hand: int, numbers: list[str]) -> None:
    keys = array("q", [order_numbers.key(number) for number in numbers])
    again = repeated(keys)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(groups, "_AT_HAND", at_hand)
        place_of = placing(again)
    assert [place_of(each) for each in keys] == [place(again, each) for each in keys]
    twice = {each for each in numbers if numbers.count(each) > 1}
    assert {at for at, each in enumerate(keys) if place_of(each) is not None} == {
        at for at, each in enumerate(numbers) if each in twice
    }
