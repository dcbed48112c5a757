"""Why inputs were refused, in words."""

from calculators.core.inputs.errors import ErrorDetails
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence


def error_text(texts: Texts, error: ErrorDetails) -> str:
    """The field's own sentence for the code where it has one, else the common one."""
    values: dict[str, object] = dict(error.values)
    values["name"] = field_name(texts, error.field)
    if "other" in values:
        values["other"] = field_name(texts, str(values["other"]))
    if isinstance(fields := values.get("fields"), tuple):
        # What columns may be called, in the reader's language.
        values["known"] = tuple(texts.get("fields", str(each), "label") for each in fields)
    if texts.has("fields", error.field, "errors", error.code):
        return sentence(texts, "fields", error.field, "errors", error.code, values=values)
    text = sentence(texts, "errors", error.code, values=values)
    if "item" in values:
        return sentence(texts, "errors", "in_list", values={**values, "sentence": text})
    return text


def error_in_words(texts: Texts, inputs: type, error: ErrorDetails) -> str:
    """The same for whoever reads a form or a table: choices by their words, not by their ids."""
    if error.code != "not_a_choice":
        return error_text(texts, error)
    words = (word for _, word in fields_of(inputs)[error.field].offered(error.field, texts))
    return error_text(texts, ErrorDetails(error.field, error.code, {"choices": tuple(words)}))


def field_name(texts: Texts, field: str) -> str:
    """What the field is called inside a sentence; its id, where the form has no such field."""
    return (
        texts.get("fields", field, "name") if texts.has("fields", field, "name") else quoted(field)
    )
