"""The anchors of a page: its headings' ids, others that it gives, and those that macros make."""

import re
from collections.abc import Callable, Iterator

from calculators import CALCULATORS
from checks.house import House, folder
from checks.registers import claim_rows, source_ids, term_ids

_FORM = re.compile(r"""calculator\(\s*["']([\w-]+)""")
_GIVEN = re.compile(r"""\bid=["']([\w.-]+)["']|\{\s*#([\w-]+)[^}]*\}""")


def anchors(house: House, lang: str, stem: str) -> set[str]:
    """What a link to the page may name behind its ``#``."""
    page = house.pages[lang, stem]
    given = {one or two for line in page.plain for one, two in _GIVEN.findall(line)}
    named = {macro.what.partition("(")[0] for macro in page.macros}
    made = {each for name in named if name in _MADE for each in _MADE[name](house)}
    # A form and a chart have anchors of their own.
    forms = {
        f"{found[1]}-calculator" for macro in page.macros if (found := _FORM.match(macro.what))
    }
    return given | made | forms


def _rules(house: House) -> Iterator[str]:
    for calculator in CALCULATORS:
        yield calculator
        for key, entries in house.tables(f"{folder(calculator)}/rules.toml").items():
            yield f"{calculator}.{key}"
            for each in entries if isinstance(entries, list) else ():
                since = each.get("valid_from", "") if isinstance(each, dict) else ""
                yield f"{calculator}.{key}-{'before' if since == 'unknown' else since}"


def _claims(house: House) -> Iterator[str]:
    for _, row in claim_rows(house):
        yield row.get("id", "").casefold()
        yield row.get("id", "").casefold().partition("-")[0]


def _notices(house: House) -> Iterator[str]:
    tables = house.tables("docs/notices.toml")
    for name in ("group", "notice"):
        yield from (each.get("id", "") for each in tables.get(name, ()))


def _places(house: House) -> Iterator[str]:
    yield from (each.get("id", "") for each in house.tables("docs/console.toml").get("place", ()))


def _groups(house: House) -> Iterator[str]:
    yield from (each.get("id", "") for each in house.tables("docs/tasks.toml").get("group", ()))


def _faults(house: House) -> Iterator[str]:
    yield from (each.get("id", "") for each in house.tables("docs/faults.toml").get("fault", ()))


_MADE: dict[str, Callable[[House], Iterator[str] | set[str]]] = {
    "glossary_table": term_ids,
    "source_list": source_ids,
    "claim_table": _claims,
    "rule_tables": _rules,
    "notice_list": _notices,
    "console_places": _places,
    "task_list": _groups,
    "calculator_list": _groups,
    "fault_table": _faults,
}
