"""The lists beside the pages, in TOML: their keys, both languages, and whom they name."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from calculators import CALCULATORS
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.text.catalogue import LANGUAGES
from checks.anchors import anchors
from checks.finding import Finding
from checks.house import House, folder
from checks.near import nearest, suggestions
from checks.reading import code_of
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


def lists(house: House, earlier: tuple[Finding, ...]) -> Iterator[Finding]:
    """What a list has and lacks, then the rules, sources, pages and calculators that it names."""
    for path, shapes in KEYS.items():
        if not (found := house.toml(path)):
            continue
        for where in _tables(found.tables, ()):
            name = ".".join(each for each in where if isinstance(each, str))
            if name in shapes:
                yield from _keys(path, found, where, shapes[name])
        yield from _named(house, path, found, {each.path.rpartition("/")[0] for each in earlier})
        yield from _RELATED.get(path, _none)(house, path, found)


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


def _named(house: House, path: str, found: TomlLines, wrong: set[str]) -> Iterator[Finding]:
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
                if (
                    rule not in rules
                    and calculator not in unread
                    and folder(calculator) not in wrong
                ):
                    near = suggestions(rule, rules)
                    yield Finding(path, found.line(*where, having=rule), "rule.unknown",
                                  {"id": rule, "near": near})  # fmt: skip


def _none(house: House, path: str, found: TomlLines) -> Iterator[Finding]:
    del house, path, found
    return iter(())


def _of_notices(house: House, path: str, found: TomlLines) -> Iterator[Finding]:
    """Limits, groups and headings that notices name."""
    known = {
        "until": list(found.tables.get("until", {})),
        "group": [each.get("id", "") for each in found.tables.get("group", ())],
    }
    for index, notice in enumerate(found.tables.get("notice", ())):
        pages = [house.pages[each] for lang in LANGUAGES
                 if (each := (lang, notice.get("page", ""))) in house.pages]  # fmt: skip
        ids = {each.id for page in pages for each in page.headings}
        for key, names in (*known.items(), ("heading", sorted(ids - {""}))):
            value = str(notice.get(key, ""))
            recorded = (notice.get("page"), value) in house.record.sums
            if key in notice and names and value not in names and not recorded:
                values = {"key": key, "value": value, "near": suggestions(value, names)}
                yield Finding(path, found.line("notice", index, key), "list.unknown", values)


def _of_console(house: House, path: str, found: TomlLines) -> Iterator[Finding]:
    """Parts of paths that have no English word."""
    del house
    words = list(found.tables.get("words", {}))
    for where, text in found.texts:
        if where[-1] == "steps":
            for part in text.split(" › "):
                if part not in words:
                    values = {"key": "steps", "value": part, "near": suggestions(part, words)}
                    line = found.line(*where, having=text)
                    yield Finding(path, line, "list.unknown", values)


def _of_moved(house: House, path: str, found: TomlLines) -> Iterator[Finding]:
    """New addresses that lead nowhere."""
    for index, entry in enumerate(found.tables.get("moved", ())):
        address, _, anchor = str(entry.get("to", "")).partition("#")
        stems = [address.rstrip("/"), f"{address}index", address or "index"]
        names = sorted({each.split("/", 2)[2].removesuffix(".md") for each in house.page_paths})
        stem = next((each for each in stems if each in names), None)
        if stem is None:
            values = {
                "key": "to",
                "value": address,
                "near": suggestions(address.rstrip("/"), names),
            }
        elif anchor and not _has(house, stem, anchor):
            near = suggestions(anchor, sorted(_anchors(house, stem)))
            values = {"key": "to", "value": f"#{anchor}", "near": near}
        else:
            continue
        yield Finding(path, found.line("moved", index, "to"), "list.unknown", values)


def _has(house: House, stem: str, anchor: str) -> bool:
    """Whether the page has the anchor in some language, or had it before a change."""
    return (stem, anchor) in house.record.sums or anchor in _anchors(house, stem)


def _anchors(house: House, stem: str) -> set[str]:
    there = [lang for lang in LANGUAGES if (lang, stem) in house.pages]
    return {each for lang in there for each in anchors(house, lang, stem)}


def _of_tasks(house: House, path: str, found: TomlLines) -> Iterator[Finding]:
    """What sentences of examples fill in, and no calculator asks or says."""
    del house
    for i, group in enumerate(found.tables.get("group", ())):
        for j, entry in enumerate(group.get("calculator", ())):
            if entry.get("id") not in CALCULATORS:
                continue
            code = code_of(entry["id"])
            known = [*fields_of(code.Inputs), *outputs_of(code.Outputs)]
            said = {
                name for lang in LANGUAGES for name in _FILLED.findall(str(entry.get(lang, "")))
            }
            for name in sorted((said | entry.get("inputs", {}).keys()) - set(known)):
                values = {"key": entry["id"], "value": name, "near": suggestions(name, known)}
                line = found.line("group", i, "calculator", j, having=name)
                yield Finding(path, line, "list.unknown", values)


_FILLED = re.compile(r"\{(\w+)\}")
_RELATED: Mapping[str, Callable[[House, str, TomlLines], Iterator[Finding]]] = {
    "docs/console.toml": _of_console,
    "docs/moved.toml": _of_moved,
    "docs/notices.toml": _of_notices,
    "docs/tasks.toml": _of_tasks,
}
