"""The reference of all rules: every dated value with its sources."""

from datetime import date
from typing import Any

from calculators import CALCULATORS
from calculators.core.definition import Definition
from calculators.core.output.presentation import dated_title, rule_value
from calculators.core.rules.dated_rules import FORMULA, Rule
from calculators.core.text.catalogue import Texts
from macros.calculator_list import homes, place
from macros.guide_files import guide_file
from macros.list_filter import list_filter
from macros.lookup import known
from macros.templating import render, words

_UNSURE = ("medium-low", "low")
_TAGS = ("unsure", "changed", "ahead", "choice")


def rule_tables(*, lang: str, built_for: date) -> str:
    """A folded section a calculator, as Markdown, so that its heading stands in the contents."""
    names = words(lang)["rules"]
    chips = [(tag, names["chips"][tag]) for tag in _TAGS]
    filtering = list_filter(".rule", names["ask"], chips, lang=lang)
    sections = (_section(known(calculator), lang, built_for) for calculator in CALCULATORS)
    return "\n\n".join([filtering, *sections])


def _section(definition: Definition, lang: str, built_for: date) -> str:
    texts, names = definition.texts(lang), words(lang)["rules"]
    history = definition.rule_book.history()
    # A single way of computing says nothing; several are what changed most.
    shown = [values for key, values in history.items() if key != FORMULA or len(values) > 1]
    rules = [
        _entry(rule, texts, built_for, newest=rule is values[-1], changed=len(values) > 1)
        for values in shown
        for rule in reversed(values)
    ]
    rules.sort(key=lambda each: each["state"] == "ended")
    # What holds for all of them is said once.
    checked = {each["checked_on"] for each in rules}
    once = len(checked) == 1
    home = homes(lang)[definition.id]
    html = render(
        "rules.html",
        rules=rules,
        common=[f"{names['checked']}{checked.pop()}"] if once else [],
        checked=once,
        calculator=f"../../{place(definition.id, lang)}",
        guide=f"../../{home}/",
        page=guide_file(lang, home).title,
        words=names,
    )
    count = names["count"].format(count=len(rules))
    return f"## {texts.get('title')} {count} {{ #{definition.id} .folded }}\n\n{html}"


def _entry(
    rule: Rule, texts: Texts, built_for: date, *, newest: bool, changed: bool
) -> dict[str, Any]:
    ahead = rule.valid_from is not None and rule.valid_from > built_for
    ended = rule.valid_until is not None and rule.valid_until < built_for
    # How sure it is is said for the day of the build, or for the last day that it held.
    day = min(built_for, rule.valid_until) if rule.valid_until else built_for
    confidence = rule.confidence(day)
    tags = {
        "unsure": confidence in _UNSURE,
        "changed": changed,
        "ahead": ahead,
        "choice": all(each.kind == "choice" for each in rule.sources),
    }
    return {
        "tags": [tag for tag in _TAGS if tags[tag]],
        "since": changed and rule.valid_from and f"{rule.valid_from} –",
        "id": rule.id,
        "anchor": rule.id if newest else f"{rule.id}-{rule.valid_from or 'before'}",
        "name": texts.get("rules", rule.key),
        "value": rule_value(rule, texts),
        "state": "ahead" if ahead else "ended" if ended else None,
        "valid_from": rule.valid_from.isoformat() if rule.valid_from else None,
        "older": rule.older,
        "valid_until": rule.valid_until.isoformat() if rule.valid_until else None,
        "sources": [(each.id, dated_title(each, texts)) for each in rule.sources],
        "against": [(each.id, dated_title(each, texts)) for each in rule.against],
        "claims": rule.claims,
        "confidence": texts.get("confidence", confidence),
        "checked_on": rule.checked_on.isoformat(),
        "note": rule.note.get(texts.lang),
    }
