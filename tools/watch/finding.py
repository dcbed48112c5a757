"""What a directory has that was not read yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tools.watch import STALE_AFTER
from tools.watch.comparing import Difference, compare
from tools.watch.held import Held, held, subject
from tools.watch.reading import Read
from tools.watch.stored import Directory, Listed, Stored


@dataclass(frozen=True)
class Newer:
    """A rule whose text is another than the one that was read."""

    held: Held
    read: date
    stored: Stored
    difference: Difference


@dataclass(frozen=True)
class Published:
    """A rule that the platform has published anew, by its own list; the text is not there."""

    held: Held
    read: date
    on: date


@dataclass(frozen=True)
class Found:
    """All findings in one directory.

    ``newest_day`` is the last day on which it stored anything, ``announced`` what the register
    lacks about rules that it holds, ``without`` the rules that have no fingerprint, though their
    text is there.
    """

    newest_day: date | None
    stale_for: int | None
    newer: tuple[Newer, ...]
    published: tuple[Published, ...]
    announced: tuple[Listed, ...]
    without: tuple[Held, ...]
    compared: int

    @property
    def anything(self) -> bool:
        """Whether somebody has to look."""
        return bool(
            self.stale_for or self.newer or self.published or self.announced or self.without
        )


def find(directory: Directory, read: Mapping[str, Read], today: date) -> Found:
    """Compare the newest texts of ``directory`` with those that were read."""
    newest = directory.newest()
    age = (today - directory.newest_day).days if directory.newest_day else None
    known = [rule for rule in held() if rule in read and rule in newest]
    newer = [
        Newer(held()[rule], read[rule].day, newest[rule], difference)
        for rule in known
        if _is_later(newest[rule], read[rule])
        and not (difference := compare(read[rule], newest[rule].text)).same
    ]
    return Found(
        newest_day=directory.newest_day,
        stale_for=age if age is not None and age > STALE_AFTER else None,
        newer=tuple(sorted(newer, key=lambda each: not each.difference.in_figures)),
        published=tuple(_published(directory, newest, read)),
        announced=tuple(_announced(directory)),
        without=tuple(held()[rule] for rule in held() if rule in newest and rule not in read),
        compared=len(known),
    )


def _is_later(stored: Stored, read: Read) -> bool:
    """A text of an unknown day may be later."""
    return stored.day is None or stored.day > read.day


def _published(
    directory: Directory, newest: Mapping[str, Stored], read: Mapping[str, Read]
) -> list[Published]:
    """The rules whose newer text the directory does not have."""
    return [
        Published(held()[each.rule], read[each.rule].day, each.published)
        for each in directory.listed
        if each.rule in held() and each.rule in read and each.rule not in newest
        if each.published and each.published > read[each.rule].day
    ]


def _announced(directory: Directory) -> list[Listed]:
    """What was published about a rule of the register after the newest source that it has."""
    last: dict[str, date] = {}
    for each in held().values():
        last[each.subject] = max(last.get(each.subject, date.min), each.dated)
    return [
        each
        for each in directory.listed
        if each.rule not in held() and each.published
        if each.published > last.get(subject(each.title), date.max)
    ]
