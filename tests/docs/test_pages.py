"""What each page must have, and what none may have."""

import re
from datetime import date

import pytest
import yaml

from tests.support.chinese import HALF_WIDTH
from tests.support.markdown import LANGUAGES, page, stems

PAGES = [(lang, stem) for lang in LANGUAGES for stem in stems(lang)]
# What Markdown and Jinja read themselves, where half-width marks belong.
NO_PROSE = re.compile(r"```.*?```|`[^`]*`|\{\{.*?\}\}|\{ #.*?\}|\]\([^)]*\)|<[^>]*>", re.DOTALL)


@pytest.mark.parametrize(("lang", "stem"), PAGES)
def test_front_matter_describes_and_dates_the_page(lang: str, stem: str) -> None:
    front = yaml.safe_load(page(lang, stem).front)
    assert front["title"]
    assert front["description"]
    assert isinstance(front["reviewed"], date)
    assert front["review_in"] > 0


@pytest.mark.parametrize(("lang", "stem"), PAGES)
def test_a_page_names_what_readers_call_it(lang: str, stem: str) -> None:
    # The first page is what the search offers where it finds nothing.
    words = yaml.safe_load(page(lang, stem).front).get("search_words", [])
    assert len(words) >= (0 if stem == "index" else 5)
    assert all(isinstance(word, str) for word in words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("lang", "stem"), PAGES)
def test_sections_have_ids_of_their_own(lang: str, stem: str) -> None:
    # Links and the other language rely on them; an id made from Chinese words is a number.
    ids = [each for level, each in page(lang, stem).headings() if level != "h1"]
    assert None not in ids
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("stem", stems("zh"))
def test_chinese_pages_use_full_width_punctuation(stem: str) -> None:
    chinese = page("zh", stem)
    prose = NO_PROSE.sub("\n", chinese.body)
    wrong = [line for line in prose.splitlines() if HALF_WIDTH.search(line)]
    assert wrong == []


@pytest.mark.parametrize(("lang", "stem"), PAGES)
def test_no_telephone_number_but_12315_and_no_outside_address(lang: str, stem: str) -> None:
    body = page(lang, stem).body
    assert re.findall(r"https?://|www\.", body) == []
    digits = re.findall(r"(?<![\d,.])(?:400-?\d{3}-?\d{4}|1\d{7}|123\d\d|121\d\d)(?!\d)", body)
    assert set(digits) <= {"12315"}
