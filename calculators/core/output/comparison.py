"""Two answers of one calculator side by side, with what differs marked."""

from typing import Any

from calculators.core.answers import Comparison, ComparisonRow, OkAnswer
from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.output_types import Output
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.presentation import column_label, inputs_in_words, output_words
from calculators.core.text.catalogue import Texts


def compare(definition: Definition, first: OkAnswer, second: OkAnswer, lang: str) -> Comparison:
    """The ``inputs`` and ``outputs`` of two ``ok`` answers as rows.

    A row is ``{"id", "label", "first", "second", "same"}`` and, for outputs that can be counted,
    ``"change"``: how much the second is more, in words, or ``null``. The day of the rules is a
    row of the inputs where rules have changed.
    """
    texts = definition.texts(lang)
    answers = (first, second)
    empty = texts.get("compare", "empty")
    entered = [dict(inputs_in_words(definition, each, texts)) for each in answers]
    inputs = [
        _row(name, texts.get("fields", name, "label"), *(each.get(name, empty) for each in entered))
        for name in fields_of(definition.inputs)
        if any(name in each["inputs"] for each in answers)
    ]
    if definition.rules_changed:
        inputs.append(_row("on", texts.get("fields", "on", "label"), first["on"], second["on"]))
    return {
        "inputs": inputs,
        "outputs": [
            _row(
                name,
                column_label(definition, name, texts),
                *(output_words(definition, each["outputs"], name, texts) for each in answers),
            )
            | {"change": _change(output, first["outputs"][name], second["outputs"][name], texts)}
            for name, output in outputs_of(definition.outputs).items()
        ],
    }


def _row(name: str, label: str, first: str, second: str) -> ComparisonRow:
    return {"id": name, "label": label, "first": first, "second": second, "same": first == second}


def _change(output: Output, first: Any, second: Any, texts: Texts) -> str | None:
    if first is None or second is None or first == second:
        return None
    return output.change(first, second, texts)
