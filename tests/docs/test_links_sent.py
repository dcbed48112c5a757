"""What a chat shows of a link, and what stands where there is no page."""

import re
from pathlib import Path

import pytest

from tests.support.built import HOST, PREFIX
from tests.support.markdown import LANGUAGES, html_of, page, stems


def _root(site: Path, lang: str) -> Path:
    return site / "en" if lang == "en" else site


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_says_what_it_is(site: Path, lang: str) -> None:
    for stem in stems(lang):
        html = html_of(site, lang, stem).read_text(encoding="utf-8")
        said = dict(re.findall(r'<meta property="(og:[\w:]+)" content="([^"]+)"', html))
        assert f"title: {said['og:title']}" in page(lang, stem).front, stem
        assert said["og:description"]
        assert said["og:url"] in re.findall(r'<link rel="canonical" href="([^"]+)"', html)
        assert said["og:image"] == f"http://{HOST}{PREFIX}assets/card.png"


def test_the_picture_is_square_and_small(site: Path) -> None:
    picture = (site / "assets" / "card.png").read_bytes()
    assert picture[16:20] == picture[20:24] == (600).to_bytes(4)
    assert len(picture) < 40_000


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有找到这一页"), ("en", "was not found")])
def test_where_there_is_no_page_its_language_says_so(site: Path, lang: str, said: str) -> None:
    html = (_root(site, lang) / "404.html").read_text(encoding="utf-8")
    article = html.partition("<article")[2].partition("</article>")[0]
    assert said in article
    assert 'class="site-search"' in article
    links = re.findall(r'class="row" href="([^"]+)"', article)
    assert len(links) == 6
    # It is served at any depth, so its links begin at the root.
    root = PREFIX + ("en/" if lang == "en" else "")
    assert all(each.startswith(root) for each in links)
    assert ("/en/" in links[0]) == (lang == "en")
