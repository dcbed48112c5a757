"""How much room a field takes: short ones stand side by side, a few words are segments."""

from collections.abc import Mapping
from unicodedata import east_asian_width

from calculators.core.inputs.field_types.field import Field
from calculators.core.text.catalogue import Texts

# In halves of a Chinese character. What fits side by side in the 318 px that a phone has for a
# form: two of these with their labels on one line, three of the narrow ones.
_NARROW, _HALF = 8, 22
# So many words fit into segments, in one line in Chinese, in two in English.
_SEGMENTS = 44


def layouts(fields: Mapping[str, Field], texts: Texts) -> dict[str, str]:
    """The kind of room that each field takes, a class of the style sheet: ``field--LAYOUT``.

    ``narrow`` and ``half`` stand side by side, on a phone as well; ``line`` has its two choices
    beside the label and ``segments`` below it; ``list`` has one choice a line; ``wide`` is alone
    on a phone.
    """
    found = {name: _layout(field, name, texts) for name, field in fields.items()}
    if "half" in found.values():  # else a row would have columns of two kinds
        found = {name: "half" if each == "narrow" else each for name, each in found.items()}
    return found


def _layout(field: Field, name: str, texts: Texts) -> str:
    if field.control == "radios":
        words = [word for _, word in field.offered(name, texts)]
        if field.kind == "yes_no":
            return "line"
        return "segments" if sum(map(_width, words)) <= _SEGMENTS else "list"
    if field.input_mode == "numeric" or field.input_type in ("date", "month"):
        label = _width(texts.get("fields", name, "label"))
        if label <= _NARROW and field.input_type == "text":
            return "narrow"
        return "half" if label <= _HALF else "wide"
    return "list" if field.control in ("picker", "textarea") else "wide"


def _width(text: str) -> int:
    """In halves of a Chinese character."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)
