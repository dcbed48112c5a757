"""One term, one name: words in whose place the handbook has another."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from calculators.core.text.catalogue import LANGUAGES
from checks.finding import Finding
from checks.house import House
from checks.page import NO_PROSE, Page
from checks.toml_lines import OF_OTHERS, TomlLines

OTHER_WORDS = "docs/other_words.toml"
# What the platform, a law or a reader says stands in quotation marks, or in brackets behind ours.
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|「[^」]*」|『[^』]*』")


def other_words(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """The pages, and the calculators' and the site's texts."""
    lists = {lang: house.tables(OTHER_WORDS).get(lang, {}) for lang in LANGUAGES}
    for page in house.pages.values():
        yield from _on_page(page, tuple(at_home(house, page.path, lists[page.lang]).items()))
    for path in house.toml_paths:
        lang = path.rpartition("/")[2].removesuffix(".toml")
        if lang in LANGUAGES and (file := house.toml(path)):
            yield from _in_texts(path, file, tuple(at_home(house, path, lists[lang]).items()))


@lru_cache(maxsize=512)
def _on_page(page: Page, words: tuple[tuple[str, str], ...]) -> list[Finding]:
    title = page.front_line("title")
    lines = [(title, page.lines[title - 1])]
    lines += [(number, page.prose[number - 1]) for number in range(page.first, len(page.lines) + 1)]
    return [
        each
        for number, line in lines
        for each in _words(page.path, number, line, page.lang, dict(words))
    ]


@lru_cache(maxsize=512)
def _in_texts(path: str, file: TomlLines, words: tuple[tuple[str, str], ...]) -> list[Finding]:
    lang = path.rpartition("/")[2].removesuffix(".toml")
    found: list[Finding] = []
    for where, text in file.texts:
        if OF_OTHERS.isdisjoint(where):
            line = file.line(*where, having=text.split("\n")[0][:12])
            found += _words(path, line, text, lang, dict(words))
    return found


def at_home(house: House, path: str, words: dict[str, str]) -> dict[str, str]:
    """The words that are not meant otherwise in a file."""
    kept = house.tables(OTHER_WORDS).get("at_home", {})
    return {word: term for word, term in words.items() if path not in kept.get(word, ())}


def _words(
    path: str, number: int, line: str, lang: str, words: dict[str, str]
) -> Iterator[Finding]:
    if not words:
        return
    for found in pattern(tuple(words), lang).finditer(blanked(line)):
        instead = next(to for word, to in words.items() if word.casefold() == found[1].casefold())
        if instead.casefold() != found[1].casefold():
            yield Finding(path, number, "term.other", {"word": found[0], "term": instead})
            return


def blanked(line: str) -> str:
    """A line without what stands in quotation marks, sign for sign."""
    return _QUOTED.sub(lambda quoted: NO_PROSE * len(quoted[0]), line)


@cache
def pattern(words: tuple[str, ...], lang: str) -> re.Pattern[str]:
    """What finds them: the longest first, in English as whole words."""
    edge = r"\b" if lang == "en" else ""
    ordered = sorted(words, key=len, reverse=True)
    plural = "s?" if lang == "en" else ""
    named = "|".join(map(re.escape, ordered))
    return re.compile(f"{edge}({named}){plural}{edge}", re.IGNORECASE)
