"""What a figure is, of which a section has to say where it comes from."""

import pytest

from checks.kinds.section_sources import figures
from checks.page import Page


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
    page = Page(f"docs/{lang}/orders/made.md", text)
    assert sum(len(list(figures(page, each))) for each in page.sections) == found
