"""What the entries of orders are called in a calendar, by which it knows them again."""

from decimal import Decimal

from calculators.core.table.collecting import CountedOrder

_LONGEST = 60
# What an order keeps, whatever becomes of it.
_LASTING = ("paid", "paid_at", "promised_at", "promised_hours")
# FNV-1a, 64 bits: a page would have to load a library for any other.
_BASIS, _PRIME, _BITS = 0xCBF29CE484222325, 0x100000001B3, 0xFFFFFFFFFFFFFFFF


def entry_name(order: CountedOrder) -> str:
    """The same for an order that is exported again, another for another order.

    Of two entries with one name (UID: RFC 5545, 3.8.4.7) a calendar keeps the last, also of two
    imports. So what orders share (线下, 6.93E+18) is told apart by what an order keeps; the number
    of its row, which another one has tomorrow, names none.
    """
    number = order.whole_number
    if number.isalnum() and len(number) <= _LONGEST:
        return number
    # 2026-1-11 and 2026-11-1 have the same letters and digits.
    told = number or f"{order.number}\n{order.product}"
    for value in () if number else map(order.inputs.get, _LASTING):
        # 400 and 400.00 are the same.
        told += f"\n{value.normalize() if isinstance(value, Decimal) else value}"
    digest = _BASIS
    for byte in told.encode():
        digest = (digest ^ byte) * _PRIME & _BITS
    letters = "".join(filter(str.isalnum, order.number))[:_LONGEST]
    return f"{letters}-{digest:016x}"
