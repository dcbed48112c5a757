"""The register as a page: every claim, its verdict, the reason, and where it lives."""

from collections import Counter

from calculators.core.rules.sources import register
from calculators.core.text.catalogue import COMMON, Texts
from macros.register import VERDICTS, claims
from macros.templating import render, words


def claim_table(*, lang: str) -> str:
    """All claims under a heading a topic, as Markdown, with what a filter needs."""
    site_words = words(lang)
    topics: dict[str, str] = site_words["topics"]
    sections = [
        f"## {topics[topic]} {'{ #' + topic.lower() + ' }'}\n\n{_section(topic, lang)}"
        for topic in dict.fromkeys(claim.topic for claim in claims())
    ]
    summary = render(
        "claim_filter.html",
        counts=Counter(claim.verdict for claim in claims()),
        total=len(claims()),
        verdicts=VERDICTS,
        topics=topics,
        words=site_words["claims"],
    )
    return "\n\n".join([summary, *sections])


def _section(topic: str, lang: str) -> str:
    texts = Texts(COMMON, lang)
    return render(
        "claims.html",
        topic=topic,
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
