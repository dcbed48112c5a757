"""How long a page is on a phone, and how much of what stands open on it is about its sources."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page

PHONE = {"width": 390, "height": 844}
# In Chinese a page says the same in less room.
SCREENS = {"zh": 5.0, "en": 6.0}
ABOUT_SOURCES = 0.03

_SPEAKS_OF_SOURCES = {
    "zh": re.compile(
        "转载|转述|副本|(?<!关店)公示|文章|查到|查不到|未见|出处|来源|版本|依据|原文|细则写|规则没有写|征求意见"
    ),
    "en": re.compile(
        r"repost|cop(?:y|ies)|article\b(?! \d)|not found|source|version|announce|wording"
        r"|does not say|draft",
        re.IGNORECASE,
    ),
}
_SENTENCE = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+")
# The texts of paragraphs, list items and table rows that a reader sees without opening anything.
_OPEN_TEXTS = """
() => {
  const page = document.querySelector("article").cloneNode(true)
  const asides = ".sources, .confidence, .examples, .calculator-frame, .review-dates, .moved"
  const closed = "details:not([open]) > :not(summary)"
  for (const each of page.querySelectorAll(`${asides}, ${closed}, .headerlink, figure, svg`)) {
    each.remove()
  }
  const holders = [...page.querySelectorAll("p, li, tr, dt, dd")]
  const whole = holders.filter((each) => !each.querySelector("p, li, tr, dt, dd"))
  return whole.map((each) => each.textContent.replace(/\\s+/g, " ").trim())
}
"""
# What tells of a calculator's start comes and goes.
_SCREENS = """
() => {
  for (const each of document.querySelectorAll(".calculator__progress")) each.hidden = true
  return document.documentElement.scrollHeight / innerHeight
}
"""


@dataclass(frozen=True)
class Length:
    """``screens`` of a phone; ``sentences`` that stand open, and those of them about sources."""

    screens: float
    sentences: int
    about_sources: list[str]

    @property
    def share(self) -> float:
        """The part of the open sentences that is about sources."""
        return len(self.about_sources) / max(self.sentences, 1)


def length(page: Page, lang: str) -> Length:
    """The length of the page that is open, at the size of :data:`PHONE`."""
    sentences = [
        sentence.strip()
        for text in page.evaluate(_OPEN_TEXTS)
        for sentence in _SENTENCE.split(text)
        if sentence.strip()
    ]
    about = [each for each in sentences if _SPEAKS_OF_SOURCES[lang].search(each)]
    return Length(page.evaluate(_SCREENS), len(sentences), about)
