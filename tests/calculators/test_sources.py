"""The register of sources: complete, in both languages, and each entry used or kept on purpose."""

import re

from calculators.core.rules.dated_rules import UNITS
from calculators.core.rules.sources import register

FIGURE = re.compile(rf"\d+(?:\.\d+)? (?:{'|'.join(UNITS)})")
SOURCES = list(register())


def test_what_was_seen_is_told_apart() -> None:
    for source in SOURCES:
        if source.kind == "choice":
            assert source.publisher == "handbook"
            assert source.seen == "original"
        if source.publisher == "rule-centre":
            assert source.seen == "copy", f"{source.id}: nobody opened the original"


def test_no_claim_of_the_articles_is_a_source() -> None:
    assert [each.id for each in SOURCES if re.match(r"s[0-4][a-n]?-\d", each.id)] == []
