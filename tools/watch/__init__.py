"""The watch: which texts of the platform have changed since they were read, and what rests on them.

``python -m tools.watch --help`` says what can be asked. It needs Python alone, no packages. Of the
texts the project keeps figures and hashes (``read.toml``); sentences are shown, never kept.
"""

NOTHING, SOMETHING, WRONG = 0, 1, 2

# A copy whose newest text is older says nothing about today.
STALE_AFTER = 14
# Every rule is looked up in the console once a month.
DUE_AFTER = 31


class UnusableError(Exception):
    """What was given cannot be used: a code of ``[errors]`` in the texts, and its values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
