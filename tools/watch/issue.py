"""The issue: what was found and what is due, as Markdown. No sentence of the platform is in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tools.watch.due import Due
from tools.watch.finding import Found
from tools.watch.held import Held
from tools.watch.resting import Resting
from tools.watch.telling import Telling
from tools.watch.wording import days, figure_lines, resting_lines, shown, stale, unread_lines

_ADDRESS = "https://school.jinritemai.com/doudian/web/article/"
# Titles of announcements come from elsewhere: in a span of code they link and mention nobody.
_LONGEST = 120


@dataclass(frozen=True)
class Issue:
    """A title and a body."""

    title: str
    body: str


def issue(found: Found | None, due: Iterable[Due], telling: Telling) -> Issue | None:
    """The issue to open; ``None`` where nothing was found and nothing is overdue.

    Without the public copy ``found`` is ``None``, and the issue says so first.
    """
    overdue = [each for each in due if each.overdue]
    if found and not found.anything and not overdue:
        return None
    lines = [
        *([telling.say("issue", "no_copy"), ""] if found is None else _found(found, telling)),
        *_section("due", (_due(each, telling) for each in overdue), telling),
        *_section("how", [telling.say("issue", "how_to")], telling),
        *unread_lines((each.resting for each in overdue), telling),
    ]
    news = len(found.newer) + len(found.published) + len(found.announced) if found else 0
    title = telling.say("issue", "title", newer=news, overdue=len(overdue))
    return Issue(title, "\n".join(lines).rstrip() + "\n")


def _found(found: Found, telling: Telling) -> Iterator[str]:
    restings = [telling.resting_on(each.held) for each in found.newer]
    without = (f"- [ ] {_link(each, telling)}" for each in found.without)
    yield from stale(found, telling)
    yield from _section("newer", _newer(found, restings, telling), telling)
    yield from _section("published", _published(found, telling), telling)
    yield from _section("announced", _announced(found), telling)
    yield from _section("without", without, telling)


def _section(name: str, lines: Iterable[str], telling: Telling) -> Iterator[str]:
    if told := list(lines):
        yield from [f"## {telling.say('issue', name)}", "", *told, ""]


def _newer(found: Found, restings: list[Resting], telling: Telling) -> Iterator[str]:
    for each, resting in zip(found.newer, restings, strict=True):
        yield f"- [ ] {_link(each.held, telling)}: {days(each, telling)}"
        yield from (f"  - {line}" for line in figure_lines(each.difference, telling))
        yield from (f"  - {line}" for line in resting_lines(resting, telling, each.difference))


def _published(found: Found, telling: Telling) -> Iterator[str]:
    for each in found.published:
        told = telling.say("report", "published_days", read=each.read, on=each.on)
        yield f"- [ ] {_link(each.held, telling)}: {told}"


def _announced(found: Found) -> Iterator[str]:
    for each in found.announced:
        title = shown(each.title, _LONGEST).replace("`", "'")
        yield f"- [ ] {each.published} `{title}` {_ADDRESS}{each.rule}"


def _due(due: Due, telling: Telling) -> str:
    code = "due_line" if due.subject.text else "due_line_announced"
    told = telling.say("issue", code, age=due.age, count=len(due.resting.rules))
    return f"- [ ] {_link(due.look_up, telling)}: {told}"


def _link(held: Held, telling: Telling) -> str:
    title = held.newest.title[telling.lang].replace("[", "\\[").replace("]", "\\]")
    return f"[{title}]({held.newest.address}) (`{held.rule}`)"
