"""Says where one amount was taken for several rows, or may have been taken several times."""

from collections.abc import Mapping, Sequence

from calculators.core.table.names import is_of_item, known_headings
from calculators.core.table.orders.where_amounts_stand import WhereAmountsStand
from calculators.core.table.table import Table


def tell_of_amounts(
    table: Table, amounts: WhereAmountsStand, adds: Sequence[str], columns: Mapping[str, int]
) -> bool:
    """Have the totals of a table say it of the inputs that add up; ``columns`` are those of all.

    Whether equal amounts are among what is said.
    """
    alike = False
    for name in adds:
        heading = table.layout.headings[columns[name]]
        if amounts.in_first_rows:
            table.totals.tell_of_amounts("in_first_rows", heading)
        elif amounts.alike and not is_of_item(table.definition, heading):
            alike = True
            table.totals.tell_of_amounts("alike", heading)
            if beside := _of_items(table, name, columns[name]):
                table.totals.tell_of_amounts("alike_beside", beside)
    return alike


def _of_items(table: Table, name: str, column: int) -> str:
    """The heading of a column that holds the same of each item; empty where none does."""
    names = known_headings(table.definition)[name]
    found = (
        each
        for at, each in enumerate(table.layout.headings)
        if at != column and is_of_item(table.definition, each)
        if any(known in table.layout.keys[at] for known in names) and table.layout.samples(at)
    )
    return next(found, "")
