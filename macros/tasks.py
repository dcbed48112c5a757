"""What merchants want to do and to work out, docs/tasks.toml: one list for many pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from calculators import evaluate
from calculators.core.output.presentation import inputs_in_words, output_words
from macros.lookup import known

TASKS = Path(__file__).parents[1] / "docs" / "tasks.toml"
# In a line, amounts of whole yuan go without their fen, and a midnight without its hour.
_NO_FEN = re.compile(r"\.00(?!\d)")


@dataclass(frozen=True)
class Task:
    """A page, ``orders/late-delivery``, and by language what one comes for and what it tells."""

    page: str
    icon: str
    asks: Mapping[str, str]
    about: Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """A calculator, and by language what it answers, with an example: what is entered and said."""

    calculator: str
    icon: str
    inputs: Mapping[str, str]
    asks: Mapping[str, str]
    entered: Mapping[str, str]
    said: Mapping[str, str]

    def example(self, lang: str, built_for: date) -> tuple[str, str] | None:
        """What is entered and what comes out, in words; ``None`` where no rule answers yet."""
        definition = known(self.calculator)
        texts = definition.texts(lang)
        answer = evaluate(self.calculator, self.inputs, lang, today=built_for)
        if not answer["ok"]:
            return None
        words = {
            name: _NO_FEN.sub("", text) for name, text in inputs_in_words(definition, answer, texts)
        } | {
            name: _NO_FEN.sub("", output_words(definition, answer["outputs"], name, texts))
            for name in answer["outputs"]
            if name not in self.inputs
        }
        return self.entered[lang].format(**words), self.said[lang].format(**words)


@dataclass(frozen=True)
class Group:
    """Tasks and calculators under one name; ``id`` is its anchor."""

    id: str
    name: Mapping[str, str]
    tasks: tuple[Task, ...]
    questions: tuple[Question, ...]


@cache
def groups() -> tuple[Group, ...]:
    """All groups, in the file's order."""
    return tuple(
        Group(
            each["id"],
            {lang: each[lang] for lang in ("zh", "en")},
            tuple(_task(entry) for entry in each["task"]),
            tuple(_question(entry) for entry in each.get("calculator", [])),
        )
        for each in _file()["group"]
    )


@cache
def questions() -> Mapping[str, Question]:
    """What calculators answer, by their ids."""
    return {each.calculator: each for group in groups() for each in group.questions}


def task(page: str) -> Task:
    """The task that ``page`` is about; raises ``ValueError`` where there is none."""
    for group in groups():
        for each in group.tasks:
            if each.page == page:
                return each
    raise ValueError(f"docs/tasks.toml has no page {page!r}")


def most_used() -> list[Question]:
    """Those that the first page shows as tiles."""
    return [questions()[each] for each in _file()["most_used"]]


def _task(entry: Mapping[str, Any]) -> Task:
    asks, about = ({lang: entry[lang][at] for lang in ("zh", "en")} for at in range(2))
    return Task(entry["page"], entry["icon"], asks, about)


def _question(entry: Mapping[str, Any]) -> Question:
    asks, entered, said = ({lang: entry[lang][at] for lang in ("zh", "en")} for at in range(3))
    return Question(entry["id"], entry["icon"], entry["inputs"], asks, entered, said)


@cache
def _file() -> dict[str, Any]:
    return loads(TASKS.read_text(encoding="utf-8"))
