"""The columns of the answers in a file: how they are called, and which they are in one of ours."""

from collections.abc import Iterator, Sequence

from calculators.core.definition import Definition
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.presentation import column_label
from calculators.core.table import cells
from calculators.core.text.catalogue import LANGUAGES, Texts

REMARKS = "errors"


def answer_headings(
    definition: Definition, texts: Texts, own: Sequence[str], *, words: bool
) -> Iterator[str]:
    """The headings of the outputs and of the remarks behind a file's ``own``, none of them twice.

    In ids, or in the reader's ``words``.
    """
    taken = set(own)
    again = texts.get("table", "again") if words else "{name}_answer"
    for output in (*outputs_of(definition.outputs), REMARKS):
        name = _in_words(definition, texts, output) if words else output
        while name in taken:
            name = again.format(name=name)
        taken.add(name)
        yield name


def columns_of_answers(definition: Definition, headings: Sequence[str]) -> frozenset[int]:
    """The columns of a file that was answered here before: they hold nothing that is asked."""
    own = list(headings)
    count = len(outputs_of(definition.outputs)) + 1
    while len(own) > count and _are_answers(definition, own[:-count], own[-count:]):
        del own[-count:]
    return frozenset(range(len(own), len(headings)))


def _are_answers(definition: Definition, own: Sequence[str], last: Sequence[str]) -> bool:
    return any(
        [*map(cells.safe, answer_headings(definition, texts, own, words=words))] == last
        for texts in map(definition.texts, LANGUAGES)
        for words in (False, True)
    )


def _in_words(definition: Definition, texts: Texts, output: str) -> str:
    if output == REMARKS:
        return texts.get("table", "errors")
    return column_label(definition, output, texts)
