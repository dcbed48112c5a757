"""What a section of a page rests on: the rules that its figures come from, and texts it names."""

import re
from collections.abc import Iterator
from datetime import date

from calculators.core.rules.confidence import best_first, confidence
from calculators.core.rules.dated_rules import FORMULA
from calculators.core.rules.sources import Source, register
from macros.lookup import known, rule

# What is stated, as its sources, and how sure it is.
type Statement = tuple[tuple[Source, ...], str]

_FIGURE = re.compile(r"""\bfigure\(\s*["']([\w.-]+)["']([^}]*)""")
_ANSWER = re.compile(r"""\b(?:answer|chart)\(\s*["']([\w-]+)["']([^}]*)""")
_ON = re.compile(r"""\bon=["']([\d-]+)["']""")
# For what the sentences say themselves: <!-- sources: rc-one-text rc-another -->
_NAMED = re.compile(r"<!--\s*sources:\s*([\w\s-]+?)\s*-->")


def statements(markdown: str, today: date) -> list[Statement]:
    """What a section states; raises ``ValueError`` for a rule or a source that there is not."""
    return list(_statements(markdown, today))


def named_sources(markdown: str) -> list[Source]:
    """The sources that its comments name; raises ``ValueError`` for one that there is not."""
    return [source for ids in _NAMED.findall(markdown) for source in register().of(ids.split())]


def sources_of(found: list[Statement], today: date) -> list[Source]:
    """Their sources, each once, those first that say most about ``today``."""
    return best_first(dict.fromkeys(source for stated, _ in found for source in stated), today)


def of_rule(rule_id: str, day: date) -> Statement:
    """What the rule ``rule_id`` states on a day; raises ``ValueError`` if there is none."""
    held = rule(rule_id, day)
    return held.sources, held.confidence(day)


def of_sources(ids: list[str], day: date) -> Statement:
    """What the sources ``ids`` state together; raises ``ValueError`` for one that there is not."""
    named = register().of(ids)
    return named, confidence(named, day)


def _statements(markdown: str, today: date) -> Iterator[Statement]:
    for rule_id, rest in _FIGURE.findall(markdown):
        yield of_rule(rule_id, _day(rest, today))
    for calculator, rest in _ANSWER.findall(markdown):
        known(calculator)  # a wrong name says which there are
        yield of_rule(f"{calculator}.{FORMULA}", _day(rest, today))
    for ids in _NAMED.findall(markdown):
        yield of_sources(ids.split(), today)


def _day(arguments: str, today: date) -> date:
    found = _ON.search(arguments)
    return date.fromisoformat(found[1]) if found else today
