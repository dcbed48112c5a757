"""Figures that are typed where a rule holds them: they stay when the rule moves."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import NamedTuple

from calculators import CALCULATORS, definition
from calculators.core.rules.dated_rules import NoRuleError
from calculators.core.text.catalogue import LANGUAGES
from checks.calls import parsed
from checks.finding import Finding
from checks.house import House, folder
from checks.meant import MEANT
from checks.page import NO_PROSE, Page
from checks.reading import calculators_of, sound
from checks.toml_lines import OF_OTHERS

_NUMBER = r"(?<![A-Za-z0-9_.,:/–—~～-])(\d+(?:,\d{3})*(?:\.\d+)?)(?![\d])"
_IN_ZH = {
    "元": "yuan", "万元": "yuan", "%": "percent", "分钟": "minutes", "小时": "hours", "天": "days",
    "日": "days", "个月": "months", "件": "pieces", "单": "orders", "次": "times", "倍": "times",
}  # fmt: skip
_IN_EN = {
    "%": "percent", "minute": "minutes", "hour": "hours", "day": "days", "month": "months",
    "piece": "pieces", "order": "orders", "time": "times", "yuan": "yuan",
}  # fmt: skip
_FIGURE = {
    "zh": re.compile(
        rf"(?<![月年])(?<![月年] ){_NUMBER} ?(?:个?(?:自然|工作)|个)?"
        r"(万?元|%|分钟|小时|天|日|个?月|件|单|次|倍)(?![号期])"
    ),
    "en": re.compile(
        rf"(¥ ?|RMB ?|CNY ?)(\d+(?:,\d{3})*(?:\.\d+)?)|{_NUMBER}(?:(%)|[ -]"
        r"(?:(?:working|calendar|natural|more|whole) )?"
        r"(minute|hour|day|month|piece|order|time|yuan)s?\b)"
    ),
}
# What a macro names, with its first argument.
_NAMED = re.compile(r"""\(\s*["']([\w-]+)(?:\.([\w.-]+))?["']""")
# Where a text takes a rule's value by its id.
_TAKES_RULES = ("docs/notices.toml",)
# From so many hours on, people say days.
_HOURS_AS_DAYS = 96
_DAY = 24

type Value = tuple[str, Decimal]
# What is held by which rule: of a calculator, or for a text.
type Held = Callable[[str], Mapping[Value, str]]


@dataclass(frozen=True)
class Figure:
    """A figure in a text, as it stands there, and what it comes to."""

    text: str
    value: Value
    at: int


class Place(NamedTuple):
    """A section or a text: its file, its key there, its language, and its lines."""

    path: str
    name: str
    lang: str
    lines: list[tuple[int, str]]


def typed(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """The pages, the calculators' texts and notes, and the notices."""
    del found
    held = cache(lambda calculator: _held(house, calculator))
    for page in house.pages.values():
        yield from _on_page(house, page, held)
    for calculator in CALCULATORS:
        rules = held(calculator)
        for name in ("rules", *LANGUAGES):
            yield from _in_texts(house, f"{folder(calculator)}/{name}.toml", lambda _: rules)  # noqa: B023 (used at once)
    named: Mapping[Value, str] = {}
    for calculator in CALCULATORS:
        named = {**named, **held(calculator)}
    yield from _in_texts(house, "docs/notices.toml", lambda text: _of_entry(text, held))


def places(house: House) -> Iterator[tuple[str, str, str, int]]:
    """Every figure that would be found if none were meant: file, place, figure, line."""
    bare = House(
        house.root, {**house.changed, MEANT: b"file,place,figure,times\n"}, today=house.today
    )
    with calculators_of(bare):
        found = list(typed(bare, ()))
    for each in found:
        yield each.path, each.values["place"], each.values["figure"], each.line


def _on_page(house: House, page: Page, held: Held) -> Iterator[Finding]:
    named = {match[1] for macro in page.macros if (match := _NAMED.search(macro.what))}
    rules: dict[Value, str] = {}
    for calculator in sorted(named & set(CALCULATORS)):
        rules |= held(calculator)
    # What was meant in sections that have another id now, or are no more.
    keys = {each.key for each in page.sections}
    moved = Counter[str]()
    for (path, name), each in house.meant.items():
        if path == page.path and name not in keys:
            moved.update(each)
    for section in page.sections:
        answers = _answers(house, page, section.first, section.last)
        lines = range(section.first, section.last + 1)
        texts = [(number, page.prose[number - 1].replace(NO_PROSE, " ")) for number in lines]
        place = Place(page.path, section.key, page.lang, texts)
        yield from _unmeant(house, place, {**rules, **answers}, moved)


def _answers(house: House, page: Page, first: int, last: int) -> dict[Value, str]:
    """What the answers in some lines come to, by what is said behind them."""
    found: dict[Value, str] = {}
    for number in range(first, last + 1):
        for macro in re.finditer(
            r"\{\{\s*(answer\(.*?\))\s*\}\}(?: ?(件|单|天|次| pieces?| short))?",
            page.plain[number - 1],
        ):
            unit = {"件": "pieces", "单": "orders", "天": "days", "次": "times"}.get(macro[2] or "")
            value = _worked_out(house, macro[1], page.lang)
            if unit and value is not None:
                found[unit, value] = macro[1]
    return found


def _worked_out(house: House, call: str, lang: str) -> Decimal | None:
    calculator = re.split(r"[\"']", call)[1]
    known = (
        [calculator] if calculator in CALCULATORS and calculator != "order-check" else CALCULATORS
    )
    return _worked_out_once(call, lang, house.today, house.of_calculator(*known))


@lru_cache(maxsize=2048)
def _worked_out_once(call: str, lang: str, today: date, fingerprint: int) -> Decimal | None:
    del fingerprint
    from macros.figures import answered  # noqa: PLC0415 (what draws pages is slow to load)

    try:
        _, args, named = parsed(f"{{{{ {call} }}}}")
        return Decimal(answered(*args, lang=lang, built_for=today, **named))
    except Exception:  # noqa: BLE001
        return None  # what is wrong with it is told by the kind for macros


def _in_texts(house: House, path: str, rules_for: Held) -> Iterator[Finding]:
    file = house.toml(path)
    if file is None:
        return
    for where, text in file.texts:
        lang = next((str(each) for each in reversed(where) if each in LANGUAGES), "")
        lang = lang or path.rpartition("/")[2].removesuffix(".toml")
        if lang not in LANGUAGES or not {"changed", *OF_OTHERS}.isdisjoint(where):
            continue
        line = file.line(*where, having=text.split("\n")[0][:20])
        place = Place(path, ".".join(map(str, where)), lang, [(line, text)])
        yield from _unmeant(house, place, rules_for(text))


def _unmeant(
    house: House, place: Place, rules: Mapping[Value, str], moved: Counter[str] | None = None
) -> Iterator[Finding]:
    left, others = Counter(house.meant.get((place.path, place.name), {})), moved or Counter()
    for line, text in place.lines:
        for each in figures(text, place.lang):
            rule = rules.get(each.value)
            pool = left if left[each.text] else others
            if rule is None:
                continue
            if pool[each.text]:
                pool[each.text] -= 1
                continue
            values = {"figure": each.text, "rule": rule, "place": place.name}
            if place.path in _TAKES_RULES or place.path.endswith(".md"):
                macro = _macro(rule, page=place.path.endswith(".md"))
                yield Finding(place.path, line, "figure.typed", {**values, "macro": macro})
            else:
                yield Finding(place.path, line, "figure.noted", values)


def _macro(rule: str, *, page: bool) -> str:
    if not page:
        return f"{{{rule}}}"
    return f"{{{{ {rule} }}}}" if rule.startswith("answer(") else f'{{{{ figure("{rule}") }}}}'


@lru_cache(maxsize=65536)
def figures(text: str, lang: str) -> tuple[Figure, ...]:
    """The figures of a text with their units."""
    return tuple(_figures(text, lang))


def _figures(text: str, lang: str) -> Iterator[Figure]:
    for found in _FIGURE[lang].finditer(text):
        if lang == "zh":
            number, unit = found[1], _IN_ZH.get("个月" if found[2] == "月" else found[2], "")
            factor = 10000 if found[2] == "万元" else 1
            if found[2] == "月":
                continue
        elif found[1]:
            number, unit, factor = found[2], "yuan", 1
        else:
            number, unit, factor = found[3], _IN_EN.get(found[4] or found[5], ""), 1
        try:
            value = Decimal(number.replace(",", "")) * factor
        except InvalidOperation:
            continue
        yield Figure("".join(found[0].split()), (unit, value), found.start())


def _held(house: House, calculator: str) -> dict[Value, str]:
    """The values that the rules of a calculator hold today, with the rule of each."""
    if not sound(calculator):
        return {}
    try:
        rules = definition(calculator).rule_book.on(house.today)
    except NoRuleError:
        return {}
    found: dict[Value, str] = {}
    for rule in rules:
        if rule.value is None or not rule.id.startswith(f"{calculator}."):
            continue
        value = Decimal(rule.value)
        found.setdefault((rule.unit, value.normalize() + 0), rule.id)
        if rule.unit == "hours" and value >= _HOURS_AS_DAYS and value % _DAY == 0:
            found.setdefault(("days", value / _DAY), rule.id)
    return found


def _of_entry(text: str, held: Held) -> dict[Value, str]:
    """For a notice: the rules of the calculators that it names in braces."""
    found: dict[Value, str] = {}
    for calculator in {
        each.partition(".")[0] for each in re.findall(r"\{([\w-]+\.[\w.-]+)\}", text)
    }:
        if calculator in CALCULATORS:
            found |= held(calculator)
    return found
