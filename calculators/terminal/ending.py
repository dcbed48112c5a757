"""How a run in a terminal ends when it is cut short: in one line at the most, as other tools do."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

from calculators.terminal import ANSWERED, INTERRUPTED, NOT_WRITTEN


class WriteError(Exception):
    """Standard output takes no more; its cause tells why. No ``OSError``: those are of reading."""


def closed(name: str) -> OSError:
    """Why nothing can be read from, or written to, a stream that whoever runs it has closed."""
    return OSError(errno.EBADF, os.strerror(errno.EBADF), name)


def write(data: bytes) -> None:
    """Write to standard output, at once; raises :class:`WriteError`."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise WriteError from error


def ended(main: Callable[[], int]) -> int:
    """The status that ``main`` gives, or that of what cut it short.

    Who reads only the first lines (``| head``) has what was wanted: that is no failure. What is
    written is UTF-8.
    """
    if sys.stderr is None:
        # Or what is said there would go to standard output, into the answered file.
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (as long as it runs)
    if sys.stdout is None:
        print(closed("<stdout>"), file=sys.stderr)
        return NOT_WRITTEN
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        _write_no_more()
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except (WriteError, OSError) as error:
        _write_no_more()
        cause = error.__cause__ if isinstance(error, WriteError) else error
        if isinstance(cause, BrokenPipeError):
            return ANSWERED
        print(cause, file=sys.stderr)
        return NOT_WRITTEN
    return status


def _write_no_more() -> None:
    """What is left in the buffer goes nowhere: Python would try, and complain, once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
