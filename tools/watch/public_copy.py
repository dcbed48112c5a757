"""The layout of the public copy: what ``Leiixin/tmall-rule-tracker`` keeps in ``data/douyin/``.

A rule's text is looked for in ``curated-source-cache.json`` (fetched afresh every time), then in
``rules.json`` (the platform's list, which drops most texts after some weeks), then in
``rule-text/``, whose files say nothing of their day.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from calculators.core.inputs.dates import CHINA
from tools.watch import UnusableError
from tools.watch.stored import Directory, Listed, Stored, decoded, newest_first

_LIST = "rules.json"
_CACHE = "curated-source-cache.json"
_ID = re.compile(r"[A-Za-z0-9]+")


def root_of(path: Path) -> Path | None:
    """The folder of the copy: ``path`` itself, or inside a clone; ``None`` where it is none."""
    for each in (path, path / "data" / "douyin"):
        if (each / _LIST).is_file():
            return each
    return None


def read_public_copy(root: Path) -> Directory:
    """The newest text of each rule, and the platform's list with its days."""
    listed = _table(root / _LIST, list)
    cached = _table(root / _CACHE, dict) if (root / _CACHE).exists() else {}
    try:
        titles = {each["id"]: each["title"] for each in listed}
        texts = [
            *_cached(cached.get("sources", {})),
            *_in_list(listed),
            *_hand_kept(root / "rule-text", titles),
        ]
        return Directory(newest_first(texts), tuple(_listed(listed)))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnusableError("other_layout", path=root, why=repr(error)) from None


def _table(path: Path, wanted: type) -> Any:
    try:
        table = json.loads(decoded(path))
    except json.JSONDecodeError as error:
        raise UnusableError("not_json", path=path, why=error) from None
    if not isinstance(table, wanted):
        raise UnusableError("not_json", path=path, why=f"not a {wanted.__name__}")
    return table


def _cached(sources: Mapping[str, Mapping[str, Any]]) -> Iterator[Stored]:
    for each in sources.values():
        if each.get("ruleId") and each.get("content"):
            yield Stored(each["ruleId"], each["title"], _day(each["fetchedAt"]), each["content"])


def _in_list(listed: list[dict[str, Any]]) -> Iterator[Stored]:
    for each in listed:
        if each.get("content"):
            yield Stored(each["id"], each["title"], _day(each["lastSeenAt"]), each["content"])


def _hand_kept(folder: Path, titles: Mapping[str, str]) -> Iterator[Stored]:
    for each in sorted(folder.glob("rule-*.txt")):
        rule = each.stem.removeprefix("rule-")
        yield Stored(rule, titles.get(rule, rule), None, decoded(each))


def _listed(listed: list[dict[str, Any]]) -> Iterator[Listed]:
    """The list without what cannot be an id: it comes from elsewhere, and goes into an issue."""
    for each in listed:
        if _ID.fullmatch(each["id"]):
            published = each.get("publishedAt")
            day = _day(published) if published else None
            yield Listed(each["id"], each["title"], day, _day(each["lastSeenAt"]))


def _day(moment: str) -> date:
    """The day in China of a moment that is written in UTC."""
    return datetime.fromisoformat(moment).astimezone(CHINA).date()
