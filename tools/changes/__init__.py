"""What a change of the rules does: which answers change, and which files rest on a rule.

``python -m calculators changed`` and ``python -m calculators files RULE`` come here. Both look at
the repository around the package, the former at one of its revisions, too.
"""

from typing import NamedTuple

ANSWERED, WRONG = 0, 2


class UnusableError(Exception):
    """What was asked cannot be told: a code of ``[errors]`` in the texts, and its values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Question(NamedTuple):
    """What is asked of a calculator: texts by field, as typed, and the day whose rules answer."""

    calculator: str
    on: str
    inputs: tuple[tuple[str, str], ...]


class Call(NamedTuple):
    """A figure in a page, ``figure("late-delivery.maximum")``: the macro and what it is given."""

    macro: str
    given: tuple[str, ...]
    named: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        words = [f'"{each}"' for each in self.given]
        words += [f'{name}="{value}"' for name, value in self.named]
        return f"{self.macro}({', '.join(words)})"
