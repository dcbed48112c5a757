"""How often Python looks for what it can forget."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects after which it looks for cycles among them; at its usual number that takes a twentieth
# of the time of a file, and as much of a command's start.
_OBJECTS = 50_000


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Have it look less often: modules, texts and rows are many objects and hardly a cycle."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
