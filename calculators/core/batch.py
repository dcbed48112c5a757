"""Many questions at once: rows of a table in, the same rows with their answers out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from calculators.core.answer import Answer, answer
from calculators.core.definition import Definition
from calculators.core.fields import fields_of
from calculators.core.outcome import outputs_of
from calculators.core.texts import LANGUAGES, Texts

ERRORS = "errors"


class NoColumns(Exception):
    """None of the table's columns is an input of the calculator; the message is for the reader."""


def answered_rows(
    definition: Definition, rows: Iterable[Sequence[str]], lang: str, on: str | None
) -> Iterator[list[str]]:
    """The table ``rows`` (headings first) with output columns and one for errors behind.

    Every input column and row stays, in order; a row that cannot be answered says why and does
    not stop the others. Works through any number of rows, one at a time. Raises
    :class:`NoColumns`.
    """
    table = iter(rows)
    headings = list(next(table, []))
    texts = definition.texts(lang)
    columns = _columns(definition, headings)
    if not columns:
        values = {"known": tuple(fields_of(definition.inputs))}
        raise NoColumns(texts.say("errors", "no_columns", values=values))
    outputs = list(outputs_of(definition.outputs))
    yield headings + [_free(name, headings) for name in (*outputs, ERRORS)]
    for row in table:
        cells = [*row, *[""] * (len(headings) - len(row))]
        if not any(cell.strip() for cell in cells):
            yield cells + [""] * (len(outputs) + 1)
        elif len(cells) > len(headings):
            # Nothing is lost, and nothing stands under a wrong heading: the surplus goes last.
            kept, surplus = cells[: len(headings)], cells[len(headings) :]
            yield [*kept, *[""] * len(outputs), texts.say("errors", "too_many_cells"), *surplus]
        else:
            typed = {name: cells[column] for column, name in columns.items()}
            yield cells + _answer_cells(answer(definition, typed, lang, on), outputs, texts)


def _columns(definition: Definition, headings: Sequence[str]) -> dict[int, str]:
    """Which column holds which field: by its id, or by its label in either language."""
    names = {name: name for name in fields_of(definition.inputs)}
    for lang in LANGUAGES:
        texts = definition.texts(lang)
        names |= {texts.get("fields", name, "label").casefold(): name for name in names.values()}
    found: dict[int, str] = {}
    for column, heading in enumerate(headings):
        name = names.get(heading.strip().casefold())
        if name and name not in found.values():
            found[column] = name
    return found


def _free(name: str, headings: Sequence[str]) -> str:
    """``name``, or with a mark behind where the table already has such a column."""
    return name if name not in headings else _free(f"{name}_answer", headings)


def _answer_cells(given: Answer, outputs: Sequence[str], texts: Texts) -> list[str]:
    if given["ok"]:
        return [*(_cell(given["outputs"][name]) for name in outputs), ""]
    clauses = texts.get("words", "clauses")
    return [*[""] * len(outputs), clauses.join(each["text"] for each in given["errors"])]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return ";".join(value) if isinstance(value, list) else str(value)
