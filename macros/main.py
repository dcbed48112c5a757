"""The names that a page may use. There are no others, so that pages stay Markdown."""

from collections.abc import Callable
from functools import partial
from typing import Any

from macros import (
    calculator_form,
    calculator_list,
    changes,
    chart,
    claim_table,
    confidence_line,
    console,
    examples,
    faults,
    figures,
    glossary,
    home,
    letters,
    notices,
    reviews,
    rule_tables,
    source_list,
    speed,
)
from macros.build_day import build_day
from macros.plugin.pages import reference_address


def define_env(env: Any) -> None:
    """Give every page of this build its macros, in the build's language."""
    lang = env.conf["theme"]["language"]

    def reference() -> str:
        """From the page that is being rendered: one name serves all of them."""
        return reference_address(env.page)

    # What follows the day of the build.
    dated: dict[str, Callable[..., str]] = {
        "figure": figures.figure,
        "answer": figures.answered,
        "confidence": partial(confidence_line.confidence, reference=reference),
        "calculator": calculator_form.calculator,
        "examples": examples.examples,
        "chart": chart.chart,
        "rule_tables": rule_tables.rule_tables,
        "rule_changes": changes.rule_changes,
        "notice_list": notices.notice_list,
        "calculator_list": calculator_list.calculator_list,
        "quick_calculator": home.quick_calculator,
        "tiles": home.tiles,
    }
    built_for = build_day(env.conf["extra"])
    for name, function in dated.items():
        env.macro(partial(function, lang=lang, built_for=built_for), name)
    macros: dict[str, Callable[..., str]] = {
        "count": home.count,
        "site_search": home.site_search,
        "doors": home.doors,
        "task_list": home.task_list,
        "proofs": home.proofs,
        "fault_table": faults.fault_table,
        "source_list": source_list.source_list,
        "claim_table": claim_table.claim_table,
        "console_places": console.console_places,
        "glossary_table": glossary.glossary_table,
        "review_list": reviews.review_list,
        "speed_table": speed.speed_table,
        "speed_ratios": speed.speed_ratios,
        "speed_stages": speed.speed_stages,
        "other_ways": speed.other_ways,
        "lacking": speed.lacking,
        "letter": partial(letters.letter, reference=reference),
        "letter_list": partial(letters.letter_list, reference=reference),
    }
    for name, function in macros.items():
        env.macro(partial(function, lang=lang), name)
