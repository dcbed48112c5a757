"""The shapes of an answer and of its wording, as they cross to a page, a program or a file of JSON.

They are dicts when they are made; what is declared here is also what ``theme/element/answers.d.ts``
is written from (``python -m tools.page_types``).
"""

from typing import Literal, NotRequired, TypedDict

from calculators.core.rules.confidence import Confidence

# An output in an answer: money, percentages, days, times, choices and yes/no are texts; a list
# holds codes; None is said in words by the output itself (no limit, nothing due).
type OutputValue = str | int | list[str] | None


class Step(TypedDict):
    """One step of the calculation; ``rule`` is the id of the rule that it rests on."""

    code: str
    rule: str | None
    text: str


class Notice(TypedDict):
    """A warning, or something that the answer does not count."""

    code: str
    text: str


class RuleSource(TypedDict):
    """What one rule rests on: ids of the register of sources, best first.

    ``valid_from`` is a day or ``unknown``.
    """

    rule: str
    sources: list[str]
    claims: list[str]
    valid_from: str
    checked_on: str
    confidence: Confidence


# A key that is a word of Python's can only be declared in a call.
_Beginning = TypedDict("_Beginning", {"from": str})


class Announcement(_Beginning):
    """A value or formula that begins on the later day ``from``; ``value`` is a number as text."""

    rule: str
    value: str | None
    text: str


class OkAnswer(TypedDict):
    """The answer to inputs that could be read; ``on`` is the day whose rules answered."""

    calculator: str
    ok: Literal[True]
    on: str
    lang: str
    inputs: dict[str, str | None]
    outputs: dict[str, OutputValue]
    steps: list[Step]
    warnings: list[Notice]
    excludes: list[Notice]
    sources: list[RuleSource]
    upcoming: list[Announcement]


class FieldError(TypedDict):
    """Why one field was refused; the code is the same in every language."""

    field: str
    code: str
    text: str


class ErrorAnswer(TypedDict):
    """The answer to inputs that could not be read: every reason, in the form's order."""

    calculator: str
    ok: Literal[False]
    errors: list[FieldError]


type Answer = OkAnswer | ErrorAnswer


def answered(answer: Answer) -> OkAnswer:
    """``answer`` where there is one; raises ``ValueError`` with the errors where there is none."""
    if not answer["ok"]:
        raise ValueError("; ".join(f"{each['field']}: {each['text']}" for each in answer["errors"]))
    return answer


class Labelled(TypedDict):
    """Something that was entered or found, in words."""

    label: str
    text: str


class Figure(Labelled):
    """An output in words, or what it comes to in many answers."""

    id: str


class OutputLine(Figure):
    """An output in words. The headline is first and large; a deadline belongs in a calendar."""

    headline: bool
    deadline: bool


class SourcePart(TypedDict):
    """A piece of a source line; one that names a text has its id."""

    text: str
    source: NotRequired[str]


class SourceLine(TypedDict):
    """What a rule rests on as one line, and the same line in its pieces."""

    rule: str
    name: str
    text: str
    parts: list[SourcePart]


class Presentation(TypedDict):
    """An answer's outputs in words, and for each step the line of its source, if it has one."""

    outputs: list[OutputLine]
    step_sources: list[SourceLine | None]


class ComparisonRow(TypedDict):
    """One input or output of two answers; ``change`` is how much more the second output is."""

    id: str
    label: str
    first: str
    second: str
    same: bool
    change: NotRequired[str | None]


class Comparison(TypedDict):
    """Two answers side by side."""

    inputs: list[ComparisonRow]
    outputs: list[ComparisonRow]
