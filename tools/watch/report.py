"""What was found, for a terminal. Here alone sentences of the platform are shown."""

from collections.abc import Iterable, Iterator

from tools.watch.comparing import Difference
from tools.watch.finding import Found, Newer
from tools.watch.fingerprint import Clause, sentences
from tools.watch.held import Held
from tools.watch.resting import Resting
from tools.watch.telling import Telling
from tools.watch.wording import days, figure_lines, resting_lines, shown, stale, unread_lines


def report(found: Found, telling: Telling) -> Iterator[str]:
    """All findings, first of all whether the directory is too old to tell."""
    yield from stale(found, telling)
    code = "newer" if found.newer else "none_newer"
    yield telling.say("report", code, count=len(found.newer), compared=found.compared)
    restings = []
    for each in found.newer:
        restings.append(telling.resting_on(each.held))
        yield from ["", *newer_lines(each, restings[-1], telling)]
    yield from _published(found, telling)
    yield from _announced(found, telling)
    yield from _without(found, telling)
    yield from (line for each in unread_lines(restings, telling) for line in ("", each))


def newer_lines(newer: Newer, resting: Resting, telling: Telling) -> Iterator[str]:
    """One rule: its days, the sentences whose figures differ, what rests on it."""
    yield heading(newer.held, telling)
    lines = (
        days(newer, telling),
        *figure_lines(newer.difference, telling),
        *_sentences(newer.difference, telling),
        *resting_lines(resting, telling, newer.difference),
    )
    yield from (f"  {each}" for each in lines)


def heading(held: Held, telling: Telling) -> str:
    """A rule's title, id and address."""
    return f"{held.newest.title[telling.lang]} ({held.rule}) {held.newest.address}"


def _sentences(difference: Difference, telling: Telling) -> Iterator[str]:
    if difference.in_figures:
        yield telling.say("report", "sentences")
        yield from (f"  − {each}" for each in _gone(difference, telling))
        yield from (f"  + {each}" for each in _told(difference.new, difference.come))
    if difference.in_figures and difference.reworded:
        yield telling.say("report", "reworded", count=difference.reworded)


def _gone(difference: Difference, telling: Telling) -> Iterator[str]:
    """What went, in its sentences or, where the text that was read is not at hand, as figures."""
    if difference.old:
        yield from _told(difference.old, difference.gone)
    elif difference.gone:
        figures = [figure for each in difference.gone for figure in each.mark.figures]
        yield f"{_listed(figures)} {telling.say('report', 'not_kept')}"


def _told(text: str, clauses: Iterable[Clause]) -> Iterator[str]:
    for figures, sentence in sentences(text, clauses):
        yield f"{_listed(figures)} {shown(sentence)}"


def _listed(figures: Iterable[str]) -> str:
    return f"[{' '.join(dict.fromkeys(figures))}]"


def _published(found: Found, telling: Telling) -> Iterator[str]:
    if found.published:
        yield from ["", telling.say("report", "published")]
    for each in found.published:
        told = telling.say("report", "published_days", read=each.read, on=each.on)
        yield f"  {heading(each.held, telling)}: {told}"


def _announced(found: Found, telling: Telling) -> Iterator[str]:
    if found.announced:
        yield from ["", telling.say("report", "announced")]
    for each in found.announced:
        yield f"  {each.published} {shown(each.title)} ({each.rule})"


def _without(found: Found, telling: Telling) -> Iterator[str]:
    if found.without:
        yield from ["", telling.say("report", "without")]
    for each in found.without:
        yield f"  {heading(each, telling)}"
