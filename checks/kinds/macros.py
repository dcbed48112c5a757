"""Macros: written so that they can be read, known by name, and asked for what there is."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from calculators import CALCULATORS
from checks.calls import Call, UnreadableError, parsed
from checks.finding import Finding
from checks.house import House, folder
from checks.near import suggestions
from checks.page import Page
from checks.reading import parts_of, sound
from checks.registers import rule_ids, source_ids

_FIRST = re.compile(r"""^(?:answer|chart|quick_calculator)\(\s*["']([\w-]+)["']""")
type Said = Iterator[tuple[str, dict[str, str]]]

_EXAMPLE = '{{ figure("late-delivery.maximum") }}'
# What they have of the build, and no page names.
_OF_THE_BUILD = {"lang", "built_for", "reference"}


def macros(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Every call on every page."""
    known = _known()
    braced = {(each.path, each.line) for each in found if each.code == "heading.brace"}
    asked = _Asked(house, {each.path.rpartition("/")[0] for each in found})
    for page in house.pages.values():
        for each in asked.on_page(page, known):
            if (page.path, each.line) not in braced:
                yield each


def _written(page: Page) -> Iterator[tuple[int, str]]:
    """Everything in two braces, with its line; what has no end, to the end of its line."""
    text = "\n".join(page.plain)
    for begun in re.finditer(r"\{\{|\{%|\}\}", text):
        line = text.count("\n", 0, begun.start()) + 1
        if begun[0] == "}}":
            before = text[: begun.start()]
            if before.rfind("{{") < max(before.rfind("}}"), 0) or "{{" not in before:
                yield line, text[text.rfind("\n", 0, begun.start()) + 1 : begun.end()].strip()
            continue
        close = "}}" if begun[0] == "{{" else "%}"
        end, again = text.find(close, begun.end()), text.find("{{", begun.end())
        stop = text.find("\n\n", begun.end())
        ends = [each for each in (again, stop, len(text)) if each >= 0]
        if end < 0 or end > min(ends):
            yield line, text[begun.start() :].split("\n")[0]
        else:
            yield line, text[begun.start() : end + 2]


def _call(
    written: str, known: Mapping[str, Callable[..., Any]], asked: "_Asked", page: Page
) -> Said:
    if written.startswith("{%"):
        yield "macro.statement", {}
        return
    try:
        call = parsed(written)
    except UnreadableError as error:
        if error.name in known:
            like = _like(error.name, known[error.name])
            yield "macro.call", {"name": error.name, "like": like}
        elif error.name:
            yield _unknown(error.name, known)
        else:
            yield "macro.syntax", {"like": _EXAMPLE}
        return
    if call.name not in known:
        yield _unknown(call.name, known)
        return
    function = known[call.name]
    try:
        _bound(function, call)
    except TypeError:
        yield "macro.call", {"name": call.name, "like": _like(call.name, function)}
        return
    yield from asked.said(call, function, page)


def _unknown(name: str, known: Mapping[str, Callable[..., Any]]) -> tuple[str, dict[str, str]]:
    near, names = suggestions(name, known), ", ".join(sorted(known))
    return "macro.unknown", {"name": name, "near": near, "known": names}


def _bound(function: Callable[..., Any], call: Call) -> None:
    given = dict.fromkeys(_parameters(function))
    inspect.signature(function).bind(*call.args, **given, **call.named)


def _parameters(function: Callable[..., Any]) -> set[str]:
    return _OF_THE_BUILD & inspect.signature(function).parameters.keys()


def _calculators(page: Page) -> list[str]:
    """Those whose answers a page shows; one that composes others changes with any of them."""
    named = {found[1] for macro in page.macros if (found := _FIRST.search(macro.what))}
    return list(CALCULATORS) if "order-check" in named else sorted(named & set(CALCULATORS))


def _like(name: str, function: Callable[..., Any]) -> str:
    wanted = [
        f'"{each.name}"' if each.kind is not each.KEYWORD_ONLY else f"{each.name}=…"
        for each in inspect.signature(function).parameters.values()
        if each.name not in _OF_THE_BUILD and each.default is each.empty
        and each.kind not in (each.VAR_KEYWORD, each.VAR_POSITIONAL)
    ]  # fmt: skip
    return f"{{{{ {name}({', '.join(wanted)}) }}}}"


_ON_PAGE: dict[tuple[Page, int], list[Finding]] = {}


class _Asked:
    """Asks what a call asks, of the files of one house."""

    def __init__(self, house: House, wrong: set[str]) -> None:
        self._wrong = wrong
        self._gone = {
            each for each in CALCULATORS if house.toml(f"{folder(each)}/rules.toml") is None
        }
        self._today = house.today
        self._house = house
        self._rules = rule_ids(house)
        self._sources = source_ids(house)
        self._sound = cache(sound)
        valued = (
            key for key, values in self._rules.items() if any("value" in each for each in values)
        )
        there = (*self._rules, *valued, *sorted(self._sources), *sorted(self._gone))
        self._key = hash((*there, *sorted(wrong), *house.page_paths))

    def on_page(self, page: Page, known: Mapping[str, Callable[..., Any]]) -> list[Finding]:
        """What is wrong on a page, worked out once as long as nothing that it rests on changes."""
        # Which rules there are matters to every page, what they say only where it is asked.
        key = (page, hash((self._key, self._house.of_calculator(*_calculators(page)))))
        if key not in _ON_PAGE:
            _ON_PAGE[key] = [
                Finding(page.path, number, code, {"written": written[:80], **values})
                for number, written in _written(page)
                for code, values in _call(written, known, self, page)
            ]
        return _ON_PAGE[key]

    def said(self, call: Call, function: Callable[..., Any], page: Page) -> Said:
        """What is wrong with a call whose form is right."""
        match call.name, call.args:
            case ("figure", [str(rule), *_]):
                yield from self._rule(rule, value=True) or self._day(call.named)
            case ("confidence", [*ids]):
                yield from self._confidence([str(each) for each in ids])
            case (("calculator" | "examples"), [str(calculator), *_]):
                yield from self._calculator(calculator)
            case (("answer" | "chart" | "quick_calculator"), [str(calculator), *_]):
                wrong = self._calculator(calculator) or self._day(call.named)
                yield from wrong or self._refused(function, call, page)
            case ("doors", [*stems]):
                yield from self._doors([str(each) for each in stems])

    def _confidence(self, ids: list[str]) -> Said:
        for each in ids:
            yield from self._rule(each) if "." in each else self._source(each)
        if not ids:
            like = '{{ confidence("late-delivery.maximum") }}'
            yield "macro.call", {"name": "confidence", "like": like}

    def _doors(self, stems: list[str]) -> Said:
        # One that has gone from one language, or cannot be read, is told there.
        pages = sorted(
            {each.split("/", 2)[2].removesuffix(".md") for each in self._house.page_paths}
        )
        for each in stems:
            if each not in pages:
                yield "link.page", {"target": each, "near": suggestions(each, pages)}

    def _rule(self, rule: str, *, value: bool = False) -> list[tuple[str, dict[str, str]]]:
        calculator = rule.partition(".")[0]
        if calculator in self._gone or folder(calculator) in self._wrong:
            return []  # what is wrong with its rules comes first
        if rule not in self._rules:
            near = suggestions(rule, self._rules)
            return [("rule.unknown", {"id": rule, "near": near})]
        if value and all("value" not in each for each in self._rules[rule]):
            return [("rule.no_value", {"id": rule})]
        return []

    def _source(self, source: str) -> list[tuple[str, dict[str, str]]]:
        if not self._sources or source in self._sources:
            return []
        near = suggestions(source, sorted(self._sources))
        return [("source.unknown", {"id": source, "near": near})]

    def _calculator(self, calculator: str) -> list[tuple[str, dict[str, str]]]:
        if calculator in CALCULATORS:
            return []
        near = suggestions(calculator, CALCULATORS)
        return [("calculator.unknown", {"id": calculator, "near": near})]

    def _day(self, named: Mapping[str, Any]) -> list[tuple[str, dict[str, str]]]:
        try:
            date.fromisoformat(str(named.get("on") or "2026-01-01"))
        except ValueError:
            return [("macro.day", {"day": str(named["on"])})]
        return []

    def _refused(
        self, function: Callable[..., Any], call: Call, page: Page
    ) -> list[tuple[str, dict[str, str]]]:
        parts = (call.args[0], *parts_of(call.args[0])) if self._sound(call.args[0]) else ()
        if not parts or any(folder(each) in self._wrong for each in parts):
            return []  # what is wrong with its files comes first
        build = {"lang": page.lang, "built_for": self._today, "reference": str}
        given = {key: build[key] for key in _parameters(function)}
        try:
            function(*call.args, **given, **call.named)
        except Exception as error:  # noqa: BLE001 (whatever a page brings about is told in words)
            said = str(error).removeprefix("answer(").strip() or type(error).__name__
            return [("answer.refused", {"reason": said})]
        return []


@cache
def _known() -> Mapping[str, Callable[..., Any]]:
    """The macros by name, as the build defines them, without what it gives them itself."""
    from macros.main import define_env  # noqa: PLC0415 (what draws pages is slow to load)

    found: dict[str, Callable[..., Any]] = {}

    class _Environment:
        conf: Mapping[str, Any] = {"theme": {"language": "zh"}, "extra": {}}
        page = None

        def macro(self, function: partial[Any], name: str) -> None:
            found[name] = function.func

    define_env(_Environment())
    return found
