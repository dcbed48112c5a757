"""How it is written: spaces between Chinese and Latin, whose marks, and what no page may name."""

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from io import StringIO

from checks.finding import Finding
from checks.house import House
from checks.marks import FULL_WIDTH, HALF_WIDTH, UNSPACED
from checks.page import NO_PROSE, Page
from checks.toml_lines import OF_OTHERS, TomlLines

# Heads of columns as other programs write them, and words as readers or the console have them.
_AS_TYPED = {
    "docs/console.toml": {"search", "steps"},
    "docs/notices.toml": {"words", "also"},
    "docs/tasks.toml": {"inputs"},
    "calculators/core/text/zh.toml": {"table"},
}
# Somebody else's titles and numbers of documents, and what stands in quotation marks by itself.
_THEIRS = re.compile(r"《.*?》|〔\d{4}〕\d+ ?号|(?<=“)\d+[\u4e00-\u9fff]+")
_CHINESE_TEXTS = re.compile(r"zh\.toml$")
_OUTSIDE = re.compile(r"https?://|\bwww\.")
_TELEPHONE = re.compile(r"(?<![\d,.])(?:400-?\d{3}-?\d{4}|1\d{7}|123\d\d|121\d\d)(?!\d)")
_ONLY = "12315"
_SEEN = 12


def writing(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """The pages, a line at a time, and the Chinese texts."""
    for page in house.pages.values():
        yield from _on_page(page)
    for path in house.toml_paths:
        if file := house.toml(path):
            yield from _in_texts(path, file)
    for path in ("docs/claims.csv", "docs/glossary.csv"):
        yield from _csv(path, house.text(path) or "")


@lru_cache(maxsize=512)
def _on_page(page: Page) -> list[Finding]:
    found: list[Finding] = []
    for number, line in _lines(page):
        if page.lang == "zh":
            found += _chinese(page.path, number, line)
        elif wrong := FULL_WIDTH.search(line):
            near = _near(page.lines[number - 1], wrong.start())
            found.append(Finding(page.path, number, "type.fullwidth", {"near": near}))
    return found


@lru_cache(maxsize=512)
def _in_texts(path: str, file: TomlLines) -> list[Finding]:
    found: list[Finding] = []
    for where, text in file.texts:
        if is_chinese(path, where):
            at = file.line(*where, having=text.split("\n")[0][:_SEEN])
            found += _chinese(path, at, re.sub(r"\{[^{}]*\}", NO_PROSE, text))
    return found


def outside(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """Addresses outside of the handbook, and telephone numbers but the one that is confirmed."""
    for page in house.pages.values():
        for number in range(page.first, len(page.lines) + 1):
            line = page.lines[number - 1]
            if line.startswith("\t"):
                yield Finding(page.path, number, "text.tab")
            if _OUTSIDE.search(line):
                yield Finding(page.path, number, "text.outside")
            numbers = [each for each in _TELEPHONE.findall(line) if each != _ONLY]
            if numbers:
                yield Finding(page.path, number, "text.telephone", {"number": numbers[0]})


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    for key in ("title", "description"):
        number = page.front_line(key)
        if page.lines[number - 1].startswith(f"{key}:"):
            value = page.lines[number - 1][len(key) + 1 :]
            if value.strip()[:1] in {'"', "'"}:  # YAML's own marks around the whole
                value = f"{NO_PROSE * 2}{value[2:].rstrip()[:-1]}"
            yield number, NO_PROSE * (len(key) + 1) + value
    for number in range(page.first, len(page.lines) + 1):
        yield number, page.prose[number - 1]


def without_theirs(line: str) -> str:
    """A line without what is written as somebody else wrote it, sign for sign."""
    return _THEIRS.sub(lambda theirs: NO_PROSE * len(theirs[0]), line)


def is_chinese(path: str, where: tuple[str | int, ...]) -> bool:
    """Whether a text of TOML is prose in Chinese: a file's own language, or a key ``zh``."""
    theirs = {*_AS_TYPED.get(path, ()), *OF_OTHERS}
    if theirs & set(where) or path.endswith(("words.toml", "subjects.toml")):
        return False
    return bool(_CHINESE_TEXTS.search(path)) or "zh" in where


def _chinese(path: str, number: int, line: str) -> Iterator[Finding]:
    if found := HALF_WIDTH.search(line):
        near = _near(line, found.start())
        yield Finding(path, number, "type.punctuation", {"mark": found[0], "near": near})
    if found := UNSPACED.search(without_theirs(line)):
        yield Finding(path, number, "type.space", {"near": _near(line, found.start())})


def _csv(path: str, text: str) -> Iterator[Finding]:
    rows = csv.reader(StringIO(text))
    head = next(rows, [])
    chinese = [index for index, name in enumerate(head) if name.endswith("zh")]
    for row in rows:
        for index in chinese:
            if index < len(row):
                yield from _chinese(path, rows.line_num, row[index])


def _near(line: str, at: int) -> str:
    return line[max(at - _SEEN, 0) : at + _SEEN].replace(NO_PROSE, "…").strip()
