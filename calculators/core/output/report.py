"""An answer as lines of text, for a terminal."""

from collections.abc import Iterator
from datetime import date

from calculators.core.answers import Comparison, OkAnswer
from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.parsing import default_text
from calculators.core.output.presentation import present


def report(definition: Definition, answer: OkAnswer, lang: str) -> Iterator[str]:
    """The answer's figures, steps with their sources, warnings and what is not counted."""
    texts = definition.texts(lang)
    shown = present(definition, answer, lang)
    yield texts.get("title")
    yield f"  {answer['headline']}"
    for output in shown["outputs"]:
        yield f"  {output['label']}: {output['text']}"
    yield texts.get("report", "steps")
    told = zip(answer["steps"], shown["step_sources"], strict=True)
    for number, (step, source) in enumerate(told, start=1):
        yield f"  {number}. {step['text']}"
        if source:
            yield f"     {source['text']}"
    for table in ("warnings", "excludes"):
        if answer[table]:
            yield texts.get("report", table)
            yield from (f"  - {each['text']}" for each in answer[table])
    if answer["upcoming"]:
        yield texts.get("report", "upcoming")
        yield from (f"  - {each['text']}" for each in answer["upcoming"])
    yield texts.get("report", "on").format(day=answer["on"])


def comparison_report(compared: Comparison) -> Iterator[str]:
    """Two answers as ``compare`` gives them: what was entered, then what came out of it.

    ``*`` marks a line that differs.
    """
    for part in ("inputs", "outputs"):
        for row in compared[part]:
            both = row["first"] if row["same"] else f"{row['first']} → {row['second']}"
            more = f" ({row['change']})" if row.get("change") else ""
            yield f"{' ' if row['same'] else '*'} {row['label']}: {both}{more}"
        if part == "inputs":
            yield ""


def usage(definition: Definition, lang: str, today: date) -> Iterator[str]:
    """The calculator's inputs, one a line, with what an empty one means."""
    texts = definition.texts(lang)
    rules = definition.rule_book.on(today)
    yield f"{definition.id} – {texts.get('title')}"
    for name, field in fields_of(definition.inputs).items():
        default = default_text(field, rules)
        yield f"  {name}={field.hint}  {texts.get('fields', name, 'label')}" + (
            f" ({default})" if default else ""
        )
