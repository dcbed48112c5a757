"""Both languages are one handbook: pages, headings, ids, macros, notes, tables, lists, sources."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

import yaml

from calculators.core.text.catalogue import LANGUAGES
from checks.aligning import align
from checks.finding import Finding
from checks.house import OTHER, House
from checks.page import Heading, Page, Part, Row, Section, lines_of, within

# What is found in a line already may be why the languages differ there.
_ALREADY = (
    *("answer.", "calculator.", "comment.", "figure.", "heading."),
    *("macro.", "note.", "rule.", "source.", "table."),
)
# Where a heading is one language's alone, no section around it has its like in the other.
_APART = ("pair.heading_alone", "pair.heading_gone")


def pages(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Pages that one language has alone."""
    unread = {each.path for each in found if each.path.endswith(".md")}
    for (lang, stem), page in house.pages.items():
        other = f"docs/{OTHER[lang]}/{stem}.md"
        if (OTHER[lang], stem) not in house.pages and other not in unread:
            yield Finding(page.path, 1, "pair.page", {"other": other})


def front_matter(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Days of review that differ."""
    told = {(each.path, each.line) for each in found}
    for stem in house.stems:
        zh, en = (house.pages[lang, stem] for lang in LANGUAGES)
        try:
            fronts = {"zh": zh.front, "en": en.front}
        except yaml.YAMLError:
            continue
        for key in ("reviewed", "review_in"):
            values = {lang: fronts[lang].get(key) for lang in LANGUAGES}
            if None in values.values() or values["zh"] == values["en"]:
                continue
            lines = {lang: house.pages[lang, stem].front_line(key) for lang in LANGUAGES}
            if any((house.pages[lang, stem].path, lines[lang]) in told for lang in LANGUAGES):
                continue
            lang = _changed_front(house, stem, key)
            yield Finding(
                house.pages[lang, stem].path,
                lines[lang],
                "pair.front",
                {
                    "key": key,
                    "here": str(values[lang]),
                    "there": str(values[OTHER[lang]]),
                    "other": house.pages[OTHER[lang], stem].path,
                },
                (house.pages[OTHER[lang], stem].path,),
            )


def headings(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Headings that one language has alone, of another level, or with another id."""
    for stem in house.stems:
        both = {lang: house.pages[lang, stem] for lang in LANGUAGES}
        wrong = {(each.path, each.line) for each in found if each.code.startswith("heading.")}
        if any(path in {each.path for each in both.values()} for path, _ in wrong):
            continue
        zh, en = (
            [(each.level, each.id, each.folded) for each in both[lang].headings]
            for lang in LANGUAGES
        )
        for tag, z1, z2, e1, e2 in SequenceMatcher(None, zh, en, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            ours = {"zh": both["zh"].headings[z1:z2], "en": both["en"].headings[e1:e2]}
            yield from _differing(house, both, ours)


def _differing(
    house: House, both: dict[str, Page], ours: dict[str, list[Heading]]
) -> Iterator[Finding]:
    stem = both["zh"].stem
    if len(ours["zh"]) == len(ours["en"]):
        for zh, en in zip(ours["zh"], ours["en"], strict=True):
            lang = _side_of(house, stem, {"zh": zh, "en": en})
            here, there = (zh, en) if lang == "zh" else (en, zh)
            code = (
                "pair.heading"
                if zh.level != en.level
                else "pair.id"
                if zh.id != en.id
                else "pair.folded"
            )
            yield _of_pair(both, lang, here.line, code, _described(here, there, both, lang))
        return
    known = {lang: {each.id for each in both[lang].headings} for lang in LANGUAGES}
    for lang in LANGUAGES:
        for each in ours[lang]:
            if each.id in known[OTHER[lang]]:
                continue
            # Recorded for both: it has gone from the other page, and is not new on this one.
            if (stem, each.id) in house.record.sums:
                line = _where(both[OTHER[lang]], both[lang], each)
                values = {"heading": each.text, "other": both[lang].path, "line": str(each.line)}
                yield _of_pair(both, OTHER[lang], line, "pair.heading_gone", values)
            else:
                values = {"heading": each.text, "other": both[OTHER[lang]].path}
                yield _of_pair(both, lang, each.line, "pair.heading_alone", values)


def _described(here: Heading, there: Heading, both: dict[str, Page], lang: str) -> dict[str, str]:
    return {
        "here": _marked(here),
        "there": _marked(there),
        "other": both[OTHER[lang]].path,
        "line": str(there.line),
    }


def _marked(heading: Heading) -> str:
    folded = " .folded" if heading.folded else ""
    return f"{'#' * heading.level} … {{ #{heading.id}{folded} }}"


def _side_of(house: House, stem: str, pair: dict[str, Heading]) -> str:
    """Where two headings differ: the side whose id the record does not know, else that changed."""
    unknown = [lang for lang in LANGUAGES if (stem, pair[lang].id) not in house.record.sums]
    if len(unknown) == 1:
        return unknown[0]
    return house.blamed(stem, pair["zh"].id)


def _where(page: Page, other: Page, gone: Heading) -> int:
    """Where a heading that only the other page has would stand: before what it has below it."""
    keys = {each.key: each for each in page.sections}
    before = [each for each in other.sections if each.first < gone.line and each.key in keys]
    if not before:
        return page.first
    here, begun = keys[before[-1].key], before[-1]
    there = Section(begun.heading, begun.first, other.section_of(gone.line).last)
    below = [each for each in lines_of(other, there) if each > gone.line]
    return _beside(page, here, other, there, below[0]) if below else here.first


def macros(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Sections whose macros differ; in another order where a sentence has its figures so."""
    for both, zh, en in _sections(house):
        if _told(both, zh, en, found):
            continue
        calls = {"zh": within(both["zh"].macros, zh), "en": within(both["en"].macros, en)}
        counted = {lang: Counter(each.what for each in calls[lang]) for lang in LANGUAGES}
        if counted["zh"] == counted["en"]:
            continue
        lang, _ = _to_mend(house, both, zh, en)
        more, fewer = _more_and_fewer(counted, lang)
        line = _differing_line(both, lang, {"zh": zh, "en": en}, {*more, *fewer})
        values = {
            "more": "; ".join(more.elements()) or "–",
            "fewer": "; ".join(fewer.elements()) or "–",
            "other": both[OTHER[lang]].path,
        }
        yield _of_pair(both, lang, line, "pair.macro", values)


def _differing_line(
    both: dict[str, Page], lang: str, sections: dict[str, Section], calls: set[str]
) -> int:
    """The first line that has more or fewer of some calls than its like in the other language."""
    page, other = both[lang], both[OTHER[lang]]
    here = list(lines_of(page, sections[lang]))
    there = list(lines_of(other, sections[OTHER[lang]]))
    pairs = align(
        [page.lines[each - 1] for each in here], [other.lines[each - 1] for each in there], lang
    )
    last = sections[lang].first
    for i, j in pairs:
        ours = _calls(page, here[i]) if i is not None else Counter[str]()
        theirs = _calls(other, there[j]) if j is not None else Counter[str]()
        last = here[i] if i is not None else last
        if calls & ((ours - theirs) + (theirs - ours)).keys():
            return last
    return last


def _calls(page: Page, line: int) -> Counter[str]:
    return Counter(each.what for each in page.macros if each.line == line)


def sources(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Sections whose comments name different sources."""
    for both, zh, en in _sections(house):
        if _told(both, zh, en, found):
            continue
        named = {
            "zh": within(both["zh"].named_sources, zh),
            "en": within(both["en"].named_sources, en),
        }
        ids = {lang: [each.what for each in named[lang]] for lang in LANGUAGES}
        if ids["zh"] == ids["en"]:
            continue
        counted = {lang: Counter(ids[lang]) for lang in LANGUAGES}
        lang, section = _to_mend(house, both, zh, en)
        more, fewer = _more_and_fewer(counted, lang)
        last = max(lines_of(both[lang], section), default=section.first)
        line = next((each.line for each in named[lang] if each.what in more), last)
        values = {
            "more": ", ".join(more.elements()) or "–",
            "fewer": ", ".join(fewer.elements()) or "–",
            "other": both[OTHER[lang]].path,
        }
        yield _of_pair(both, lang, line, "pair.sources", values)


def shapes(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Sections whose notes, tables or lists differ."""
    for both, zh, en in _sections(house):
        if _told(both, zh, en, found):
            continue
        yield from _notes(house, both, zh, en)
        yield from _rows(house, both, zh, en)
        yield from _items(house, both, zh, en)


def _notes(house: House, both: dict[str, Page], zh: Section, en: Section) -> Iterator[Finding]:
    ours = {"zh": within(both["zh"].notes, zh), "en": within(both["en"].notes, en)}
    kinds = {lang: [each.what for each in ours[lang]] for lang in LANGUAGES}
    if kinds["zh"] == kinds["en"]:
        return
    lang, section = _to_mend(house, both, zh, en)
    there = en if lang == "zh" else zh
    other = both[OTHER[lang]]
    for tag, a, b, c, _ in SequenceMatcher(None, kinds[lang], kinds[OTHER[lang]]).get_opcodes():
        if tag != "equal":
            if b > a:
                line = ours[lang][a].line
            else:
                below = [n for n in lines_of(other, there) if n > ours[OTHER[lang]][c].line]
                line = (
                    _beside(both[lang], section, other, there, below[0]) if below else section.last
                )
            values = {
                "here": ", ".join(kinds[lang]) or "–",
                "there": ", ".join(kinds[OTHER[lang]]) or "–",
                "other": both[OTHER[lang]].path,
            }
            yield _of_pair(both, lang, line, "pair.note", values)
            return


def _rows(house: House, both: dict[str, Page], zh: Section, en: Section) -> Iterator[Finding]:
    tables = {"zh": _tables(both["zh"], zh), "en": _tables(both["en"], en)}
    shape = {lang: [[each.cells for each in rows] for rows in tables[lang]] for lang in LANGUAGES}
    if shape["zh"] == shape["en"]:
        return
    # Where one has more rows, that is told; which side was changed says whose rows they are.
    lang, section = _to_mend(house, both, zh, en)
    line = tables[lang][0][0].line if tables[lang] else section.first
    for ours, theirs in zip(tables[lang], tables[OTHER[lang]], strict=False):
        if [each.cells for each in ours] != [each.cells for each in theirs]:
            line = ours[0].line
            if len(ours) > len(theirs):
                line = _extra(both[lang], ours, both[OTHER[lang]], theirs)
            break
    values = {
        "here": _size(tables[lang]),
        "there": _size(tables[OTHER[lang]]),
        "other": both[OTHER[lang]].path,
    }
    yield _of_pair(both, lang, line, "pair.table", values)


def _items(house: House, both: dict[str, Page], zh: Section, en: Section) -> Iterator[Finding]:
    ours = {"zh": within(both["zh"].items, zh), "en": within(both["en"].items, en)}
    shape = {lang: [each.what for each in ours[lang]] for lang in LANGUAGES}
    if shape["zh"] == shape["en"]:
        return
    lang, section = _to_mend(house, both, zh, en)
    line = ours[lang][0].line if ours[lang] else section.first
    if len(ours[lang]) > len(ours[OTHER[lang]]):
        line = _extra(both[lang], ours[lang], both[OTHER[lang]], ours[OTHER[lang]])
    elif len(ours[lang]) == len(ours[OTHER[lang]]):
        pairs = zip(ours[lang], ours[OTHER[lang]], strict=True)
        line = next(here.line for here, there in pairs if here.what != there.what)
    values = {
        "here": str(len(ours[lang])),
        "there": str(len(ours[OTHER[lang]])),
        "other": both[OTHER[lang]].path,
    }
    yield _of_pair(both, lang, line, "pair.list", values)


def _sections(house: House) -> Iterator[tuple[dict[str, Page], Section, Section]]:
    """The sections that both languages of a page have, by their ids."""
    for stem in house.stems:
        both = {lang: house.pages[lang, stem] for lang in LANGUAGES}
        english = {each.key: each for each in both["en"].sections}
        for each in both["zh"].sections:
            if each.key in english:
                yield both, each, english[each.key]


def _to_mend(house: House, both: dict[str, Page], zh: Section, en: Section) -> tuple[str, Section]:
    """The language whose side is to be mended, and its section."""
    lang = house.blamed(both["zh"].stem, zh.key)
    return lang, zh if lang == "zh" else en


def _more_and_fewer(
    counted: dict[str, Counter[str]], lang: str
) -> tuple[Counter[str], Counter[str]]:
    """What ``lang`` has more of than the other language, and what it has fewer of."""
    ours, theirs = counted[lang], counted[OTHER[lang]]
    return ours - theirs, theirs - ours


def _tables(page: Page, section: Section) -> list[list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in within(page.rows, section):
        found.setdefault(row.of, []).append(row)
    return list(found.values())


def _size(tables: list[list[Row]]) -> str:
    return ", ".join(f"{len(rows)}×{rows[0].cells}" for rows in tables) or "–"


def _extra[T: (Part, Row)](page: Page, ours: list[T], other: Page, theirs: list[T]) -> int:
    """The line of the first of ``ours`` that none of ``theirs`` answers to."""
    here = [page.lines[each.line - 1] for each in ours]
    there = [other.lines[each.line - 1] for each in theirs]
    alone = [i for i, j in align(here, there, page.lang) if i is not None and j is None]
    return ours[alone[0] if alone else -1].line


def _beside(page: Page, section: Section, other: Page, there: Section, line: int) -> int:
    """The line of ``section`` that says what ``line`` says in the other language."""
    here, others = list(lines_of(page, section)), list(lines_of(other, there))
    pairs = align([page.lines[each - 1] for each in here],
                  [other.lines[each - 1] for each in others], page.lang)  # fmt: skip
    found = [i for i, j in pairs if j is not None and others[j] == line and i is not None]
    return here[found[0]] if found else section.first


def _changed_front(house: House, stem: str, key: str) -> str:
    for lang in LANGUAGES:
        page = house.pages[lang, stem]
        before = house.before(page.path)
        if before is not None and f"\n{page.lines[page.front_line(key) - 1]}\n" not in before:
            return lang
    return "en"


def _told(both: dict[str, Page], zh: Section, en: Section, found: tuple[Finding, ...]) -> bool:
    """Whether something was found in the section that makes the languages differ."""
    paths = {page.path for page in both.values()}
    return any(each.code in _APART and each.path in paths for each in found) or any(
        each.path == page.path
        and section.first <= each.line <= section.last
        and each.code.startswith(_ALREADY)
        for page, section in ((both["zh"], zh), (both["en"], en))
        for each in found
    )


def _of_pair(
    both: dict[str, Page], lang: str, line: int, code: str, values: dict[str, str]
) -> Finding:
    return Finding(both[lang].path, line, code, values, (both[OTHER[lang]].path,))
