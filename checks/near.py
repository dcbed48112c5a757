"""What somebody may have meant who wrote a name that there is not."""

from collections.abc import Iterable
from difflib import get_close_matches

_SHOWN = 3


def nearest(name: str, known: Iterable[str]) -> str:
    """The nearest of the known names; nothing where none is near."""
    return next(iter(get_close_matches(name, list(known), 1, 0.7)), "")


def suggestions(name: str, known: Iterable[str]) -> str:
    """The few nearest of the known names, or the first few where none is near."""
    names = list(known)
    near = get_close_matches(name, names, _SHOWN, 0.5)
    rest = [each for each in names if each not in near][: _SHOWN - len(near)] if not near else []
    return ", ".join([*near, *rest]) + ("" if near or len(names) <= _SHOWN else ", …")
