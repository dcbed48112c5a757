"""Worked examples that no longer hold: as they are written, and as they are worked out now."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from calculators import CALCULATORS, definition, evaluate
from calculators.core.inputs.fields import fields_of
from checks.finding import Finding
from checks.house import House, folder
from checks.near import nearest, suggestions
from checks.reading import parts_of, sound
from checks.toml_lines import TomlLines

# What an answer says by codes, where an example names them.
SAID = ("steps", "warnings", "excludes")
_KEYS = ("name", "inputs", "outputs", "nulls", *SAID, "errors", "on", "show")


def examples(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Those of each calculator whose rules and texts are sound; a wrong rule comes first."""
    wrong = {
        each.path.rpartition("/")[0]
        for each in found
        if each.code.startswith(("claim.", "file.", "rule.", "source.", "text.", "toml."))
        and not each.path.endswith("cases.toml")
    }
    for calculator in CALCULATORS:
        path = f"{folder(calculator)}/cases.toml"
        file = house.toml(path)
        if file is None:
            continue
        yield from _keys(path, file)
        if not _is_day(file.tables.get("on", "2026-01-01")):
            yield Finding(path, file.line("on"), "case.day", {"day": str(file.tables["on"])})
            continue
        if folder(calculator) in wrong or not sound(calculator):
            continue
        parts = parts_of(calculator)
        if not any(folder(part) in wrong for part in parts):
            yield from _of_calculator(calculator, file, house.of_calculator(calculator, *parts))


@lru_cache(maxsize=256)
def _of_calculator(calculator: str, file: TomlLines, fingerprint: int) -> list[Finding]:
    """Those of one calculator, worked out once as long as nothing that they rest on changes."""
    del fingerprint
    path = f"{folder(calculator)}/cases.toml"
    cases = enumerate(file.tables.get("case", ()))
    return [each for index, case in cases for each in _example(calculator, path, file, index, case)]


def _keys(path: str, file: TomlLines) -> Iterator[Finding]:
    for key in file.tables.keys() - {"on", "case"}:
        values = {"key": key, "known": "on, case"}
        yield Finding(path, file.line(key), "toml.key", values)
    for index, case in enumerate(file.tables.get("case", ())):
        for key in case.keys() - set(_KEYS):
            values = {"key": key, "known": nearest(key, _KEYS) or ", ".join(_KEYS)}
            yield Finding(path, file.line("case", index, key), "toml.key", values)


def _example(calculator: str, path: str, file: TomlLines, index: int, case: Mapping[str, Any]
             ) -> Iterator[Finding]:  # fmt: skip
    if case.keys() - set(_KEYS):
        return
    fields = fields_of(definition(calculator).inputs)
    name = str(case.get("name", index + 1))
    if "inputs" not in case or not {"outputs", "errors"} & case.keys():
        yield Finding(path, file.line("case", index), "toml.missing", {"keys": "inputs, outputs"})
        return
    # One that expects errors may bring them about by an input that there is not.
    unknown = sorted(case["inputs"].keys() - fields.keys()) if "errors" not in case else []
    if unknown:
        values = {"input": unknown[0], "near": suggestions(unknown[0], fields), "name": name}
        yield Finding(path, file.line("case", index, "inputs"), "case.input", values)
        return
    day = str(case.get("on", file.tables.get("on", "")))
    if not _is_day(day):
        yield Finding(path, file.line("case", index, "on"), "case.day", {"day": day})
        return
    if bare := sorted(key for key, value in case["inputs"].items() if not isinstance(value, str)):
        values = {"input": bare[0], "value": str(case["inputs"][bare[0]]), "name": name}
        yield Finding(path, file.line("case", index, "inputs"), "case.unquoted", values)
        return
    try:
        answer: Any = evaluate(calculator, case["inputs"], "zh", day)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        values = {"name": name, "error": f"{type(error).__name__}: {error}"}
        yield Finding(path, file.line("case", index, "inputs"), "case.refused", values)
        return
    if differing := list(differences(case, answer)):
        key = differing[0][0]
        values = {
            "name": name,
            "written": "; ".join(f"{of} = {wanted}" for _, of, wanted, _ in differing),
            "computed": "; ".join(f"{of} = {got}" for _, of, _, got in differing),
        }
        where = key if key in case else "inputs"
        yield Finding(path, file.line("case", index, where), "case.differs", values)


def _is_day(day: object) -> bool:
    try:
        return bool(date.fromisoformat(str(day)))
    except ValueError:
        return False


def differences(
    case: Mapping[str, Any], answer: Mapping[str, Any]
) -> Iterator[tuple[str, str, str, str]]:
    """What an example expects and an answer has otherwise: table, name, as written, as computed."""
    errors = [f"{each['field']} {each['code']}" for each in answer.get("errors", [])]
    yield from _differing("errors", {"errors": case.get("errors", [])}, {"errors": errors})
    if errors or "errors" in case:
        return
    nulls = dict.fromkeys(case.get("nulls", []))
    yield from _differing("outputs", case["outputs"] | nulls, answer["outputs"])
    for said in SAID:
        if said in case:
            codes = [each["code"] for each in answer[said]]
            yield from _differing(said, {said: case[said]}, {said: codes})


def _differing(
    of: str, expected: Mapping[str, Any], found: Mapping[str, Any]
) -> Iterator[tuple[str, str, str, str]]:
    """Each name whose values differ, or that only one of the two has."""
    for name in {**expected, **found}:
        wanted, got = (repr(each[name]) if name in each else "none" for each in (expected, found))
        if wanted != got:
            yield of, name, wanted, got
