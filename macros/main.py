"""The names that a page may use. There are no others, so that pages stay Markdown."""

from functools import partial
from typing import Any

from macros import calculator_form, chart, examples, figures, rule_tables, source_lines


def define_env(env: Any) -> None:
    """Give every page of this build its macros, in the build's language."""
    lang = env.conf.theme["language"]
    for name, function in {
        "figure": figures.figure,
        "answer": figures.answered,
        "calculator": calculator_form.calculator,
        "examples": examples.examples,
        "chart": chart.chart,
        "sources": source_lines.sources,
        "rule_tables": rule_tables.rule_tables,
    }.items():
        env.macro(partial(function, lang=lang), name)
