"""What all columns of states of a row say, by what each of them tells."""

from collections.abc import Mapping, Sequence

from calculators.core.table.columns.beside_inputs import (
    AFTER_SALE,
    ITEM_AFTER_SALE,
    ITEM_STATUS,
    PAYMENT,
    REMARKS,
    STATUS,
)
from calculators.core.table.columns.of_states import is_of_product, is_of_program
from calculators.core.table.columns.yes_or_no import in_words
from calculators.core.table.orders.states.of_payment import said_of_payment
from calculators.core.table.orders.states.said import Said, ends_something, said, says_done


def together(
    names: Sequence[str], keys: Sequence[str], texts: Sequence[str], *, partly: bool, asked: bool
) -> dict[str, Said]:
    """What the cells say; ``names`` are what their columns tell, ``keys`` their headings as keys.

    ``partly``: what was given back was less than the whole; ``asked``: a refund was asked for. What
    is no state says nothing.

    A program of the shop's own closes an order that it joins with others, or splits, while the
    platform's goes on: where a column of the platform says anything, the other tells nothing else
    than whether the order was refunded, and whether it was shipped.

    That a payment is under way says nothing of an order that is told to be paid, or to have left.
    """
    own: dict[str, list[Said]] = {}
    of_programs: dict[str, list[Said]] = {}
    for name, heading, text in zip(names, keys, texts, strict=True):
        if name in REMARKS:
            continue
        found = said(in_words(heading, text))
        if name in {AFTER_SALE, ITEM_AFTER_SALE}:
            if says_done(heading, text, asked=asked):
                found = Said(ended=True)
            elif ends_something(heading, text):
                found = Said()
        if partly:
            found = found._replace(refunded=False, ended=False)
        if name == ITEM_STATUS and is_of_product(heading) and not _of_order(found):
            # On a shelf things are removed and expire as well.
            found = found._replace(closed=False)
        of_program = name == STATUS and is_of_program(heading)
        (of_programs if of_program else own).setdefault(name, []).append(found)
    told = {name: _any(each) for name, each in own.items()}
    for name, each in of_programs.items():
        program, platform = _any(each), told.get(name, Said())
        if any(platform):
            program = program._replace(
                closed=False, order_closed=False, unpaid=False, perhaps_unpaid=False
            )
        told[name] = _any([platform, program])
    return told | _of_payments(names, keys, texts, told)


def _of_payments(
    names: Sequence[str], keys: Sequence[str], texts: Sequence[str], told: Mapping[str, Said]
) -> dict[str, Said]:
    """What columns of payments say of them alone, where nothing that is ``told`` says more."""
    if PAYMENT not in told or any(each.paid or each.shipped for each in told.values()):
        return {}
    rows = zip(names, keys, texts, strict=True)
    words = [in_words(heading, text) for name, heading, text in rows if name == PAYMENT]
    found = _any([said_of_payment(each) for each in words])
    unpaid = told[PAYMENT]._replace(perhaps_unpaid=found.perhaps_unpaid, paid=found.paid)
    return {PAYMENT: unpaid}


def _of_order(found: Said) -> bool:
    """Whether more is said than that something was closed."""
    return any(found._replace(closed=False, order_closed=False))


def _any(found: Sequence[Said]) -> Said:
    amounts = [each.given_back for each in found if each.given_back is not None]
    told = Said(*map(any, zip(*found, strict=True)))
    return told._replace(given_back=min(amounts, default=None))
