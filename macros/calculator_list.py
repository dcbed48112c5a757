"""All calculators by task, each with the page that holds it; found by looking at the pages."""

import re
from datetime import date
from functools import cache
from pathlib import Path

from calculators import CALCULATORS
from calculators.core.inputs.fields import fields_of
from calculators.core.rules.dated_rules import FORMULA
from macros.icons import icon
from macros.lookup import known
from macros.tasks import Question, groups
from macros.templating import render, words

DOCS = Path(__file__).parents[1] / "docs"
_CALL = re.compile(r"""\{\{\s*calculator\(["']([\w-]+)["']\)\s*\}\}""")


@cache
def homes(lang: str) -> dict[str, str]:
    """The page that each calculator stands on, ``orders/late-delivery``.

    Raises ``ValueError`` naming those that stand on none.
    """
    found = {
        calculator: path.relative_to(DOCS / lang).with_suffix("").as_posix()
        for path in sorted((DOCS / lang).rglob("*.md"))
        if path.parent.name != "contribute"  # where the guide shows how to call one
        for calculator in _CALL.findall(path.read_text(encoding="utf-8"))
    }
    if missing := [each for each in CALCULATORS if each not in found]:
        call = f'{{{{ calculator("{missing[0]}") }}}}'
        raise ValueError(f"on no page below docs/{lang}: {', '.join(missing)}; add {call} to one")
    return found


def place(calculator: str, lang: str) -> str:
    """Where a calculator stands, seen from the language's first page."""
    return f"{homes(lang)[calculator]}/#{calculator}-calculator"


def calculator_list(*, lang: str, built_for: date) -> str:
    """Ways to the groups, and each group with a row a calculator, as Markdown."""
    chips = render(
        "chips.html",
        chips=[(f"#for-{each.id}", each.name[lang]) for each in groups() if each.questions],
    )
    sections = [
        f"## {group.name[lang]} {{ #for-{group.id} }}\n\n"
        + render("rows.html", rows=[row(each, lang, built_for, "../") for each in group.questions])
        for group in groups()
        if group.questions
    ]
    return "\n\n".join([chips, *sections])


def row(question: Question, lang: str, built_for: date, up: str) -> dict[str, object]:
    """What a row or tile shows of a calculator; ``up`` leads from the page to the root."""
    fields = words(lang)["calculators"]["fields"]
    return {
        "href": f"{up}{place(question.calculator, lang)}",
        "icon": icon(question.icon),
        "asks": question.asks[lang],
        "example": question.example(lang, built_for),
        "note": fields.format(count=asked_at_once(question.calculator, built_for)),
    }


def asked_at_once(calculator: str, built_for: date) -> int:
    """How many fields of a form stand open on a day: those that all need."""
    definition = known(calculator)
    rules = definition.rule_book.on(built_for)
    asks = rules[FORMULA].asks if FORMULA in rules else ()
    return sum(
        name in definition.in_form and not field.rare and (not asks or name in asks)
        for name, field in fields_of(definition.inputs).items()
    )
