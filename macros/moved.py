"""Addresses that have moved, ``docs/moved.toml``: what leads a reader from the old to the new one.

A page that stays gets its former anchors back, unseen, each with a link to where its section is
now; a page that is gone becomes a file of such links. ``theme/pages/moved.js`` follows them; where
no script runs, they can be read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads

from mkdocs.utils import get_relative_url

from macros.templating import render, words

MOVED = Path(__file__).parents[1] / "docs" / "moved.toml"


@dataclass(frozen=True)
class Move:
    """One address: page and anchor that were, page and anchor that are; no anchor is empty."""

    page: str
    anchor: str
    to_page: str
    to_anchor: str


@dataclass(frozen=True)
class Link:
    """What stands where ``anchor`` was: the address from there, and the title of its page."""

    anchor: str
    address: str
    title: str


@cache
def moves() -> tuple[Move, ...]:
    """All moves, in the file's order; raises ``ValueError`` where an address moved twice."""
    entries = loads(MOVED.read_text(encoding="utf-8")).get("moved", [])
    found = tuple(Move(*_split(each["from"]), *_split(each["to"])) for each in entries)
    places = [(each.page, each.anchor) for each in found]
    if twice := {each for each in places if places.count(each) > 1}:
        raise ValueError(f"moved.toml: more than one line for {sorted(twice)}")
    return found


def links(page: str, titles: Mapping[str, str]) -> list[Link]:
    """The anchors of ``page`` (``orders/late-delivery/``) that have moved.

    ``titles`` are those of the pages by their address; raises ``ValueError`` for one that is none.
    """
    return [_link(each, titles) for each in moves() if each.page == page and each.anchor]


def pages_gone(titles: Mapping[str, str]) -> dict[str, Link]:
    """The pages that are gone, each with its successor.

    Raises ``ValueError`` for a page that is still there, and for anchors of one that has none.
    """
    gone = {each.page: _link(each, titles) for each in moves() if not each.anchor}
    if there := gone.keys() & titles.keys():
        raise ValueError(f"moved.toml says that these pages are gone: {sorted(there)}")
    if lost := {each.page for each in moves()} - gone.keys() - titles.keys():
        raise ValueError(f"moved.toml has anchors of these pages, but not their own: {lost}")
    return gone


def stub(page: str, successor: Link, titles: Mapping[str, str], *, lang: str, **site: str) -> str:
    """The file in place of a page that is gone.

    ``site`` has the address of ``successor`` as search engines are to know it (``canonical``),
    that of the ``icon`` and that of the ``script``.
    """
    return render(
        "moved_page.html",
        successor=successor,
        links=links(page, titles),
        lang=lang,
        words=words(lang)["moved"],
        **site,
    )


def _link(move: Move, titles: Mapping[str, str]) -> Link:
    if move.to_page not in titles:
        raise ValueError(f"moved.toml leads to {move.to_page!r}, which is no page")
    address = get_relative_url(move.to_page, move.page)
    anchor = f"#{move.to_anchor}" if move.to_anchor else ""
    return Link(move.anchor, address + anchor, titles[move.to_page])


def _split(address: str) -> tuple[str, str]:
    page, _, anchor = address.partition("#")
    return page, anchor
