"""In the guides no figure stands without a line that says where it comes from."""

import re
from collections.abc import Iterator

import pytest

from macros.register import claims_in
from macros.section_lines import heading_id, sections
from macros.section_sources import named_sources, statements
from tests.support.markdown import GUIDES, LANGUAGES, page
from tests.support.pinned import TODAY

# What is no prose: macros, comments, code, the targets of links, headings and their ids.
NO_PROSE = re.compile(
    r"\{\{.*?\}\}|<!--.*?-->|^ *(```|~~~).*?^ *\1|`[^`\n]*`|\]\([^)\n]*\)|^#{1,6} [^\n]*|<[^>\n]+>",
    re.DOTALL | re.MULTILINE,
)
NUMBER = r"(?<![\w.#-])\d[\d,.]*"
FIGURE = {
    # 7 月 17 日 is a day of the calendar and no figure.
    "zh": re.compile(
        rf"(?<!月)(?<!月 ){NUMBER} ?"
        r"(?:%|万?元|亿元|小时|分钟|天|日|个月|个(?:自然|工作)日|件|单|次|倍|分(?![钟类]))"
    ),
    "en": re.compile(
        rf"¥ ?\d|{NUMBER}(?:%|[ -](?:(?:working|calendar|natural|more) )?"
        r"(?:hours?|minutes?|days?|months?|orders?|pieces?|units?|items?|points?|times|yuan)\b)"
    ),
}
SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+|\n")


def _figures(lang: str, section: str) -> Iterator[str]:
    """The sentences of a section, or the rows of its tables, in which a figure stands."""
    for sentence in SENTENCE.split(NO_PROSE.sub(" ", section)):
        if FIGURE[lang].search(sentence):
            yield sentence.strip()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stem", GUIDES)
def test_a_section_with_figures_has_a_line(stem: str, lang: str) -> None:
    claims = claims_in(stem)
    without = [
        f"{lang}/{stem}.md, {heading or 'before the first heading'}: {sentence}"
        for heading, lines in sections(page(lang, stem).body)
        if not claims.get(heading_id(heading)) and not statements("\n".join(lines), TODAY)
        for sentence in _figures(lang, "\n".join(lines))
    ]
    told = "no claim, no macro and no <!-- sources: … --> in the section of"
    assert without == [], "\n".join([told, *without])


@pytest.mark.parametrize("stem", GUIDES)
def test_both_languages_name_the_same_sources(stem: str) -> None:
    zh, en = (
        {
            heading_id(heading): [each.id for each in named_sources("\n".join(lines))]
            for heading, lines in sections(page(lang, stem).body)
        }
        for lang in ("zh", "en")
    )
    assert zh == en


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("zh", "收到通知起 7 天内申诉。过了算认可。", 1),
        ("zh", "最少 5 元。", 1),
        ("zh", "5 个工作日内答复。", 1),
        ("zh", "体验分 70 分。", 1),
        ("zh", "2026 年 7 月 17 日换版。", 0),
        ("zh", "《电子商务法》第 49 条。", 0),
        ("zh", "最多 {{ figure('a.b') }}，见[上面](#7-天)。", 0),
        ("en", "Appeal within 7 days.", 1),
        ("en", "From ¥5.", 1),
        ("en", "Answered within 5 working days.", 1),
        ("en", "A score of 70 points.", 1),
        ("en", "Replaced on 17 July 2026.", 0),
        ("en", "## Within 24 hours { #hub-scan }", 0),
    ],
)
def test_what_a_figure_is(lang: str, text: str, found: int) -> None:
    assert len(list(_figures(lang, text))) == found
