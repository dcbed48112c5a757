"""The dated rules: keys, days, values, and what they rest on."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from inspect import isfunction
from itertools import pairwise
from typing import Any

from calculators import CALCULATORS
from calculators.core.inputs.fields import fields_of
from calculators.core.rules.dated_rules import FORMULA, UNITS, WRITTEN_AS, keys_of
from calculators.core.text.catalogue import LANGUAGES
from checks.finding import Finding
from checks.house import House, folder
from checks.near import nearest, suggestions
from checks.reading import code_of
from checks.registers import SOURCES, claim_rows, source_ids
from checks.toml_lines import TomlLines

type _Wrong = tuple[tuple[str | int, ...], str, str, dict[str, str]]


def rules(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Every value by itself, then how the values of a rule follow each other."""
    del found
    claims = {row.get("id", "") for _, row in claim_rows(house)}
    for calculator in CALCULATORS:
        path = f"{folder(calculator)}/rules.toml"
        if (file := house.toml(path)) is None:
            continue
        before = _tables(house.before(path))
        yield from _named(house, calculator, file)
        for key, entries in file.tables.items():
            if not isinstance(entries, list):
                yield Finding(path, file.line(key), "rule.form", {"key": key})
                continue
            wrong = 0
            for index, entry in enumerate(entries):
                for where, having, code, values in _entry(house, key, entry, claims,
                                                          before.get(key, [])):  # fmt: skip
                    wrong += 1
                    line = file.line(key, index, *where, having=having)
                    yield Finding(path, line, code, {"rule": f"{calculator}.{key}", **values})
                    break  # one after another: what comes later often follows from the first
            if not wrong:
                yield from _following(path, file, f"{calculator}.{key}", entries)


def _named(house: House, calculator: str, file: TomlLines) -> Iterator[Finding]:
    """Rules that have no name, or whose name stands there alone; formulas that code has not."""
    path, code = f"{folder(calculator)}/rules.toml", code_of(calculator)
    names = house.tables(f"{folder(calculator)}/zh.toml").get("rules", {}).keys() - {FORMULA}
    rules = file.tables.keys() - {FORMULA}
    gone = sorted(names - rules) if names else []
    for key in sorted(rules - names) if names else ():
        meant = nearest(key, gone)
        gone = [each for each in gone if each != meant]
        values = {"rule": f"{calculator}.{key}", "meant": meant or f"[rules] {key} = …"}
        yield Finding(path, file.line(key, 0), "rule.unnamed", values)
    for key in gone:
        old = (house.before(path) or "").split("\n")
        line = next(
            (number for number, text in enumerate(old, 1) if text.strip() == f"[[{key}]]"), 1
        )
        last = (house.text(path) or "").count("\n") or 1
        yield Finding(path, min(line, last), "rule.gone", {"rule": f"{calculator}.{key}"})
    if FORMULA not in file.tables:
        yield Finding(path, 1, "rule.gone", {"rule": f"{calculator}.{FORMULA}"})
    formulas = file.tables.get(FORMULA, ())
    for index, entry in enumerate(formulas if isinstance(formulas, list) else ()):
        name, asks = entry.get("name"), entry.get("asks", ())
        if name and not callable(getattr(code, str(name), None)):
            known = [each for each, made in vars(code).items() if isfunction(made)]
            values = {"key": "name", "value": str(name), "near": suggestions(str(name), known)}
            yield Finding(path, file.line(FORMULA, index, "name"), "rule.code", values)
        for each in asks:
            if each not in fields_of(code.Inputs):
                near = suggestions(str(each), fields_of(code.Inputs))
                values = {"key": "asks", "value": str(each), "near": near}
                yield Finding(path, file.line(FORMULA, index, "asks"), "rule.code", values)


def _entry(house: House, key: str, entry: Mapping[str, Any], claims: set[str],
           before: list[dict[str, Any]]) -> Iterator[_Wrong]:  # fmt: skip
    required, known = keys_of(key)
    for each in sorted(entry.keys() - known):
        meant = nearest(each, known) or ", ".join(sorted(known))
        yield (each,), "", "rule.key", {"key": each, "meant": meant}
    if missing := sorted(required - entry.keys()):
        yield (), "", "rule.missing", {"missing": ", ".join(missing)}
        return
    yield from _days(entry)
    yield from _rests_on(house, entry, claims)
    yield from _words(key, entry)
    yield from _value(house, entry, before)


def _days(entry: Mapping[str, Any]) -> Iterator[_Wrong]:
    for each in ("valid_from", "valid_until", "perhaps_from"):
        unknown = each == "valid_from" and entry.get(each) == "unknown"
        if each in entry and not unknown and not isinstance(entry[each], date):
            yield (each,), "", "rule.day", {"key": each}
            return
    first, last = entry["valid_from"], entry.get("valid_until")
    if isinstance(first, date) and last and last < first:
        yield ("valid_until",), "", "rule.ends", {"first": str(first), "last": str(last)}


def _rests_on(house: House, entry: Mapping[str, Any], claims: set[str]) -> Iterator[_Wrong]:
    known = source_ids(house)
    if not entry["sources"]:
        yield ("sources",), "", "rule.no_source", {}
    for key in ("sources", "against"):
        for each in entry.get(key, ()):
            if known and each not in known:
                near = suggestions(str(each), sorted(known))
                yield (key,), str(each), "source.unknown", {"id": str(each), "near": near}
    kinds = {house.tables(SOURCES)["sources"][each]["kind"] for each in entry["sources"]
             if "kind" in house.tables(SOURCES).get("sources", {}).get(each, {})}  # fmt: skip
    if "draft" in kinds:
        yield ("sources",), "", "rule.draft", {}
    if kinds == {"choice"} and "note" not in entry and "name" not in entry:
        yield (), "", "rule.note", {}
    for each in entry.get("claims", ()):
        if claims and each not in claims:
            near = suggestions(str(each), sorted(claims))
            yield ("claims",), str(each), "claim.unknown", {"id": str(each), "near": near}


def _words(key: str, entry: Mapping[str, Any]) -> Iterator[_Wrong]:
    del key
    for each in ("changed", "note"):
        if each in entry:
            words = entry[each]
            if not isinstance(words, dict) or not all(words.get(lang) for lang in LANGUAGES):
                yield (each,), "", "text.languages", {"key": each}


def _value(
    house: House, entry: Mapping[str, Any], before: list[dict[str, Any]]
) -> Iterator[_Wrong]:
    if "unit" not in entry:
        return
    unit, value = entry["unit"], entry.get("value")
    if unit not in UNITS:
        yield ("unit",), "", "rule.unit", {"unit": str(unit), "known": ", ".join(UNITS)}
        return
    wanted = WRITTEN_AS.get(unit, int)
    if not isinstance(value, wanted) or isinstance(value, bool) or not _is_number(value):
        like = {"yuan": '"50.00"', "percent": '"5"', "none": "–"}.get(unit, "48")
        yield ("value",), "", "rule.value", {"unit": unit, "like": like}
        return
    if not isinstance(value, (str, int)):
        return
    figures = {
        each
        for source in entry["sources"]
        for each in house.tables(SOURCES).get("sources", {}).get(source, {}).get("figures", ())
    }
    said = not source_ids(house) or any(_same(figure, value, unit) for figure in figures)
    same = next((each for each in before if each.get("valid_from") == entry["valid_from"]), None)
    changed = (
        same is not None
        and same.get("value") != value
        and set(same.get("sources", ())) == set(entry["sources"])
    )
    if not said or changed:
        values = {"value": f"{value} {unit}", "sources": ", ".join(entry["sources"])}
        yield ("value",), "", "rule.source", values


def _same(figure: str, value: str | int, unit: str) -> bool:
    number, _, of = figure.partition(" ")
    try:
        return of == unit and Decimal(number) == Decimal(value)
    except InvalidOperation:
        return False


def _is_number(value: object) -> bool:
    try:
        return value is None or Decimal(str(value)) >= 0
    except InvalidOperation:
        return False


def _following(
    path: str, file: TomlLines, rule: str, entries: list[dict[str, Any]]
) -> Iterator[Finding]:
    """Two values on one day would leave it open which of them answers."""
    key = rule.partition(".")[2]
    ordered = sorted(
        enumerate(entries),
        key=lambda each: date.min if each[1]["valid_from"] == "unknown" else each[1]["valid_from"],
    )
    for (i, before), (j, after) in pairwise(ordered):
        since, until = after["valid_from"], before.get("valid_until")
        if since == before["valid_from"]:
            yield Finding(path, file.line(key, max(i, j)), "rule.same_day",
                          {"rule": rule, "day": str(since)})  # fmt: skip
        elif until and until >= since:
            yield Finding(path, file.line(key, i, "valid_until"), "rule.overlap",
                          {"rule": rule, "until": str(until), "since": str(since)})  # fmt: skip
        elif (after.get("value") is not None or key == FORMULA) and "changed" not in after:
            yield Finding(path, file.line(key, j), "rule.changed", {"rule": rule})


def _tables(text: str | None) -> Mapping[str, list[dict[str, Any]]]:
    try:
        return tomllib.loads(text or "")
    except tomllib.TOMLDecodeError:
        return {}
