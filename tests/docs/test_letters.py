"""Letters to copy: whole in both languages, short enough, filled with what the answer knows."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from checks.marks import HALF_WIDTH
from macros.letters import LIMITS, Letter, Variant, blanks, letter, letter_list, letters
from macros.lookup import known
from tests.support.markdown import LANGUAGES, page

LETTERS = [pytest.param(each, id=each.id) for each in letters().values()]
# What merchants need letters for.
WANTED = {
    "appeal-force-majeure", "appeal-deduction", "appeal-tracking", "appeal-fraud",
    "appeal-arbitration", "appeal-takedown", "reply-12315", "buyer-late", "buyer-out-of-stock",
    "buyer-campaign", "buyer-refund", "creators-leaving",
}  # fmt: skip
# As long as what is really entered or comes out.
TYPICAL = {
    "money": "12999.99",
    "integer": "9999",
    "duration": "240",
    "date": "2026-11-28",
    "time": "2026-11-28 09:30",
}
GAP = re.compile(r"\{(\w+)\}")


def declared(of: Letter) -> Mapping[str, Any]:
    """The fields and outputs of the letter's calculator by name."""
    if not of.calculator:
        return {}
    definition = known(of.calculator)
    return {**outputs_of(definition.outputs), **fields_of(definition.inputs)}


def longest(of: Letter, variant: Variant) -> str:
    """The Chinese text with the longest that people really put into its gaps."""

    def text(found: re.Match[str]) -> str:
        gap = of.gaps[found[1]]
        if gap.example:
            return gap.example
        if gap.said:
            return max(gap.said["zh"].values(), key=len)
        return TYPICAL[declared(of)[gap.id].kind]

    return GAP.sub(text, variant.text["zh"])


def test_there_is_a_letter_for_each_need() -> None:
    assert letters().keys() >= WANTED


def test_every_blank_is_used_and_none_is_a_field_by_another_name() -> None:
    used = {gap.id for each in letters().values() for gap in each.blanks}
    assert used == blanks().keys()


@pytest.mark.parametrize("each", LETTERS)
def test_it_stands_on_its_page_beside_its_calculator(each: Letter) -> None:
    for lang in LANGUAGES:
        macros = page(lang, each.page).macros()
        assert f'letter("{each.id}")' in macros
        if each.calculator:
            assert f'calculator("{each.calculator}")' in macros


@pytest.mark.parametrize("each", LETTERS)
def test_both_languages_say_the_same_of_the_same_gaps(each: Letter) -> None:
    for variant in each.variants:
        gaps = [set(GAP.findall(variant.text[lang])) for lang in LANGUAGES]
        assert gaps[0] == gaps[1]
        days = [set(re.findall(r"\d{4}-\d{2}-\d{2}", variant.text[lang])) for lang in LANGUAGES]
        assert days[0] == days[1]
    assert len(each.enclosed["zh"]) == len(each.enclosed["en"]) > 0


@pytest.mark.parametrize("each", LETTERS)
def test_it_is_short_enough_with_the_longest_that_people_enter(each: Letter) -> None:
    for variant in each.variants:
        assert len(longest(each, variant)) <= LIMITS[each.kind]


@pytest.mark.parametrize("each", LETTERS)
def test_it_names_texts_of_the_register_with_their_days(each: Letter) -> None:
    assert each.sources
    of_sources = " ".join(f"{source.id} {source.dated}" for source in each.sources)
    for variant in each.variants:
        assert all(day in of_sources for day in variant.days)
    if each.kind == "appeal":
        assert all(
            variant.days for variant in each.variants if variant.when != {"kind": ("violation",)}
        )


@pytest.mark.parametrize("each", LETTERS)
def test_an_answer_can_choose_each_of_its_texts(each: Letter) -> None:
    for variant in each.variants:
        for name, values in variant.when.items():
            of = declared(each)[name]
            choices = getattr(of, "choices", ())
            assert set(values) <= {*choices, "*"} or of.kind in {"integer", "duration"}
    conditions = [tuple(sorted(variant.when.items())) for variant in each.variants]
    assert len(set(conditions)) == len(conditions)
    assert conditions[-1] == ()
    assert () not in conditions[:-1]


@pytest.mark.parametrize("each", LETTERS)
def test_chinese_is_written_as_elsewhere(each: Letter) -> None:
    texts = [variant.text["zh"] for variant in each.variants]
    for text in [each.title["zh"], *each.enclosed["zh"], *texts]:
        assert not HALF_WIDTH.search(text)


def test_the_chinese_text_is_what_is_copied_and_its_meaning_stands_beside_it() -> None:
    english = letter("buyer-late", lang="en", reference=lambda: "../../reference/")
    assert english.count('class="letter__text" lang="zh-Hans"') == 3
    assert english.count('class="letter__meaning" lang="en"') == 3
    chinese = letter("buyer-late", lang="zh", reference=lambda: "../../reference/")
    assert "letter__meaning" not in chinese
    assert '<mark data-gap="ship_day">【预计哪天交给快递】</mark>' in chinese


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_stand_in_one_list_where_whatever_is_open_can_be_typed(lang: str) -> None:
    markdown = letter_list(lang=lang, reference=lambda: "../reference/")
    for each in letters().values():
        assert markdown.count(f"{{ #letter-{each.id} .folded }}") == 1
        assert f"../{each.page}/#letter-{each.id}" in markdown
    of_tracking = markdown.partition("{ #letter-appeal-tracking .folded }")[2].partition("\n### ")[
        0
    ]
    assert 'name="flags"' in of_tracking


def test_mistakes_are_named() -> None:
    with pytest.raises(ValueError, match="no letter 'apeal'; there are: appeal-arbitration"):
        letter("apeal", lang="zh", reference=lambda: "../")
