"""The files to look at when a rule changes: where its values, words, examples and figures stand."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from calculators import CALCULATORS, definition, evaluate
from calculators.core.answers import OkAnswer
from calculators.core.rules.dated_rules import Rule
from calculators.core.text.catalogue import LANGUAGES, Texts
from calculators.core.text.formatting import sentence
from tools.changes import UnusableError
from tools.changes.pages import Line, lines_of
from tools.changes.report import Entry, Section

_TABLE = re.compile(r"^\[+([\w.-]+)\]+")
_SAID = ("steps", "warnings", "excludes")
_LONGEST = 100


def files_of(rule: str, root: Path, texts: Texts) -> tuple[str, list[Section]]:
    """A title, and by kind the lines that rest on ``rule`` (``late-delivery.maximum``).

    Raises :class:`UnusableError` where there is none, naming those of similar ids.
    """
    values = _values(rule)
    calculator = rule.partition(".")[0]
    found = {
        "values": _in_rules(root, values),
        "sources": _sources(root, values),
        "code": _code(root, rule),
        "texts": _texts(root, rule),
        "cases": _cases(root, rule),
        "tests": _tests(root, calculator),
        "pages": _pages(root, rule),
        "notices": _holding(root, ["docs/notices.toml"], f"{{{rule}}}"),
        "claims": _claims(root, values),
    }
    name = definition(calculator).texts(texts.lang).rule_name(rule)
    head = sentence(texts, "head", "files", values={"rule": rule, "name": name})
    none = sentence(texts, "files", "none")
    return head, [
        Section(texts.get("files", kind), tuple(map(_entry, lines)) or (Entry(none),))
        for kind, lines in ((kind, list(lines)) for kind, lines in found.items())
    ]


def _entry(line: Line) -> Entry:
    text = line.text.strip()
    return Entry(f"{line}  {text[:_LONGEST]}{'…' if text[_LONGEST:] else ''}")


def _values(rule: str) -> tuple[Rule, ...]:
    history = {
        value.id: values
        for each in CALCULATORS
        for values in definition(each).rule_book.history().values()
        for value in values
    }
    if rule not in history:
        raise UnusableError("no_rule", rule=rule, all=tuple(get_close_matches(rule, history, 6, 0)))
    return history[rule]


def _folder(calculator: str) -> str:
    return f"calculators/{calculator.replace('-', '_')}"


def _in_rules(root: Path, values: tuple[Rule, ...]) -> Iterator[Line]:
    """Where each value begins, with what it is."""
    calculator, _, key = values[0].id.partition(".")
    lines = lines_of(root, f"{_folder(calculator)}/rules.toml")
    for at, line in enumerate(lines):
        if line.text.strip() == f"[[{key}]]":
            told = [each.text.strip() for each in lines[at + 1 : at + 5]]
            kept = [each for each in told if each.startswith(("value", "name", "valid_from"))]
            yield Line(line.path, line.number, ", ".join(kept))


def _sources(root: Path, values: tuple[Rule, ...]) -> Iterator[Line]:
    ids = {source.id for value in values for source in (*value.sources, *value.against)}
    for line in lines_of(root, "calculators/sources.toml"):
        found = _TABLE.match(line.text)
        if found and found[1].removeprefix("sources.") in ids:
            yield line


def _code(root: Path, rule: str) -> Iterator[Line]:
    """Where the calculator asks for the rule by its key, or another one by its whole id."""
    calculator, _, key = rule.partition(".")
    for path in sorted((root / "calculators").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        own = name.startswith(f"{_folder(calculator)}/")
        yield from _holding(root, [name], f'"{key}"' if own else f'"{rule}"')


def _texts(root: Path, rule: str) -> Iterator[Line]:
    """The rule's name, and the sentences of answers that rest on it."""
    calculator, _, key = rule.partition(".")
    wanted = {("rules", key)}
    for answer in _answers(calculator):
        wanted |= {("steps", each["code"]) for each in answer["steps"] if each["rule"] == rule}
    for lang in LANGUAGES:
        table = ""
        for line in lines_of(root, f"{_folder(calculator)}/{lang}.toml"):
            if found := _TABLE.match(line.text):
                table = found[1]
            if (table, line.text.partition("=")[0].strip()) in wanted:
                yield line


def _cases(root: Path, rule: str) -> Iterator[Line]:
    """The examples whose answers name the rule, of every calculator."""
    for calculator in CALCULATORS:
        names = {
            f'name = "{case["name"]}"'
            for case, answer in _asked(calculator)
            if any(each["rule"] == rule for each in answer["sources"])
        }
        for line in lines_of(root, f"{_folder(calculator)}/cases.toml"):
            if line.text.strip() in names:
                yield line


def _tests(root: Path, calculator: str) -> Iterator[Line]:
    """The tests that work the calculator's rules out a second time."""
    path = f"tests/calculators/test_{calculator.replace('-', '_')}.py"
    if (root / path).is_file():
        yield from lines_of(root, path)[:1]


def _pages(root: Path, rule: str) -> Iterator[Line]:
    """Where a page names the rule, and where the calculator itself stands."""
    calculator = rule.partition(".")[0]
    named = re.compile(
        rf"""\{{\{{.*["']{re.escape(rule)}["']|\{{\{{\s*\w+\(["']{re.escape(calculator)}["']"""
    )
    for lang in LANGUAGES:
        for path in sorted((root / "docs" / lang).rglob("*.md")):
            for line in lines_of(root, path.relative_to(root).as_posix()):
                if named.search(line.text) and "/contribute/" not in line.path:
                    yield line


def _claims(root: Path, values: tuple[Rule, ...]) -> Iterator[Line]:
    claims = {f"{claim}," for value in values for claim in value.claims}
    for line in lines_of(root, "docs/claims.csv"):
        if line.text.startswith(tuple(claims)) and claims:
            yield line


def _holding(root: Path, paths: Iterable[str], text: str) -> Iterator[Line]:
    for path in paths:
        yield from (line for line in lines_of(root, path) if text in line.text)


def _answers(calculator: str) -> Iterator[OkAnswer]:
    return (answer for _, answer in _asked(calculator))


def _asked(calculator: str) -> Iterator[tuple[dict[str, object], OkAnswer]]:
    """The examples that have an answer, each with it."""
    for case in definition(calculator).cases():
        answer = evaluate(calculator, case["inputs"], "zh", str(case["on"]))
        if answer["ok"]:
            yield case, answer
