"""Lines that the report and the issue say alike."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from calculators.core.rules.dated_rules import Rule
from tools.watch.comparing import Difference
from tools.watch.finding import Found, Newer
from tools.watch.resting import Resting
from tools.watch.telling import Telling


def shown(text: str, longest: int = 800) -> str:
    """A text from elsewhere, safe in a terminal: one line, without control characters."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return line if len(line) <= longest else line[:longest] + "…"


def stale(found: Found, telling: Telling) -> Iterator[str]:
    """The sentence that stands before all others, where it is true."""
    if found.stale_for:
        yield telling.say("report", "stale", day=found.newest_day, age=found.stale_for)
        yield ""


def days(newer: Newer, telling: Telling) -> str:
    """Of which day is what was read, of which what is there now."""
    stored = newer.stored.day or telling.say("words", "unknown_day")
    return telling.say("report", "days", read=newer.read, stored=stored)


def figure_lines(difference: Difference, telling: Telling) -> Iterator[str]:
    """The figures that went and came."""
    if gone := difference.figures_gone:
        yield telling.say("report", "figures_gone", figures=gone)
    if come := difference.figures_come:
        yield telling.say("report", "figures_come", figures=come)
    if not difference.in_figures:
        yield telling.say("report", "same" if difference.same else "words_alone")


def resting_lines(
    resting: Resting, telling: Telling, difference: Difference | None = None
) -> Iterator[str]:
    """A line a kind of what rests on a rule; values whose figure is gone come first."""
    values = sorted(resting.values, key=lambda rule: not _lost(rule, difference))
    told = {
        "values": [_value(each, telling, difference) for each in values],
        "formulas": [f"{each.id} ({each.name})" for each in resting.formulas],
        "cases": _cases(resting, telling),
        "pages": resting.pages,
        "claims": resting.claims,
    }
    counts = {kind: len(each) for kind, each in told.items()} | {"cases": len(resting.cases)}
    for kind, each in told.items():
        if each:
            yield telling.say("resting", kind, count=counts[kind], all=tuple(each))
    if not resting.rules:
        yield telling.say("resting", "nothing")


def unread_lines(restings: Iterable[Resting], telling: Telling) -> Iterator[str]:
    """Which calculators could not be read, so that nobody takes their silence for an answer."""
    unread = {name: why for each in restings for name, why in each.unread.items()}
    for name, why in unread.items():
        yield telling.say("resting", "unread", name=name, why=why)


def _cases(resting: Resting, telling: Telling) -> list[str]:
    if telling.cases:
        return [f"{calculator}: {name}" for calculator, name in resting.cases]
    counted = Counter(calculator for calculator, _ in resting.cases)
    return [
        telling.say("resting", "cases_of", name=name, count=count)
        for name, count in counted.items()
    ]


def _value(rule: Rule, telling: Telling, difference: Difference | None) -> str:
    told = rule.id if rule.value is None else f"{rule.id} = {rule.value} {rule.unit}"
    return told + telling.say("resting", "lost") if _lost(rule, difference) else told


def _lost(rule: Rule, difference: Difference | None) -> bool:
    if difference is None or rule.value is None:
        return False
    return difference.lost(rule.unit, Decimal(rule.value))
