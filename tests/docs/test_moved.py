"""Addresses that were published lead to what they named, in both languages.

``published.txt`` has them as they were on 2026-11-26: pages, their headings (``page/#anchor``) and
the calculators that links to answers ask (``page/#calculator?``). It only grows.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from macros.moved import Link, Move, links, moves, pages_gone, stub
from tests.support.markdown import LANGUAGES

PUBLISHED = Path(__file__).with_name("published.txt").read_text(encoding="utf-8").split()
TITLES = {"money/one/": "One", "money/two/": "Two", "orders/": "Orders"}


@cache
def _names(site: Path, lang: str, page: str) -> frozenset[str] | None:
    """What ``page`` has under a name of its own, calculators with a ``?``; ``None``: no page."""
    file = (site / "en" if lang == "en" else site) / page / "index.html"
    html = file.read_text(encoding="utf-8") if file.is_file() else ""
    if not html or "data-moved-page" in html:
        return None
    article = html.partition("<article")[2].partition("</article>")[0]
    ids = re.findall(r'<(?![^>]* data-moved)[^>]*\bid="([^"]+)"', article)
    calculators = re.findall(r'<shop-calculator[^>]*data-calculator="([\w-]+)"', article)
    return frozenset([*ids, *(f"{each}?" for each in calculators)])


def _is_there(site: Path, lang: str, page: str, name: str) -> bool:
    names = _names(site, lang, page)
    return names is not None and (not name or name in names)


def _follow(page: str, name: str) -> tuple[str, str] | None:
    """Where the page's script or the stub leads to from an address that is not there."""
    anchor = name.removesuffix("?")
    by_address = {(each.page, each.anchor): each for each in moves()}
    move = by_address.get((page, anchor)) or by_address.get((page, ""))
    if move is None:
        return None
    # A link to an answer keeps what it asks, and a page's successor may have the anchor.
    keeps = name != anchor or anchor != move.anchor
    return move.to_page, name if keeps else move.to_anchor


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whatever_was_published_is_there_or_leads_on(site: Path, lang: str) -> None:
    lost = []
    for address in PUBLISHED:
        page, _, name = address.partition("#")
        found: tuple[str, str] | None = (page, name)
        if not _is_there(site, lang, page, name):
            found = _follow(page, name)
        if found is None or not _is_there(site, lang, *found):
            lost.append(f"{address} → {found or 'nowhere'}")
    assert lost == [], "\n".join(["docs/moved.toml lacks:", *lost])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_leads_away_from_what_is_there(site: Path, lang: str) -> None:
    assert [each for each in moves() if _is_there(site, lang, each.page, each.anchor)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_move_leads_to_what_there_is(site: Path, lang: str) -> None:
    ends = [each for each in moves() if not _is_there(site, lang, each.to_page, each.to_anchor)]
    assert ends == []


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> None:
    made = (
        Move("money/", "", "money/one/", ""),
        Move("money/", "second", "money/two/", "here"),
        Move("orders/", "third", "money/two/", ""),
    )
    monkeypatch.setattr("macros.moved.moves", lambda: made)


@pytest.mark.usefixtures("moved")
def test_a_page_that_is_gone_becomes_a_file_of_links() -> None:
    successor = pages_gone(TITLES)["money/"]
    html = stub(
        "money/",
        successor,
        TITLES,
        lang="en",
        canonical="https://a.example/",
        icon="favicon.svg",
        script="s.js",
    )
    assert '<li id="second" data-moved><a href="two/#here">Two</a></li>' in html
    assert 'content="0; url=one/"' in html
    assert "third" not in html


@pytest.mark.usefixtures("moved")
def test_a_page_that_stays_knows_which_sections_left_it() -> None:
    assert links("orders/", TITLES) == [Link("third", "../money/two/", "Two")]
    assert links("money/one/", TITLES) == []


@pytest.mark.usefixtures("moved")
@pytest.mark.parametrize(
    ("titles", "told"),
    [
        ({**TITLES, "money/": "Money"}, "says that these pages are gone: .*money/"),
        ({"money/one/": "One", "money/two/": "Two"}, "has anchors of these pages.*orders/"),
        ({"orders/": "Orders", "money/two/": "Two"}, "leads to 'money/one/', which is no page"),
    ],
)
def test_a_move_that_cannot_be_is_named(titles: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        pages_gone(titles)
