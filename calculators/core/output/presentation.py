"""An answer as labelled lines: one wording for the page, its examples and the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.core.answers import (
    Labelled,
    OkAnswer,
    Presentation,
    RuleSource,
    SourceLine,
    SourcePart,
    Step,
    Sureness,
)
from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.rules.confidence import CONFIDENCE
from calculators.core.rules.dated_rules import Rule
from calculators.core.rules.sources import Source, register
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import number, quantity

# A line names the best text; all of them stand on the page of rules.
_NAMED = 1


def present(definition: Definition, answer: OkAnswer, lang: str) -> Presentation:
    """What is shown of an ``ok`` answer, in words."""
    texts = definition.texts(lang)
    described = outputs_of(definition.outputs)
    ends = {output.up_to for output in described.values()}
    due = deadlines(definition, answer)
    sources = [_step_source(answer, step) for step in answer["steps"]]
    return {
        "confidence": _sureness(answer, sources, texts),
        "fix": _fix(definition, answer, texts),
        "outputs": [
            {
                "id": name,
                "label": texts.get("outputs", name, "label"),
                "text": output_line(definition, answer["outputs"], name, texts),
                "headline": output.headline,
                "deadline": name in due,
            }
            for name, output in described.items()
            if name not in ends
        ],
        "step_sources": [each and source_line(each, texts) for each in sources],
    }


def _step_source(answer: OkAnswer, step: Step) -> RuleSource | None:
    """Of a rule that has changed the answer may name two values: the former one comes last."""
    found = [each for each in answer["sources"] if each["rule"] == step["rule"]]
    return found[-1 if step["code"] == "formerly" else 0] if found else None


def _sureness(
    answer: OkAnswer, sources: Sequence[RuleSource | None], texts: Texts
) -> Sureness | None:
    """Of what the answer says; not of what it tells of former rules, or of our own choices."""
    levels = [
        source["confidence"]
        for step, source in zip(answer["steps"], sources, strict=True)
        if source and step["code"] != "formerly" and source["confidence"] != CONFIDENCE[-1]
    ]
    if not levels:
        return None
    lowest = max(levels, key=CONFIDENCE.index)
    return {"level": lowest, "text": texts.get("confidence", lowest)}


def _fix(definition: Definition, answer: OkAnswer, texts: Texts) -> list[Labelled]:
    fields, entered = fields_of(definition.inputs), answer["inputs"]
    return [
        {
            "label": texts.get("fields", name, "label"),
            "text": texts.get("words", "becomes").format(
                before=fields[name].said(name, entered[name] or "", texts),
                after=fields[name].said(name, text, texts),
            ),
        }
        for name, text in answer["fix"].items()
    ]


def deadlines(definition: Definition, answer: OkAnswer) -> dict[str, str]:
    """The deadlines of an ``ok`` answer: days and minutes by output, as texts."""
    return {
        name: str(answer["outputs"][name])
        for name, output in outputs_of(definition.outputs).items()
        if output.deadline and answer["outputs"][name] is not None
    }


def output_words(
    definition: Definition, outputs: Mapping[str, Any], name: str, texts: Texts
) -> str:
    """The output ``name`` of an answer's ``outputs`` as people read it: ``27.00 元``, ``是``."""
    return outputs_of(definition.outputs)[name].said(name, outputs[name], texts)


def column_label(definition: Definition, name: str, texts: Texts) -> str:
    """What an output is called where it stands alone; the ends of a range are told apart."""
    for start, output in outputs_of(definition.outputs).items():
        if name in (start, output.up_to) and output.up_to:
            end = "low" if name == start else "high"
            return texts.get("table", end).format(label=texts.get("outputs", start, "label"))
    return texts.get("outputs", name, "label")


def output_line(definition: Definition, outputs: Mapping[str, Any], name: str, texts: Texts) -> str:
    """An output, or the range that it begins, said once where both ends are the same."""
    low = output_words(definition, outputs, name, texts)
    output = outputs_of(definition.outputs)[name]
    high = output_words(definition, outputs, output.up_to, texts) if output.up_to else low
    return low if low == high else texts.get("words", output.span).format(low=low, high=high)


def inputs_in_words(
    definition: Definition, answer: OkAnswer, texts: Texts
) -> Iterator[tuple[str, str]]:
    """The fields of an ``ok`` answer that were filled in, each with what was entered."""
    for name, field in fields_of(definition.inputs).items():
        if (entered := answer["inputs"].get(name)) is not None:
            yield name, field.said(name, entered, texts)


def rule_value(rule: Rule, texts: Texts) -> str | None:
    """A rule's value with its unit, ``3 元``, ``1%``, ``7 天``; ``None`` for a statement."""
    if rule.value is None:
        return None
    written = number(rule.value) if isinstance(rule.value, Decimal) else f"{rule.value:,}"
    return quantity(written, rule.unit, texts, value=rule.value)


def rule_source(rule: Rule, day: date) -> RuleSource:
    """What a rule rests on, as it stands in an answer of ``day``."""
    return {
        "rule": rule.id,
        "sources": [each.id for each in rule.best_sources(day)],
        "claims": list(rule.claims),
        "valid_from": rule.valid_from.isoformat() if rule.valid_from else "unknown",
        "checked_on": rule.checked_on.isoformat(),
        "confidence": rule.confidence(day),
    }


def source_line(source: RuleSource, texts: Texts) -> SourceLine:
    """A source as a line: the rule's name, the texts it rests on, how sure, when checked.

    ``parts`` are the pieces of the line's ``text``, those that name a text with its id.
    """
    parts = list(_parts(source, texts))
    return {
        "rule": source["rule"],
        "name": texts.rule_name(source["rule"]),
        "text": "".join(part["text"] for part in parts),
        "parts": parts,
        "claims": source["claims"],
    }


def _parts(source: RuleSource, texts: Texts) -> Iterator[SourcePart]:
    found = register().of(source["sources"])
    line = texts.get("source", "line").format(
        sources="\n",
        confidence=texts.get("confidence", source["confidence"]),
        checked_on=source["checked_on"],
    )
    before, _, after = line.partition("\n")
    yield {"text": before}
    for at, each in enumerate(found[:_NAMED]):
        if at:
            yield {"text": texts.get("words", "clauses")}
        yield {"text": dated_title(each, texts), "source": each.id}
    more = texts.get("source", "more").format(count=len(found)) if found[_NAMED:] else ""
    yield {"text": more + after}


def dated_title(source: Source, texts: Texts) -> str:
    """The title of a text with its day, which tells texts of one title apart."""
    title = source.title[texts.lang]
    if source.dated is None:
        return title
    return texts.get("source", "dated").format(title=title, day=source.dated)
