"""Patterns that are compiled when they are first used.

What reads files of orders has some two hundred of them, of which an ordinary file needs a third; to
compile all took half of the time until the part of a page for files was ready.
"""

import re
from collections.abc import Collection
from functools import partial
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "sub", "split", "finditer", "findall")
# Those of which it is known without compiling what they give where nothing is found.
_SPARED = ("search", "match", "fullmatch", "sub", "finditer")


def lazy_pattern[Text: (str, bytes)](
    text: Text, flags: int = 0, *, holds: Collection[str] = ()
) -> re.Pattern[Text]:
    """As ``re.compile``, with the methods of what that gives, but not before it is used.

    ``holds``: each match has one of these within, in capitals or not, so that other texts are told
    without it; no method of such a pattern is asked of a part of a text.

    A mistake in ``text`` is told as late; a test compiles all of them.
    """
    return cast("re.Pattern[Text]", LazyPattern(text, flags, holds))


class LazyPattern:
    """Has no methods until one is asked for, and from then on those of the compiled pattern."""

    def __init__(self, text: str | bytes, flags: int, holds: Collection[str] = ()) -> None:
        self.pattern: str | bytes = text
        self.flags = flags
        self.holds = holds

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        if not self.holds or name not in _SPARED:
            return self._compiled(name)
        # On the object itself, too, until it is compiled: each heading is looked for with dozens.
        setattr(self, name, sought := partial(self._sought, name))
        return sought

    def _compiled(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        # On the object itself, so that a call costs no more than that of a compiled pattern.
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)

    def _sought(self, name: str, *asked: str) -> Any:
        """What the method ``name`` gives, without compiling where nothing can be found."""
        text = asked[-1]
        folded = text.casefold()
        for each in self.holds:
            if each in folded:
                return self._compiled(name)(*asked)
        return {"sub": text, "finditer": iter(())}.get(name)
