"""What an answer says first: one sentence, and what it means for the merchant."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import Tone
from calculators.core.definition import Definition, Shape
from calculators.core.outcome.outcome import Headline
from calculators.core.outcome.outputs import outputs_of, plain_outputs
from calculators.core.output.presentation import output_line
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import exact_amount, in_words

# Where no output has a tone there is one sentence for all answers.
ONLY = "answer"


def headline_of(definition: Definition, shape: Shape, inputs: Any, outputs: Any) -> Headline:
    """Which sentence says ``outputs`` (a dataclass), and the tone of the answer.

    Where its ``calculate.py`` has no function ``headline``, the sentence is called as the value of
    the output that has tones.
    """
    plain = plain_outputs(outputs)
    code, tone = ONLY, None
    for name, output in outputs_of(definition.outputs).items():
        if output.tones and plain[name] is not None:
            code = str(plain[name])
            tone = output.tones.get(code, "neutral")
            break
    found = shape.headline(inputs, outputs) or Headline(code)
    return found._replace(tone=found.tone or tone or "neutral")


def said_first(
    definition: Definition, shape: Shape, inputs: Any, outputs: Any, texts: Texts
) -> tuple[str, Tone]:
    """The sentence and the tone of an answer. Its amounts are told to the fen, as results are."""
    found = headline_of(definition, shape, inputs, outputs)
    plain, described = plain_outputs(outputs), outputs_of(definition.outputs)
    words = {name: output_line(definition, plain, name, texts) for name in described}
    return _sentence(found, words, texts), found.tone or "neutral"


def _sentence(said: Headline, outputs: Mapping[str, str], texts: Texts) -> str:
    """The sentence, with ``outputs`` in words; a value of it may be clauses, said one by one."""
    words = dict(outputs)
    for name, value in said.values.items():
        match value:
            case Decimal():
                words[name] = exact_amount(value, texts)
            case (Headline(), *_):
                said_each = (each for each in value if isinstance(each, Headline))
                clauses = (_sentence(each, outputs, texts) for each in said_each)
                words[name] = texts.get("words", "separator").join(clauses)
            case _:
                words[name] = in_words(value, texts)
    return texts.get("headlines", said.code).format_map(words)
