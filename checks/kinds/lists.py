"""The lists beside the pages, in TOML: their keys, both languages, and whom they name."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from calculators import CALCULATORS
from checks.finding import Finding
from checks.house import LANGUAGES, House, folder
from checks.near import nearest, suggestions
from checks.registers import rule_ids, source_ids
from checks.toml_lines import TomlLines

type _Path = tuple[str | int, ...]

_ADVICE = ("means", "costs", "first")
# The keys of each table: those that must be there, and those that may.
KEYS: Mapping[str, Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "docs/console.toml": {
        "": (("words", "place"), ()),
        "place": (("id", "name", "use", "search", "paths"), ()),
        "place.paths": (("steps",), ("sources", "year")),
    },
    "docs/notices.toml": {
        "": (("until", "group", "notice"), ()),
        "group": (("id", *LANGUAGES), ()),
        "notice": (("id", "group", "words", "also", "sources", "until", "page", "heading",
                    *LANGUAGES), ()),
        "notice.zh": (_ADVICE, ()),
        "notice.en": (_ADVICE, ()),
    },
    "docs/tasks.toml": {
        "": (("most_used", "group"), ()),
        "group": (("id", *LANGUAGES, "task"), ("calculator",)),
        "group.task": (("page", "icon", *LANGUAGES), ()),
        "group.calculator": (("id", "icon", "inputs", *LANGUAGES), ()),
    },
    "docs/moved.toml": {"": (("moved",), ()), "moved": (("from", "to"), ())},
    "docs/faults.toml": {
        "": (("fault",), ()),
        "fault": (("id", "helps", *LANGUAGES), ("server", "sees")),
    },
    "docs/same_words.toml": {"": (LANGUAGES, ())},
    "docs/other_subjects.toml": {"": (LANGUAGES, ())},
    "docs/other_words.toml": {"": ((*LANGUAGES, "at_home"), ())},
}  # fmt: skip
_BOTH = ("name", "use")
_FIGURE = re.compile(r"\{([\w-]+\.[\w.-]+)\}")


def lists(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """What a list has and lacks, then the rules, sources, pages and calculators that it names."""
    for path, shapes in KEYS.items():
        if not (found := house.toml(path)):
            continue
        for where in _tables(found.tables, ()):
            name = ".".join(each for each in where if isinstance(each, str))
            if name in shapes:
                yield from _keys(path, found, where, shapes[name])
        yield from _named(house, path, found)


def _tables(value: object, path: _Path) -> Iterator[_Path]:
    if isinstance(value, dict):
        yield path
        for key, each in value.items():
            yield from _tables(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _tables(each, (*path, index))


def _keys(
    path: str, found: TomlLines, where: _Path, shape: tuple[tuple[str, ...], tuple[str, ...]]
) -> Iterator[Finding]:
    table: Any = found.tables
    for part in where:
        table = table[part]
    must, may = shape
    known = (*must, *may)
    missing = [each for each in must if each not in table]
    for key in table:
        if key not in known:
            meant = nearest(key, known)
            missing = [each for each in missing if each != meant]
            values = {"key": key, "known": meant or ", ".join(known)}
            yield Finding(path, found.line(*where, key), "toml.key", values)
    if missing:
        yield Finding(path, found.line(*where), "toml.missing", {"keys": ", ".join(missing)})
    for key in _BOTH:
        if isinstance(table.get(key), dict) and set(table[key]) != set(LANGUAGES):
            yield Finding(path, found.line(*where, key), "text.languages", {"key": key})


def _named(house: House, path: str, found: TomlLines) -> Iterator[Finding]:
    if path.endswith(("words.toml", "subjects.toml", "moved.toml", "faults.toml")):
        return
    sources, rules = source_ids(house), rule_ids(house)
    stems = {stem for _, stem in house.pages}
    unread = {each for each in CALCULATORS if house.toml(f"{folder(each)}/rules.toml") is None}
    for where, text in found.texts:
        key = next((each for each in reversed(where) if isinstance(each, str)), "")
        line = found.line(*where, having=text.split("\n")[0])
        if key == "sources" and sources and text not in sources:
            near = suggestions(text, sorted(sources))
            yield Finding(path, line, "source.unknown", {"id": text, "near": near})
        elif key == "page" and not any(
            f"docs/{lang}/{text}.md" in house.page_paths for lang in LANGUAGES
        ):
            near = suggestions(text, sorted(stems))
            yield Finding(path, line, "link.page", {"target": text, "near": near})
        elif key == "id" and "calculator" in where and text not in CALCULATORS:
            near = suggestions(text, CALCULATORS)
            yield Finding(path, line, "calculator.unknown", {"id": text, "near": near})
        if path.endswith("notices.toml"):
            for rule in _FIGURE.findall(text):
                calculator = rule.partition(".")[0]
                if rule not in rules and calculator not in unread:
                    near = suggestions(rule, rules)
                    yield Finding(path, found.line(*where, having=rule), "rule.unknown",
                                  {"id": rule, "near": near})  # fmt: skip
