"""The glossary: one term, one name; and the marks that it puts into pages."""

import pytest
from markdown import markdown

from macros.glossary import GlossaryExtension, terms


def _mark(term: str, other: str) -> str:
    return f'<abbr tabindex="0" title="{other}">{term}</abbr>'


def test_a_term_has_one_name_in_each_language() -> None:
    for names in ([each.zh for each in terms()], [each.en.casefold() for each in terms()]):
        assert len(set(names)) == len(names)
    assert all(each.meaning_zh and each.meaning_en for each in terms())


@pytest.mark.parametrize(
    ("lang", "text", "html"),
    [
        (
            "zh",
            "交浮动保证金和保证金。",
            f"<p>交{_mark('浮动保证金', 'floating deposit')}和{_mark('保证金', 'deposit')}。</p>",
        ),
        (
            "en",
            "The deposit, *the deposit* and depositors.",
            f"<p>The {_mark('deposit', '保证金')}, <em>the deposit</em> and depositors.</p>",
        ),
        ("zh", "[保证金](#x)和`保证金`", '<p><a href="#x">保证金</a>和<code>保证金</code></p>'),
        ("zh", "# 保证金", "<h1>保证金</h1>"),
    ],
)
def test_the_first_use_of_a_term_is_marked(lang: str, text: str, html: str) -> None:
    assert markdown(text, extensions=[GlossaryExtension(lang)]) == html
