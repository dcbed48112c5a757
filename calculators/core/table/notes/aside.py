"""A note that a reader may leave for later."""


class Aside(str):
    """A note on how a table was read that changes nothing in what its totals mean.

    Any other note has to be read before the totals.
    """

    __slots__ = ()
