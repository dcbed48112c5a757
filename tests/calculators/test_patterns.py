"""The patterns of the calculators: each is one, compiled late, and done as soon as its text is."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators.core.text.patterns import LazyPattern, lazy_pattern

_MANY = 4_000
# Of one character so many, or a search that begins anew at each is not seen: 4,000 line ends took
# no longer than some texts of several characters that are gone through once.
_OF_ONE = 10_000
_BEGINNINGS = ("", "-", "1", "合计", "2026-01-05 ", '="', "¥", "[", "<x ")
_REPEATED = (
    "1", " ", "-", ",", "1,", "1,234", "'", '"', "=", "a", ".", "年", "元", "件", "合", "[", "<",
    "\\", "_", ":", "1 ", ", ", "\u200b", "\n", "\x00", "\xe4\xb8", "<mergeCell ", "[h", "'=\"",
)  # fmt: skip
_ENDS = ("", "x", '"', "]")
_TEXTS = [
    *product(_BEGINNINGS, (each * _MANY for each in _REPEATED), _ENDS),
    *(("", each * _OF_ONE, end) for each in _REPEATED if len(each) == 1 for end in _ENDS[:2]),
]


def _patterns() -> Iterator[tuple[str, LazyPattern, list[str]]]:
    """Every pattern of the calculators, and how it is applied: a public one anywhere.

    One of several in a tuple or a table has no such ways: texts are cut before these are asked.
    """
    how = ("search", "sub", "finditer", "findall", "split", "match", "fullmatch")
    sources = Path(calculators.__path__[0]).rglob("*.py")
    everywhere = "\n".join(each.read_text(encoding="utf-8") for each in sources)
    for found in pkgutil.walk_packages(calculators.__path__, "calculators."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        assert module.__file__
        source = Path(module.__file__).read_text(encoding="utf-8")
        owners = [module, *(each for each in vars(module).values() if isinstance(each, type))]
        for owner in owners:
            if getattr(owner, "__module__", found.name) != found.name:
                continue
            for name, value in vars(owner).items():
                made = source.replace(": ClassVar[re.Pattern[str]]", "")
                told = source if name.startswith("_") else everywhere
                # Also one of several that are made in one line.
                is_made = re.search(rf"\b{name}(?:, \w+)* = lazy_pattern", made)
                if isinstance(value, LazyPattern) and is_made:
                    ways = [way for way in how if re.search(rf"\b{name}\.{way}\b", told)]
                    # One of several, which a loop goes through.
                    yield f"{found.name}.{name}", value, ways or ["search", "match", "fullmatch"]
                elif isinstance(value, dict | tuple) and f"\n{name} = " in source:
                    several = value.values() if isinstance(value, dict) else value
                    for at, each in enumerate(several):
                        if isinstance(each, LazyPattern):
                            yield f"{found.name}.{name}.{at}", each, []


_ALL = {name: (each, ways) for name, each, ways in _patterns()}


def _compiled(each: LazyPattern) -> re.Pattern[Any]:
    return re.compile(each.pattern, each.flags)


def test_every_pattern_is_one() -> None:
    """A mistake in one would be found where it is used, and not before."""
    assert len([_compiled(each) for each, _ in _ALL.values()]) > 300


def test_no_pattern_is_compiled_before_it_is_used() -> None:
    """What reads files has hundreds: to compile them all took longer than to load the rest."""
    sources = Path(calculators.__path__[0]).rglob("*.py")
    compiling = [each.name for each in sources if "re.compile(" in each.read_text("utf-8")]
    assert compiling == ["patterns.py"]


@pytest.mark.parametrize("name", [name for name, (each, _) in _ALL.items() if each.holds])
@given(st.data())
def test_what_a_pattern_finds_holds_what_is_said_of_it(name: str, data: st.DataObject) -> None:
    """Texts that do not are told without it."""
    pattern, _ = _ALL[name]
    plain = _compiled(pattern)
    text = data.draw(st.from_regex(plain))
    assert plain.search(text)
    assert any(each in text.casefold() for each in pattern.holds)


@pytest.mark.parametrize("text", ["单位：分", "UNIT: fen", "订单编号", ""])
def test_a_pattern_that_is_not_asked_in_vain_finds_the_same(text: str) -> None:
    plain, flags = "(?:单位|unit)[:：] ?(?P<unit>分|fen)", re.IGNORECASE
    tried = lazy_pattern(plain, flags, holds=("单位", "unit"))
    for _ in range(2):  # the second time it may be compiled
        found, expected = tried.search(text), re.search(plain, text, flags)
        assert (found and found["unit"]) == (expected and expected["unit"])
        assert tried.sub("", text) == re.sub(plain, "", text, flags=flags)
        each = [one.span() for one in tried.finditer(text)]
        assert each == [one.span() for one in re.finditer(plain, text, flags)]


# Hundreds of texts for each of some hundred patterns.
@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, (_, ways) in _ALL.items() if ways])
def test_no_pattern_takes_longer_than_its_text(name: str) -> None:
    pattern, ways = _compiled(_ALL[name][0]), _ALL[name][1]
    text: Any
    for parts in _TEXTS:
        text = "".join(parts)
        if isinstance(pattern.pattern, bytes):
            text = text.encode("utf-8")
        for way in ways:
            # A square of it would be tenths of a second; this is thousandths.
            quick = any(_seconds(pattern, way, text) < 0.05 for _ in range(3))
            assert quick, (way, [each[:10] for each in parts])


def _seconds(pattern: re.Pattern[Any], way: str, text: Any) -> float:
    begun = process_time()
    _apply(pattern, way, text)
    return process_time() - begun


def _apply(pattern: re.Pattern[Any], way: str, text: Any) -> None:
    if way == "sub":
        pattern.sub(text[:0], text)
    elif way == "finditer":
        list(pattern.finditer(text))
    else:
        getattr(pattern, way)(text)
