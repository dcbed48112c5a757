"""``read.toml``: of each rule the day of the text that was read, and that text's fingerprint."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tomllib import TOMLDecodeError, loads

from tools.watch import UnusableError
from tools.watch.fingerprint import Fingerprint, Mark, fingerprint
from tools.watch.stored import Stored

READ = Path(__file__).parent / "read.toml"

_HEAD = """\
# The platform's texts as they were read, by their ids in the rule centre: a day on which the text
# stood so, its hash, and of each clause that has figures a hash and they. There are no sentences.
# Written by `python -m tools.watch DIRECTORY --record --rule ID`, to be run once a changed text has
# been read and what rests on it was put right.
"""


@dataclass(frozen=True)
class Read:
    """A text that was read; ``text`` is there only where it lies at hand."""

    day: date
    print: Fingerprint
    text: str | None = None


def read_from(path: Path = READ) -> dict[str, Read]:
    """What was read, by rule; nothing where the file does not exist yet."""
    if not path.exists():
        return {}
    try:
        tables = loads(path.read_text(encoding="utf-8"))
        return {
            rule: Read(each["day"], Fingerprint(each["hash"], tuple(map(_mark, each["clauses"]))))
            for rule, each in tables.items()
        }
    except (TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise UnusableError("not_read_toml", path=path, why=repr(error)) from None


def write_to(path: Path, read: Mapping[str, Read]) -> None:
    """Write ``read``, the same bytes for the same contents."""
    path.write_text(_HEAD + "".join(_table(rule, read[rule]) for rule in sorted(read)), "utf-8")


def read_now(texts: Iterable[Stored]) -> dict[str, Read]:
    """``texts`` as read; those of an unknown day cannot be."""
    return {
        each.rule: Read(each.day, fingerprint(each.text), each.text) for each in texts if each.day
    }


def at_hand(read: Read, texts: Iterable[Stored]) -> Read:
    """``read`` with its text, if it is among ``texts``."""
    for each in texts:
        if fingerprint(each.text).hash == read.print.hash:
            return Read(read.day, read.print, each.text)
    return read


def _mark(written: str) -> Mark:
    hashed, *figures = written.split(" ")
    return Mark(hashed, tuple(figures))


def _table(rule: str, read: Read) -> str:
    return "\n".join([f"\n[{rule}]", *_lines(read), ""])


def _lines(read: Read) -> Iterator[str]:
    yield f"day = {read.day}"
    yield f'hash = "{read.print.hash}"'
    yield "clauses = ["
    yield from (f'  "{" ".join((mark.hash, *mark.figures))}",' for mark in read.print.marks)
    yield "]"
