"""Why an input was refused: a code that never changes with the language, and its figures."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass


class InputError(Exception):
    """Raised by a field that cannot read a text.

    ``code`` is one of the codes of the public contract (``required``, ``not_a_number`` …);
    ``values`` fill the sentence that explains it (``maximum``, ``item`` …).
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def accepts(read: Callable[[str], object], text: str) -> bool:
    """Whether ``read`` takes ``text`` without refusing it."""
    try:
        read(text)
    except InputError:
        return False
    return True


@dataclass(frozen=True)
class ErrorDetails:
    """One refused field, as it stands in an answer."""

    field: str
    code: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


class ValidationError(Exception):
    """The inputs cannot be used; ``errors`` holds every reason, in the form's order."""

    def __init__(self, errors: list[ErrorDetails]) -> None:
        super().__init__(", ".join(f"{each.field}: {each.code}" for each in errors))
        self.errors = errors
