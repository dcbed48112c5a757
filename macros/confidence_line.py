"""How sure an answer at the top of a page is, and the text that says most about it."""

from collections.abc import Callable
from datetime import date

from calculators.core.output.presentation import dated_title
from calculators.core.rules.confidence import CONFIDENCE
from macros.section_sources import Statement, of_rule, of_sources, sources_of
from macros.templating import render, shared_texts, words


def confidence(*ids: str, lang: str, built_for: date, reference: Callable[[], str]) -> str:
    """The lowest confidence on ``built_for`` of what is named, and its best and newest text.

    ``ids`` are those of rules (``late-delivery.maximum``) and, for what no rule holds, of sources;
    ``reference`` gives the address of the folder ``reference/``, seen from the page.
    """
    if not ids:
        raise ValueError("confidence() needs the ids of rules or sources that the answer rests on")
    stated = [_stated(each, built_for) for each in ids]
    lowest = max((level for _, level in stated), key=CONFIDENCE.index)
    texts = shared_texts(lang)
    best = next(iter(sources_of(stated, built_for)), None)
    return render(
        "confidence_line.html",
        confidence=texts.get("confidence", lowest),
        text=(best.id, dated_title(best, texts)) if best else None,
        address=reference(),
        words=words(lang)["sources"],
    )


def _stated(each: str, on: date) -> Statement:
    return of_rule(each, on) if "." in each else of_sources([each], on)
