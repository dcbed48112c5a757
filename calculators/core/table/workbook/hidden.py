"""The rows of a sheet that a filter, or whoever made it, hides."""

# Rows that one byte tells of.
_A_BYTE = 8


class HiddenRows:
    """Numbers of rows, a bit for each up to the last: a filter may hide nearly a million."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, number: int) -> None:
        """The row of that number, from 1, is hidden."""
        at, bit = divmod(number, _A_BYTE)
        if at >= len(self._bits):
            self._bits.extend(bytes(at + 1 - len(self._bits)))
        self._bits[at] |= 1 << bit

    def __bool__(self) -> bool:
        return bool(self._bits)

    def __contains__(self, number: int) -> bool:
        at, bit = divmod(number, _A_BYTE)
        return at < len(self._bits) and bool(self._bits[at] >> bit & 1)
