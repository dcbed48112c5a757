"""The layout of dated files: ``<rule id>_<day>.txt``, one a version, titles in ``index.md``."""

import re
from datetime import date
from pathlib import Path

from tools.watch import UnusableError
from tools.watch.stored import Directory, Listed, Stored, decoded, newest_first

_NAME = re.compile(r"(?P<rule>\w+)_(?P<day>\d{4}-\d{2}-\d{2})\.txt")
_ROW = re.compile(r"^\| (?P<title>[^|]+) \| (?P<rule>\w+) \|", re.MULTILINE)


def is_dated_files(path: Path) -> bool:
    """Whether ``path`` holds such files."""
    return any(_NAME.fullmatch(each.name) for each in path.iterdir())


def read_dated_files(path: Path) -> Directory:
    """All versions of all rules; a rule that ``index.md`` lacks is called by its id."""
    index = path / "index.md"
    rows = _ROW.finditer(decoded(index)) if index.exists() else iter(())
    titles = {row["rule"]: row["title"].strip() for row in rows}
    texts = [
        Stored(
            found["rule"],
            titles.get(found["rule"], found["rule"]),
            _day(each, found["day"]),
            decoded(each),
        )
        for each in sorted(path.iterdir())
        if (found := _NAME.fullmatch(each.name))
    ]
    listed = [Listed(each.rule, each.title, each.day, each.day) for each in texts if each.day]
    return Directory(newest_first(texts), tuple(listed))


def _day(path: Path, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UnusableError("other_layout", path=path, why=error) from None
