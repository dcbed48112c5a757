"""What stands around the columns of a table, where it may say in which unit they are."""

from collections.abc import Iterator, Sequence

from calculators.core.table.columns.layout import Layout


def described(layout: Layout, column: int) -> Iterator[str]:
    """The cells of a column in the rows that describe it."""
    return (row[column] for row in layout.descriptions if column < len(row))


def upper_headings(layout: Layout, column: int) -> Iterator[str]:
    """The headings over a column: of merged ones only the first cell holds the text."""
    for row in layout.over:
        filled = [(at, text) for at, cell in enumerate(row) if (text := cell.strip())]
        if len(filled) > 1 and (over := [text for at, text in filled if at <= column]):
            yield over[-1]


def titles(layout: Layout) -> Iterator[list[str]]:
    """The filled cells of each row above the headings."""
    return map(_filled, layout.over)


def notes(layout: Layout) -> Iterator[str]:
    """The cells that stand alone in a row below the headings, where there are several columns."""
    if len(layout.headings) == 1:
        return
    for row in (*layout.below, *layout.remarks):
        texts = _filled(row)
        if len(texts) == 1:
            yield texts[0]


def _filled(row: Sequence[str]) -> list[str]:
    return [text for cell in row if (text := cell.strip())]
