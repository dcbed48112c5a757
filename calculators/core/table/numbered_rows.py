"""The rows of a table as those read them who go through them all."""

from collections.abc import Iterator

# Rows gone through between two signs of progress: some tens of milliseconds on a phone.
PIECE = 200

# Each behind its number in a spreadsheet.
type Numbered = Iterator[tuple[int, list[str]]]
