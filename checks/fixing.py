"""What is mechanical is mended: ids, levels and kinds, spaces and marks, other words for a term.

Code, links, macros and what the front matter says are never touched. Mending twice is mending once.
"""

import codecs
import re
from collections.abc import Iterable, Iterator

from calculators.core.text.catalogue import LANGUAGES
from checks.house import OTHER, House
from checks.kinds.terms import OTHER_WORDS, at_home, blanked, pattern
from checks.kinds.writing import is_chinese, without_theirs
from checks.marks import FULL, FULL_WIDTH, HALF, HALF_WIDTH, UNSPACED, full_width
from checks.page import NO_PROSE, Page

_LEVEL = re.compile(r"^( {0,3})#+")
_KIND = re.compile(r"^(\s*(?:!!!|\?\?\?\+?)\s*)[\w-]+")
_CLOSING = "，。；：？！）"

# From where to where in a line, and what comes instead.
type Edit = tuple[int, int, str]


def fix(house: House, only: Iterable[str] = ()) -> dict[str, bytes]:
    """The files that can be mended, with their contents after that; ``only`` these, if named."""
    wanted = set(only)
    texts = dict(_pages(house))
    texts |= dict(_texts(house))
    found = {}
    for path in {*texts, *house.toml_paths, *house.page_paths}:
        data = house.data(path)
        text = texts.get(path, house.text(path))
        if data is None or text is None or (wanted and path not in wanted):
            continue
        lines = text.replace("\n", "\r\n") if b"\r\n" in data else text
        mended = lines.encode()
        if mended != data and (text != house.text(path) or data.startswith(codecs.BOM_UTF8)):
            found[path] = mended
    return found


def _pages(house: House) -> Iterator[tuple[str, str]]:
    mended = {key: Page(page.path, _spaced_ids(page)) for key, page in house.pages.items()}
    for (lang, stem), page in mended.items():
        other = mended.get((OTHER[lang], stem))
        if other:
            mended[lang, stem] = Page(page.path, _like(house, page, other))
    for (lang, _), page in mended.items():
        lines = page.text.split("\n")
        words = at_home(house, page.path, house.tables(OTHER_WORDS).get(lang, {}))
        for number, masked in _prose(page):
            # A description has readers' words.
            ours = {} if number == page.front_line("description") else words
            lines[number - 1] = _written(lines[number - 1], masked, lang, ours)
        yield page.path, "\n".join(lines)


def _spaced_ids(page: Page) -> str:
    """``{#id}``, which would be a comment, with its space."""
    lines = page.text.split("\n")
    for number, line in enumerate(page.plain, 1):
        for found in reversed(list(re.finditer(r"\{#", line))):
            written = lines[number - 1]
            lines[number - 1] = f"{written[: found.start()]}{{ #{written[found.end() :]}"
            lines[number - 1] = re.sub(r"(\{ #[\w-]+(?: \.[\w-]+)*)\}", r"\1 }", lines[number - 1])
    return "\n".join(lines)


def _like(house: House, page: Page, other: Page) -> str:
    """Ids, levels of headings and kinds of notes as the other language has them."""
    lines = page.text.split("\n")
    here, there = page.headings, other.headings
    if len(here) == len(there):
        for ours, theirs in zip(here, there, strict=True):
            line = lines[ours.line - 1]
            alike = bool(ours.id) and ours.id == theirs.id
            if not ours.id and theirs.id and ours.level == theirs.level and "{" not in line:
                classes = re.search(r"\{\s*#[\w-]+((?: \.[\w-]+)*)\s*\}", theirs.text)
                line = f"{line.rstrip()} {{ #{theirs.id}{classes[1] if classes else ''} }}"
            elif (
                alike
                and ours.level != theirs.level
                and page.lang == house.blamed(page.stem, ours.id)
            ):
                line = _LEVEL.sub(lambda found: found[1] + "#" * theirs.level, line)  # noqa: B023 (used at once)
            lines[ours.line - 1] = line
    if len(page.notes) == len(other.notes):
        for note, model in zip(page.notes, other.notes, strict=True):
            section = page.section_of(note.line)
            if note.what != model.what and page.lang == house.blamed(page.stem, section.key):
                line = lines[note.line - 1]
                lines[note.line - 1] = _KIND.sub(lambda found: found[1] + model.what, line)  # noqa: B023 (used at once)
    return "\n".join(lines)


def _prose(page: Page) -> Iterator[tuple[int, str]]:
    """The lines that may be mended, with all that is no prose blanked."""
    for key in ("title", "description"):
        number = page.front_line(key)
        line = page.lines[number - 1]
        if line.startswith(f"{key}:") and not re.search(r"[\"'#|>&*]|: ", line[len(key) + 1 :]):
            yield number, NO_PROSE * (len(key) + 2) + line[len(key) + 2 :]
    for number in range(page.first, len(page.lines) + 1):
        yield number, page.prose[number - 1]


def _texts(house: House) -> Iterator[tuple[str, str]]:
    for path in house.toml_paths:
        if not (file := house.toml(path)):
            continue
        lines = (house.text(path) or "").split("\n")
        lang = path.rpartition("/")[2].removesuffix(".toml")
        words = at_home(house, path, house.tables(OTHER_WORDS).get(lang, {}))
        for where, text in file.texts:
            chinese = is_chinese(path, where)
            if not chinese and not (lang in LANGUAGES and "headings" not in where):
                continue
            masked = re.sub(r"\{[^{}]*\}", lambda found: NO_PROSE * len(found[0]), text)
            mended = _written(text, masked, "zh" if chinese else "", words)
            number = file.line(*where, having=text)
            # What is written with escapes or over several lines is left to people.
            if mended != text and lines[number - 1].count(text) == 1 and '"' not in mended:
                lines[number - 1] = lines[number - 1].replace(text, mended)
        yield path, "\n".join(lines)


def _written(line: str, masked: str, lang: str, words: dict[str, str]) -> str:
    """A line with its words, marks and spaces mended, once and for all."""
    for edits in (_words, _marks, _spaces):
        for start, end, instead in sorted(edits(masked, lang, words), reverse=True):
            line = line[:start] + instead + line[end:]
            masked = masked[:start] + instead + masked[end:]
    return line


def _words(masked: str, lang: str, words: dict[str, str]) -> Iterator[Edit]:
    known = {word.casefold(): term for word, term in words.items()}
    if not words:
        return
    for found in pattern(tuple(words), lang or "en").finditer(blanked(masked)):
        term = known[found[1].casefold()]
        if term.casefold() != found[1].casefold():
            term = term[0].upper() + term[1:] if found[1][0].isupper() else term
            yield found.start(1), found.end(1), term


def _marks(masked: str, lang: str, words: dict[str, str]) -> Iterator[Edit]:
    del words
    if lang == "zh":
        for found in HALF_WIDTH.finditer(masked):
            spaced = masked[found.end() : found.end() + 1] == " " and found[0] not in '("'
            opening = masked[: found.start()].count('"') % 2 == 0
            mark = full_width(found[0], opening=opening)
            yield found.start(), found.end() + spaced, mark
        yield from _partners(masked)
    elif lang == "en":
        for found in FULL_WIDTH.finditer(masked):
            after = masked[found.end() : found.end() + 1]
            before = masked[found.start() - 1 : found.start()]
            mark = found[0].translate(HALF)
            if mark == "(":
                mark = mark if before in ("", " ") else f" {mark}"
            elif after not in ("", " ", "”", ")", "*"):
                mark = f"{mark} "
            yield found.start(), found.end(), mark


def _partners(masked: str) -> Iterator[Edit]:
    """The other one of a pair of brackets, where one of them becomes full-width."""
    wrong = {found.start() for found in HALF_WIDTH.finditer(masked)}
    opened: list[int] = []
    for at, sign in enumerate(masked):
        if sign == "(":
            opened.append(at)
        elif sign == ")" and opened:
            begun = opened.pop()
            if (begun in wrong) != (at in wrong):
                other = at if begun in wrong else begun
                yield other, other + 1, masked[other].translate(FULL)


def _spaces(masked: str, lang: str, words: dict[str, str]) -> Iterator[Edit]:
    del words
    if lang == "zh":
        for found in UNSPACED.finditer(without_theirs(masked)):
            yield found.start(), found.start(), " "
