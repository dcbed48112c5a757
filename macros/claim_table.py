"""The register as a page: every claim, its verdict, the reason, and where it lives."""

from collections import Counter

from calculators.core.rules.sources import register
from macros.list_filter import list_filter
from macros.register import VERDICTS, claims
from macros.templating import render, shared_texts, words


def claim_table(*, lang: str) -> str:
    """All claims under a folded heading a topic, as Markdown, with a filter."""
    site_words = words(lang)
    names, topics = site_words["claims"], site_words["topics"]
    counts = Counter(claim.verdict for claim in claims())
    numbers = Counter(claim.topic for claim in claims())
    sections = [
        f"## {topics[topic]} {names['of_topic'].format(topic=topic, count=numbers[topic])} "
        f"{{ #{topic.lower()} .folded }}\n\n{_section(topic, lang)}"
        for topic in numbers
    ]
    chips = [(each, f"{names['verdicts'][each]} {counts[each]}") for each in VERDICTS]
    filtering = list_filter(".claim", names["ask"], chips, lang=lang)
    return "\n\n".join([filtering, *sections])


def _section(topic: str, lang: str) -> str:
    texts = shared_texts(lang)
    return render(
        "claims.html",
        claims=[
            {
                "claim": claim,
                "words": claim.words(lang),
                "says": claim.says(lang),
                "sources": [
                    (each.id, each.title[lang]) for each in register().of(claim.sources.split())
                ],
                "reason": claim.reason(lang),
                "confidence": texts.get("confidence", claim.confidence),
            }
            for claim in claims()
            if claim.topic == topic
        ],
        words=words(lang)["claims"],
    )
