"""The form of a calculator, from its inputs dataclass; the script only brings it to life."""

import csv
import io
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

from calculators.core.definition import Definition
from calculators.core.evaluation.answer import upcoming
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.parsing import default_text
from calculators.core.rules.dated_rules import FORMULA
from calculators.core.table.columns.beside_inputs import ORDER
from calculators.core.text.catalogue import Texts
from macros.examples import opening_example
from macros.field_layout import layouts
from macros.lookup import known
from macros.templating import render, script_words, words

SCRIPT_WORDS = ("entries", "progress", "failure", "result", "sending", "comparing", "orders")
# Only where the calculator has one.
DASHBOARD = "dashboard"


def calculator(calculator_id: str, *only: str, lang: str, built_for: date) -> str:
    """The form of ``calculator_id``, with the words that the script needs beside it.

    It asks what the formula of ``built_for``, the day of the build, asks for; the script changes
    that with the day. Where fields are named, it asks for these ``only``.
    """
    definition = known(calculator_id)
    texts = definition.texts(lang)
    site_words = words(lang)
    files = definition.files
    tables = [*SCRIPT_WORDS, *([DASHBOARD] if files and files.dashboard else [])]
    return render(
        "calculator.html",
        id=calculator_id,
        lang=lang,
        built_for=built_for,
        title=texts.get("title"),
        dated=definition.rules_changed,
        judged_by=[name for name in definition.judged_by if name in definition.in_form],
        former_days=_former_days(definition, built_for),
        upcoming=upcoming(definition, built_for, texts),
        summary=texts.get("summary"),
        fields=_fields(definition, texts, built_for, only),
        # Where only some fields stand, whoever put them there says what they come to.
        example=None if only else opening_example(calculator_id, lang=lang, built_for=built_for),
        example_words=site_words["examples"],
        words=site_words["form"],
        picker=site_words["picker"],
        orders=_orders(definition, texts),
        script_words=script_words(
            {table: site_words[table] for table in tables}
            | {"orders": _order_words(definition, lang)}
        ),
    )


def _orders(definition: Definition, texts: Texts) -> dict[str, Any]:
    """What stands around a file of orders: the words, and an empty table to begin with."""
    labels = [texts.get("fields", name, "label") for name in fields_of(definition.inputs)]
    several = bool(definition.files and definition.files.parcels)
    if several:
        labels.insert(0, texts.get("besides", ORDER))  # by which two files are joined
    line = io.StringIO()
    csv.writer(line).writerow(labels)
    table = quote("\ufeff" + line.getvalue())
    return {
        "words": _order_words(definition, texts.lang),
        "known": labels,
        "several": several,
        "blank": f"data:text/csv;charset=utf-8,{table}",
    }


def _order_words(definition: Definition, lang: str) -> dict[str, Any]:
    """What is said of a file, the rows of which may be no orders."""
    site_words, files = words(lang), definition.files
    found: dict[str, Any] = {**site_words["orders"]}
    if not (files and files.adds):
        found |= site_words["of_rows"]
    return found


def _former_days(definition: Definition, built_for: date) -> list[str]:
    """The last days of the rules before, newest first: those whose answers may be wanted."""
    changes = [each for each in definition.rule_book.changes() if each <= built_for]
    days = (each - timedelta(days=1) for each in reversed(changes))
    return [each.isoformat() for each in days if FORMULA in definition.rule_book.on(each)]


def _asked(definition: Definition, name: str) -> list[list[str]] | None:
    """The first and last days on which a field is asked for; ``None`` where it always is."""
    formulas = definition.rule_book.history()[FORMULA]
    asking = [each for each in formulas if not each.asks or name in each.asks]
    if len(asking) == len(formulas):
        return None
    return [[str(each.valid_from or ""), str(each.valid_until or "")] for each in asking]


def _fields(
    definition: Definition, texts: Texts, built_for: date, only: tuple[str, ...]
) -> list[dict[str, Any]]:
    rules = definition.rule_book.on(built_for)
    asks = rules[FORMULA].asks if FORMULA in rules else ()
    declared = fields_of(definition.inputs)
    in_form = {name: declared[name] for name in declared if name in (only or definition.in_form)}
    layout = layouts(_at_once(in_form), texts) | layouts(_folded(in_form), texts)
    untouched = {name: default_text(field, rules) for name, field in declared.items()}
    examples = _entered_as_an_example(definition)
    # Where nothing must be filled in, to say so of each field tells nothing.
    all_optional = all(field.optional for field in in_form.values())
    return [
        {
            "name": name,
            "id": f"{definition.id}-{name}",
            "control": field.control,
            "label": texts.get("fields", name, "label"),
            "help": _text(texts, name, "help"),
            "unit": _text(texts, name, "unit"),
            "input_mode": field.input_mode,
            "input_type": field.input_type,
            "optional": field.optional and not all_optional,
            "required": (not field.optional and not untouched[name]) or field.needed_when,
            "rare": field.rare,
            "present": field.present,
            "default": field.typed(untouched[name]),
            "example": examples.get(name) if _takes_an_example(field) else None,
            "choices": field.offered(name, texts),
            "layout": layout[name],
            "asked": _asked(definition, name),
            "asked_now": not asks or name in asks,
            "shown_when": field.shown_when,
            "shown_at_first": _is_shown(declared, name, untouched),
        }
        for name, field in in_form.items()
    ]


def _at_once(fields: Mapping[str, Field]) -> dict[str, Field]:
    return {name: field for name, field in fields.items() if not field.rare}


def _folded(fields: Mapping[str, Field]) -> dict[str, Field]:
    return {name: field for name, field in fields.items() if field.rare}


def _is_shown(fields: Mapping[str, Field], name: str, texts: Mapping[str, str]) -> bool:
    """Whether a form filled with ``texts`` shows a field, by what that depends on."""
    if (condition := fields[name].shown_when) is None:
        return True
    other, text = condition
    said = texts[other] == text if text is not None else texts[other] != ""
    return said and _is_shown(fields, other, texts)


def _entered_as_an_example(definition: Definition) -> Mapping[str, str]:
    """What the first shown examples enter, by field: an earlier one prevails."""
    shown = [case["inputs"] for case in definition.cases() if case.get("show")]
    return {name: text for inputs in reversed(shown) for name, text in inputs.items()}


def _takes_an_example(field: Field) -> bool:
    """Whether a field is typed into freely: of days and moments the browser shows the shape."""
    return field.control == "input" and field.input_type == "text"


def _text(texts: Texts, name: str, key: str) -> str | None:
    return texts.get("fields", name, key) if texts.has("fields", name, key) else None
