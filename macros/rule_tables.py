"""The reference of all rules: every dated value with its source."""

from calculators import CALCULATORS
from calculators.core.presenting import rule_value
from calculators.core.rules import Rule
from calculators.core.texts import Texts
from macros.calculators_used import known
from macros.pages import render, words


def rule_tables(*, lang: str) -> str:
    """A section a calculator, as Markdown, so that its heading stands in the contents."""
    return "\n\n".join(_section(calculator, lang) for calculator in CALCULATORS)


def _section(calculator: str, lang: str) -> str:
    texts = known(calculator).texts(lang)
    rules = [
        _entry(rule, texts, newest=rule is values[-1])
        for values in known(calculator).rule_book.history().values()
        for rule in reversed(values)
    ]
    heading = f"## {texts.get('title')} {{ #{calculator} }}"
    return f"{heading}\n\n{render('rules.html', rules=rules, words=words(lang)['rules'])}"


def _entry(rule: Rule, texts: Texts, *, newest: bool) -> dict[str, object]:
    return {
        "id": rule.id,
        "anchor": rule.id if newest else f"{rule.id}-{rule.valid_from or 'before'}",
        "name": texts.get("rules", rule.id.partition(".")[2]),
        "value": rule_value(rule, texts),
        "valid_from": rule.valid_from.isoformat() if rule.valid_from else None,
        "claims": rule.claims,
        "sureness": texts.get("sureness", rule.sureness),
        "checked_on": rule.checked_on.isoformat(),
        "note": rule.note.get(texts.lang),
    }
