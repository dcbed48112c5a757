"""One quiet line under a section: where its figures come from, and how sure they are."""

from calculators.core.rules import SURENESS, Rule

from macros.calculators_used import known, rule
from macros.pages import render, words


def sources(*rule_ids: str, lang: str) -> str:
    """The claims behind the rules, the weakest sureness among them, the oldest check."""
    rules = [rule(rule_id) for rule_id in rule_ids]
    claims = list(dict.fromkeys(claim for each in rules for claim in each.claims))
    calculator = rule_ids[0].partition(".")[0]
    return render(
        "sources.html",
        claims=claims,
        sureness=known(calculator).texts(lang).get("sureness", _weakest(rules)),
        checked_on=min(each.checked_on for each in rules).isoformat(),
        rules=[each.id for each in rules],
        words=words(lang)["sources"],
    )


def _weakest(rules: list[Rule]) -> str:
    """Our own assumptions are named only where nothing else stands behind a section."""
    found = [each.sureness for each in rules]
    sourced = [each for each in found if each != "assumption"]
    return max(sourced or found, key=SURENESS.index)
