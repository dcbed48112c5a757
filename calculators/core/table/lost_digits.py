"""Numbers whose last digits a spreadsheet has lost."""


class LostDigits(str):
    """A cell with more digits than a spreadsheet keeps of a number, as they stand in the file.

    All from the sixteenth on may be wrong, so that two orders may have one and the same. A text
    like all others for whoever does not ask.
    """

    __slots__ = ()
