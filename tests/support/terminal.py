"""The terminal's command, run in this process: a Python of its own starts longer than it answers.

How such a process ends that is cut short is tried in ``tests/calculators/test_terminal_files.py``.
"""

import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from unittest.mock import patch

from calculators.__main__ import main


@dataclass(frozen=True)
class Ran:
    """What came of it."""

    returncode: int
    stdout: bytes
    stderr: bytes


def run(*arguments: str, data: bytes = b"") -> Ran:
    """Answer ``arguments``, with ``data`` on standard input."""
    given, written, said = (TextIOWrapper(BytesIO(each), "utf-8") for each in (data, b"", b""))
    with redirect_stdout(written), redirect_stderr(said), patch.object(sys, "stdin", given):
        try:
            status = main(arguments)
        except SystemExit as ended:
            status = int(ended.code or 0)
    return Ran(status, _bytes(written), _bytes(said))


def _bytes(stream: TextIOWrapper) -> bytes:
    stream.flush()
    return stream.buffer.getvalue()  # type: ignore[attr-defined, no-any-return]
