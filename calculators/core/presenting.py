"""An answer as labelled lines: one wording for the page, its examples and the terminal."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answer import Answer
from calculators.core.definition import Definition
from calculators.core.fields import fields_of
from calculators.core.kinds import (
    ChoiceField,
    ChoiceListField,
    Field,
    MoneyField,
    MoneyListField,
    MonthField,
    YesNoField,
)
from calculators.core.outcome import Output, outputs_of
from calculators.core.rules import Rule
from calculators.core.texts import Texts
from calculators.core.wording import exact_amount, in_words, number


def present(definition: Definition, answer: Answer, lang: str) -> dict[str, Any]:
    """What is shown of an ``ok`` answer: ``outputs`` and ``sources``, each with its words."""
    texts = definition.texts(lang)
    described = outputs_of(definition.outputs)
    ends = {output.up_to for output in described.values()}
    due = deadlines(definition, answer)
    return {
        "outputs": [
            {
                "id": name,
                "label": texts.get("outputs", name, "label"),
                "text": _line(definition, answer, name, texts),
                "headline": output.headline,
                "deadline": name in due,
            }
            for name, output in described.items()
            if name not in ends
        ],
        "sources": [source_line(source, texts) for source in answer["sources"]],
    }


def deadlines(definition: Definition, answer: Answer) -> dict[str, str]:
    """The deadlines of an ``ok`` answer: days and minutes by output, as texts."""
    return {
        name: answer["outputs"][name]
        for name, output in outputs_of(definition.outputs).items()
        if output.deadline and answer["outputs"][name] is not None
    }


def output_words(
    definition: Definition, outputs: Mapping[str, Any], name: str, texts: Texts
) -> str:
    """The output ``name`` of an answer's ``outputs`` as people read it: ``27.00 元``, ``是``."""
    return _output_words(name, outputs_of(definition.outputs)[name], outputs[name], texts)


def column_label(definition: Definition, name: str, texts: Texts) -> str:
    """What an output is called where it stands alone; the ends of a range are told apart."""
    for start, output in outputs_of(definition.outputs).items():
        if name in (start, output.up_to) and output.up_to:
            end = "low" if name == start else "high"
            return texts.get("table", end).format(label=texts.get("outputs", start, "label"))
    return texts.get("outputs", name, "label")


def _line(definition: Definition, answer: Answer, name: str, texts: Texts) -> str:
    """An output, or the range that it begins, said once where both ends are the same."""
    outputs = answer["outputs"]
    low = output_words(definition, outputs, name, texts)
    output = outputs_of(definition.outputs)[name]
    high = output_words(definition, outputs, output.up_to, texts) if output.up_to else low
    words = "span_amounts" if output.kind == "money" else "span"
    return low if low == high else texts.get("words", words).format(low=low, high=high)


def input_words(name: str, field: Field, written: str, texts: Texts) -> str:
    """A written input as people read it: ``299.99 元``, ``是``."""
    if isinstance(field, MoneyField | MoneyListField):
        value = field.read(written)
        amounts = value if isinstance(value, tuple) else (value,)
        return texts.get("words", "separator").join(exact_amount(each, texts) for each in amounts)
    if isinstance(field, YesNoField):
        return texts.get("words", written)
    if isinstance(field, ChoiceField):
        return texts.get("fields", name, "choices", written)
    if isinstance(field, ChoiceListField):
        chosen = (texts.get("fields", name, "choices", each) for each in field.read(written))
        return texts.get("words", "separator").join(chosen)
    if isinstance(field, MonthField):
        return written
    return in_words(field.read(written), texts)


def inputs_in_words(
    definition: Definition, answer: Answer, texts: Texts
) -> Iterator[tuple[str, str]]:
    """The fields of an ``ok`` answer that were filled in, each with what was entered."""
    for name, field in fields_of(definition.inputs).items():
        if (entered := answer["inputs"][name]) is not None:
            yield name, input_words(name, field, entered, texts)


def rule_value(rule: Rule, texts: Texts) -> str | None:
    """A rule's value with its unit, ``3 元``, ``1%``, ``7 天``; ``None`` for a statement."""
    if rule.value is None:
        return None
    written = number(rule.value) if isinstance(rule.value, Decimal) else f"{rule.value:,}"
    units = "units_one" if rule.value == 1 and texts.has("units_one", rule.unit) else "units"
    return texts.get(units, rule.unit).format(value=written)


def source_line(source: dict[str, Any], texts: Texts) -> dict[str, str]:
    """A source as a line: the rule's name, where it comes from, how sure, when checked."""
    key = source["rule"].partition(".")[2]
    claims = texts.get("words", "separator").join(source["claims"])
    return {
        "rule": source["rule"],
        "name": texts.get("rules", key),
        "text": texts.get("source", "line").format(
            claims=claims or texts.get("source", "no_claims"),
            sureness=texts.get("sureness", source["sureness"]),
            checked_on=source["checked_on"],
        ),
    }


def _output_words(name: str, output: Output, value: Any, texts: Texts) -> str:
    if value is None:
        return texts.get("outputs", name, "none")
    if output.kind == "money":
        return exact_amount(Decimal(value), texts)
    if output.kind == "percent":
        return f"{value}%"
    if output.kind == "yes_no":
        return texts.get("words", value)
    if output.kind == "choice":
        return texts.get("outputs", name, "choices", value)
    if output.kind == "codes":
        return texts.get("words", "clauses").join(
            texts.get("outputs", name, "choices", code) for code in value
        ) or texts.get("words", "nothing")
    return in_words(value, texts)
