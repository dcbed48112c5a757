"""What a table of answers adds up to, as programs and pages get it."""

from typing import TypedDict

from calculators.core.answers import Figure


class CountedValue(TypedDict):
    """How many orders have one value of an output."""

    text: str
    count: int


class OutputCounts(TypedDict):
    """The orders by the values of an output, the most frequent first."""

    id: str
    label: str
    parts: list[CountedValue]


class FirstRow(TypedDict):
    """One of the first orders: its row in a spreadsheet, its own cells, its outputs in words."""

    row: int
    own: list[str]
    outputs: list[str]


class UnansweredReason(TypedDict):
    """A reason why rows have no answer, how many have it, and the first of them."""

    text: str
    count: int
    rows: list[int]


class TotalsInWords(TypedDict):
    """What a table adds up to, worded for the reader.

    ``asides`` are those of the ``notes`` that change nothing in what the totals mean.
    """

    answered: int
    refused: int
    blank: int
    notes: list[str]
    asides: list[str]
    sums: list[Figure]
    counts: list[OutputCounts]
    warnings: list[str]
    excludes: list[str]
    first: list[FirstRow]
    wrong: list[UnansweredReason]
