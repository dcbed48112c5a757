"""Sections that a page keeps folded are found, linked to and read like any other."""

import re
from xml.etree import ElementTree as ET

import pytest
from markdown import Markdown

from macros.folding import FoldingExtension, with_summaries

PAGE = """# Title

## Open { #open }

Said at once.

### Aside { #aside .folded }

An aside.

### Beside { #beside }

Open again.

## Where from { #where-from .folded }

The story.

### Its part { #part }

A part of it.

## How sure { #how-sure .folded }

Rather sure.

## After { #after }

Open to the end.
"""


@pytest.fixture
def html() -> str:
    return Markdown(extensions=["attr_list", "toc", FoldingExtension()]).convert(PAGE)


def _details(html: str) -> list[ET.Element]:
    return list(ET.fromstring(f"<div>{with_summaries(html)}</div>").iter("details"))  # noqa: S314


def test_a_folded_section_ends_where_the_next_begins(html: str) -> None:
    held = {found[0]: "".join(each.itertext()) for each in _details(html) if (found := _ids(each))}
    assert list(held) == ["aside", "where-from", "how-sure"]
    assert "An aside." in held["aside"]
    assert "Open again." not in held["aside"]
    assert "A part of it." in held["where-from"]
    assert "Rather sure." not in held["where-from"]
    assert "Open to the end." not in held["how-sure"]


def test_its_heading_opens_it_and_keeps_its_anchor(html: str) -> None:
    for each in _details(html):
        summary, *rest = list(each)
        assert [child.tag[0] for child in summary] == ["h"]
        assert rest
        assert "summary" not in {child.tag for child in rest}


def test_the_search_finds_its_text_under_its_own_heading(html: str) -> None:
    # As Material's search does: a section ends with the element that holds its heading.
    assert re.search(r'<details class="folded"><h2[^>]*id="where-from"', html)


def _ids(details: ET.Element) -> list[str]:
    return [each.get("id", "") for each in details.iter() if each.get("id")]
