"""The reference of all rules: every dated value with its sources."""

from datetime import date

from calculators import CALCULATORS
from calculators.core.definition import Definition
from calculators.core.output.presentation import dated_title, rule_value
from calculators.core.rules.dated_rules import FORMULA, Rule
from calculators.core.text.catalogue import Texts
from macros.lookup import known
from macros.templating import render, words


def rule_tables(*, lang: str, built_for: date) -> str:
    """A section a calculator, as Markdown, so that its heading stands in the contents."""
    return "\n\n".join(_section(known(calculator), lang, built_for) for calculator in CALCULATORS)


def _section(definition: Definition, lang: str, built_for: date) -> str:
    texts = definition.texts(lang)
    history = definition.rule_book.history()
    # A single way of computing says nothing; several are what changed most.
    shown = [values for key, values in history.items() if key != FORMULA or len(values) > 1]
    rules = [
        _entry(rule, texts, built_for, newest=rule is values[-1])
        for values in shown
        for rule in reversed(values)
    ]
    heading = f"## {texts.get('title')} {{ #{definition.id} }}"
    return f"{heading}\n\n{render('rules.html', rules=rules, words=words(lang)['rules'])}"


def _entry(rule: Rule, texts: Texts, built_for: date, *, newest: bool) -> dict[str, object]:
    ahead = rule.valid_from is not None and rule.valid_from > built_for
    ended = rule.valid_until is not None and rule.valid_until < built_for
    # How sure it is is said for the day of the build, or for the last day that it held.
    day = min(built_for, rule.valid_until) if rule.valid_until else built_for
    return {
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
        "confidence": texts.get("confidence", rule.confidence(day)),
        "checked_on": rule.checked_on.isoformat(),
        "note": rule.note.get(texts.lang),
    }
