"""The commands: each gives what is to be printed and the status to end with."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tools.watch import NOTHING, SOMETHING, UnusableError
from tools.watch.comparing import compare
from tools.watch.due import due, due_report
from tools.watch.finding import Found, Newer, find
from tools.watch.held import Held, held
from tools.watch.issue import issue
from tools.watch.layouts import read_directory
from tools.watch.opening import open_issue
from tools.watch.reading import Read, at_hand, read_from, read_now, write_to
from tools.watch.report import newer_lines, report
from tools.watch.stored import Directory, Stored
from tools.watch.telling import Telling
from tools.watch.wording import unread_lines

type Told = tuple[Iterable[str], int]


def watch(asked: Namespace, telling: Telling) -> Told:
    """Compare a directory with what was read."""
    found = _found(asked, telling.today)
    return report(found, telling), SOMETHING if found.anything else NOTHING


def weekly(asked: Namespace, telling: Telling) -> Told:
    """The issue of a directory and of what is due: printed, or opened."""
    found = _found(asked, telling.today) if asked.directory else None
    made = issue(found, due(telling), telling)
    if made is None:
        return [telling.say("issue", "none")], NOTHING
    if asked.dry_run:
        return [f"# {made.title}", "", made.body.rstrip()], SOMETHING
    return [open_issue(made)], SOMETHING


def monthly(_: Namespace, telling: Telling) -> Told:
    """The rules by the age of their newest source."""
    found = due(telling)
    overdue = any(each.overdue for each in found)
    return due_report(found, telling), SOMETHING if overdue else NOTHING


def one_text(asked: Namespace, telling: Telling) -> Told:
    """Compare a text that was copied by hand; it differs where its figures do."""
    rule, stored = _held(asked.rule), _copied(asked, telling.today)
    read = read_from(asked.read).get(asked.rule)
    if read is None:
        raise UnusableError("no_fingerprint", rule=asked.rule)
    if asked.directory:
        read = at_hand(read, read_directory(asked.directory).of(asked.rule))
    newer = Newer(rule, read.day, stored, compare(read, stored.text))
    resting = telling.resting_on(rule)
    lines = [*newer_lines(newer, resting, telling), *unread_lines([resting], telling)]
    return lines, SOMETHING if newer.difference.in_figures else NOTHING


def record(asked: Namespace, telling: Telling) -> Told:
    """Keep the fingerprints of the register's rules, of one where ``--rule`` names it."""
    wanted = {asked.rule: _held(asked.rule)} if asked.rule else held()
    if asked.text:
        now = read_now([_copied(asked, telling.today)])
    else:
        newest = read_directory(asked.directory).newest()
        now = read_now(each for rule, each in newest.items() if rule in wanted)
    if asked.rule and asked.rule not in now:
        raise UnusableError("no_such_text", rule=asked.rule)
    before = read_from(asked.read)
    later = {
        rule: read
        for rule, read in now.items()
        if rule not in before or before[rule].day < read.day or _otherwise(before[rule], read)
    }
    write_to(asked.read, before | later)
    code, rules = "done" if later else "nothing", tuple(sorted(later))
    return [telling.say("record", code, count=len(later), path=asked.read, all=rules)], NOTHING


def _otherwise(before: Read, read: Read) -> bool:
    """Whether a text of the same day is another: the same day may be read twice."""
    return before.day == read.day and before.print != read.print


def _found(asked: Namespace, today: date) -> Found:
    directory = read_directory(asked.directory)
    return find(directory, _read(asked, directory), today)


def _read(asked: Namespace, directory: Directory) -> dict[str, Read]:
    """What counts as read: the file, or what ``--since`` says."""
    if asked.since is None:
        return {
            rule: at_hand(read, directory.of(rule)) for rule, read in read_from(asked.read).items()
        }
    try:
        day = date.fromisoformat(asked.since)
    except ValueError:
        return read_now(read_directory(Path(asked.since)).newest().values())
    read = read_now(directory.newest(until=day).values())
    if not read:
        raise UnusableError("nothing_until", day=day, path=asked.directory)
    return read


def _held(rule: str) -> Held:
    if rule not in held():
        raise UnusableError("unknown_rule", rule=rule)
    return held()[rule]


def _copied(asked: Namespace, today: date) -> Stored:
    """The text in a file as an editor may have saved it, of today."""
    try:
        data = asked.text.read_bytes()
    except OSError as error:
        raise UnusableError("unreadable", path=asked.text, why=error.strerror) from None
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not text.strip():
            raise UnusableError("empty", path=asked.text)
        return Stored(asked.rule, _held(asked.rule).newest.title["zh"], today, text)
    raise UnusableError("undecodable", path=asked.text)
