"""What changed in the rules, newest first: generated from the dated values and formulas."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from calculators import CALCULATORS, evaluate
from calculators.core.answers import OkAnswer
from calculators.core.definition import Definition
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.presentation import column_label, inputs_in_words, output_words
from calculators.core.rules.dated_rules import Rule
from calculators.core.text.catalogue import Texts
from macros.calculator_list import homes
from macros.lookup import known
from macros.templating import render, words


@dataclass(frozen=True)
class Change:
    """What began on one day in one calculator, with the sentences that say what changed."""

    day: date
    definition: Definition
    rules: tuple[Rule, ...]


def rule_changes(
    *,
    lang: str,
    built_for: date,
    newest: int | None = None,
    up: str = "../",
    brief: bool = False,
) -> str:
    """The changes up to the build's day and those announced, or the ``newest`` of them.

    ``up`` leads from the page to the site's root. ``brief``: of each a row with what changed first.
    """
    found = sorted(_changes(), key=lambda change: change.day, reverse=True)
    entries = [_entry(each, lang, built_for, up) for each in found[:newest]]
    return render(
        "changes_brief.html" if brief else "changes.html",
        changes=entries,
        words=words(lang)["changes"],
    )


def _changes() -> Iterator[Change]:
    for calculator in CALCULATORS:
        book = known(calculator).rule_book
        for day in book.changes():
            # What changed in a part of it stands with that part.
            begun = tuple(
                each
                for each in book.begun_on(day)
                if each.changed and each.id.startswith(f"{calculator}.")
            )
            if begun:
                yield Change(day, known(calculator), begun)


def _entry(change: Change, lang: str, built_for: date, up: str) -> dict[str, Any]:
    definition, texts = change.definition, change.definition.texts(lang)
    return {
        "day": change.day,
        "older": all(each.older for each in change.rules),
        "ahead": change.day > built_for,
        "title": texts.get("title"),
        "href": f"{up}{homes(lang)[definition.id]}/#{definition.id}-calculator",
        "sentences": list(dict.fromkeys(each.changed[lang] for each in change.rules)),
        "example": _example(change, lang),
    }


def _example(change: Change, lang: str) -> dict[str, str] | None:
    """A typical order before and after: the first shown example whose answer is another."""
    definition = change.definition
    days = (change.day - timedelta(days=1), change.day)
    for case in definition.cases():
        if not case.get("show"):
            continue
        first, second = (
            evaluate(definition.id, case["inputs"], lang, day.isoformat(), change.day)
            for day in days
        )
        if first["ok"] and second["ok"] and first["outputs"] != second["outputs"]:
            texts = definition.texts(lang)
            return {
                "inputs": _listed(_typed(definition, second, case, lang), lang),
                "before": _listed(_differing(definition, first, second, texts), lang),
                "after": _listed(_differing(definition, second, first, texts), lang),
            }
    return None


def _typed(
    definition: Definition, answer: OkAnswer, case: dict[str, Any], lang: str
) -> Iterator[tuple[str, str]]:
    """What the example types, by label."""
    texts = definition.texts(lang)
    for name, text in inputs_in_words(definition, answer, texts):
        if name in case["inputs"]:
            yield texts.get("fields", name, "label"), text


def _differing(
    definition: Definition, answer: OkAnswer, other: OkAnswer, texts: Texts
) -> Iterator[tuple[str, str]]:
    """The headlines of an answer; where they are the same in the ``other``, all that differs."""
    outputs, others = answer["outputs"], other["outputs"]
    described = outputs_of(definition.outputs)
    differing = [name for name in described if outputs[name] != others[name]]
    headlines = [name for name in differing if described[name].headline]
    for name in headlines or differing:
        yield (
            column_label(definition, name, texts),
            output_words(definition, outputs, name, texts),
        )


def _listed(pairs: Iterator[tuple[str, str]], lang: str) -> str:
    names: dict[str, str] = words(lang)["changes"]
    return names["separator"].join(f"{label}{names['is']}{text}" for label, text in pairs)
