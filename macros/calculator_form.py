"""The form of a calculator, from its inputs dataclass; the script only brings it to life."""

import csv
import io
import json
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

from calculators.core.definition import Definition
from calculators.core.evaluation.answer import upcoming
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.parsing import default_text
from calculators.core.rules.dated_rules import FORMULA
from calculators.core.text.catalogue import Texts
from macros.lookup import known
from macros.templating import render, words

SCRIPT_WORDS = ("form", "progress", "failure", "result", "sending", "comparing", "orders")
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
    script_words = {table: site_words[table] for table in tables}
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
        words=site_words["form"],
        picker=site_words["picker"],
        orders=_orders(definition, texts),
        script_words=json.dumps(script_words, ensure_ascii=False),
    )


def _orders(definition: Definition, texts: Texts) -> dict[str, Any]:
    """What stands around a file of orders: the words, and an empty table to begin with."""
    labels = [texts.get("fields", name, "label") for name in fields_of(definition.inputs)]
    line = io.StringIO()
    csv.writer(line).writerow(labels)
    table = quote("\ufeff" + line.getvalue())
    return {
        "words": words(texts.lang)["orders"],
        "known": labels,
        "several": bool(definition.files and definition.files.parcels),
        "blank": f"data:text/csv;charset=utf-8,{table}",
    }


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
            "optional": field.optional,
            "rare": field.rare,
            "default": field.typed(default_text(field, rules)),
            "choices": field.offered(name, texts),
            "asked": _asked(definition, name),
            "asked_now": not asks or name in asks,
        }
        for name, field in fields_of(definition.inputs).items()
        if name in (only or definition.in_form)
    ]


def _text(texts: Texts, name: str, key: str) -> str | None:
    return texts.get("fields", name, key) if texts.has("fields", name, key) else None
