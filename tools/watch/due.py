"""The monthly routine: the platform's rules by the age of what is known of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tools.watch import DUE_AFTER
from tools.watch.held import Held, Subject, subjects
from tools.watch.resting import Resting, resting_on
from tools.watch.telling import Telling
from tools.watch.wording import resting_lines, unread_lines


@dataclass(frozen=True)
class Due:
    """A rule to be looked up, how old its newest source is in days, and what rests on it."""

    subject: Subject
    age: int
    resting: Resting

    @property
    def overdue(self) -> bool:
        """Whether a month has passed."""
        return self.age > DUE_AFTER

    @property
    def look_up(self) -> Held:
        """The rule itself; where only announcements of it were read, the newest of those."""
        newest = self.subject.newest
        announced = next(each for each in self.subject.members if newest in each.sources)
        return self.subject.text or announced


def due(telling: Telling) -> list[Due]:
    """All rules in the register, the oldest first; of one age that with most resting on it."""
    found = [
        Due(
            each,
            each.age(telling.today),
            resting_on(each.sources, telling.today, telling.calculators),
        )
        for each in subjects()
    ]
    return sorted(found, key=lambda each: (-each.age, -len(each.resting.rules)))


def due_report(found: Iterable[Due], telling: Telling) -> Iterator[str]:
    """The list for a terminal, and how to go on from it."""
    found = tuple(found)
    overdue = sum(each.overdue for each in found)
    yield telling.say("due", "head", count=len(found), overdue=overdue)
    for each in found:
        yield ""
        yield from _lines(each, telling)
    yield from ["", telling.say("due", "how")]
    yield from unread_lines((each.resting for each in found), telling)


def where(due: Due, telling: Telling) -> str:
    """Where a person finds the rule."""
    newest = due.look_up.newest
    code = "where" if due.subject.text else "where_announced"
    return telling.say(
        "due", code,
        name=due.subject.name, title=newest.title[telling.lang], address=newest.address,
    )  # fmt: skip


def _lines(due: Due, telling: Telling) -> Iterator[str]:
    source = due.subject.newest
    title = due.look_up.newest.title[telling.lang]
    yield telling.say(
        "due", "rule", age=due.age, name=due.subject.name, title=title, rule=due.look_up.rule
    )
    lines = (
        telling.say("due", "days", last=source.speaks[1], read=source.read_on),
        where(due, telling),
        *resting_lines(due.resting, telling),
    )
    yield from (f"  {each}" for each in lines)
