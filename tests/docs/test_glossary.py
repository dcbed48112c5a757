"""The glossary: one term, one name; the marks that it puts into pages, and the pages it names."""

import pytest
from markdown import markdown

from macros.glossary import glossary_table, names, terms
from macros.glossary_marks import GlossaryExtension
from tests.support.markdown import LANGUAGES


def _mark(lang: str, term: str) -> str:
    found = names(lang)[term.casefold()]
    bubble = {"zh": f"{found.meaning_zh}（{found.en}）", "en": f"{found.meaning_en} ({found.zh})"}
    return f'<abbr tabindex="0" title="{bubble[lang]}">{term}</abbr>'


@pytest.mark.parametrize(
    ("lang", "text", "html"),
    [
        (
            "zh",
            "交浮动保证金和试运营。",
            f"<p>交{_mark('zh', '浮动保证金')}和{_mark('zh', '试运营')}。</p>",
        ),
        (
            "en",
            "The deposit, *the deposit* and depositors.",
            f"<p>The {_mark('en', 'deposit')}, <em>the deposit</em> and depositors.</p>",
        ),
        ("zh", "[揽收](#x)和`揽收`", '<p><a href="#x">揽收</a>和<code>揽收</code></p>'),
        ("zh", "# 揽收", "<h1>揽收</h1>"),
    ],
)
def test_the_first_use_of_a_term_is_marked_with_its_meaning(
    lang: str, text: str, html: str
) -> None:
    assert markdown(text, extensions=[GlossaryExtension(lang)]) == html


def test_what_every_merchant_knows_is_not_marked() -> None:
    known = "商家在抖店后台给买家交保证金。"
    assert markdown(known, extensions=[GlossaryExtension("zh")]) == f"<p>{known}</p>"


def test_names_that_changed_their_meaning_say_so() -> None:
    # A hover over either must not tell a merchant what holds no more.
    assert "优惠券" in names("zh")["晚发即赔"].meaning_zh
    assert "旧" in names("zh")["虚假发货"].meaning_zh
    assert names("zh")["货款"].meaning_zh != names("zh")["进货款"].meaning_zh


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_term_has_an_anchor_and_names_guides_that_use_it(lang: str) -> None:
    shown = glossary_table(lang=lang)
    ids = [each.id for each in terms()]
    assert len(set(ids)) == len(ids)
    assert all(f'id="{each}"' in shown for each in ids)
    _, _, scan = shown.partition('id="collection-scan"')
    scan, _, _ = scan.partition("</div>")
    assert scan.count('<a href="../../orders/') >= 1
    assert scan.count("<a ") <= 3
