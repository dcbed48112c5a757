"""What is counted of the rows of a table that are not simply one row, one order."""

from collections import Counter
from dataclasses import dataclass, field


# To make what nobody asks of it takes longer than the rest.
@dataclass(repr=False, eq=False)
class RowCounts:
    """Grows row by row; all but ``rows``, ``answered`` and ``blank`` is said where it is not 0."""

    # Rows of orders; orders with an answer; rows without one; empty rows.
    rows: int = 0
    answered: int = 0
    refused: int = 0
    blank: int = 0
    # Answered orders that were undone; rows of such without an answer; undone orders of 0 yuan.
    apart: int = 0
    undone: int = 0
    nothing_left: int = 0
    # Rows of orders never paid; of what is no order yet, such as a draft; joined or split ones.
    unpaid: int = 0
    no_orders: int = 0
    replaced: int = 0

    # Further rows of an order; those of sub-orders that stand above, or of which a later row tells.
    merged: int = 0
    items_again: int = 0
    superseded: int = 0
    # Refunded sub-orders whose amount another row tells; those in two states with two amounts.
    paid_before: int = 0
    items_unclear: int = 0
    items_by_contents: int = 0
    items_alike: int = 0
    # Orders with rows that are the same, or of which some were undone, though no column numbers
    # their sub-orders.
    rows_alike: int = 0
    partly_undone: int = 0
    # Orders whose rows differ: with one answer, in deadlines alone, or told by the first one alone.
    answered_alike: int = 0
    answered_by_earliest: int = 0
    told_by_first: int = 0

    # Of the order's number: rows without it; of the order above; with a mark for the cell above;
    # with a number that is not whole; with several.
    unnumbered: int = 0
    joined_above: int = 0
    as_above: int = 0
    lost_digits: int = 0
    several_numbers: int = 0

    # Orders answered for what partial refunds left; where it is not known how much they gave back;
    # with the same refund on each row, taken once.
    less_refunds: int = 0
    refunds_unknown: int = 0
    refunds_repeated: int = 0
    # Orders without a tick where there are no other words.
    not_ticked: int = 0
    # Rows that are not what the calculator is about, by kind.
    outside: Counter[str] = field(default_factory=Counter)
    # Rows of orders that are not what is asked about yet.
    not_begun: int = 0
    # Answered orders that the buyer has, without the day on which they ended.
    ended_without: int = 0
    # Answered orders without an amount.
    of_no_amount: int = 0
    # Answered orders of several rows with such amounts as are said of a heading.
    of_such_amounts: int = 0

    # Rows of totals; those taken as orders that may be of totals.
    left_out: int = 0
    perhaps_sums: int = 0
    # Rows that say what the columns mean, repeat the headings, or say who made the table.
    described: int = 0
    headings_again: int = 0
    remarks: int = 0
    # Rows with too many cells, over so many lines of the file.
    run_on: int = 0
    run_on_lines: int = 0
    # Rows of orders that a filter hides.
    hidden: int = 0
    # Some moments were of another zone; the file ends in zeros.
    from_elsewhere: bool = False
    padded: bool = False
    # Headings of durations of which some name another unit, with that of those that name none.
    of_mixed_units: dict[str, str] = field(default_factory=dict)
    # By heading: cells taken from those they are merged with; amounts not known because they are.
    filled_down: dict[str, int] = field(default_factory=dict)
    merged_apart: dict[str, int] = field(default_factory=dict)
    # Of what is written: long numbers as texts; empty rows left out.
    kept: int = 0
    not_written: int = 0
