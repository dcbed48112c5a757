"""Two versions asked the same: which answers and figures differ, and by how much."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators import definition
from calculators.core.answers import Answer
from calculators.core.outcome.outputs import outputs_of
from tools.changes import Call, Question
from tools.changes.pages import Pages, Typed
from tools.changes.questions import example_questions, grid
from tools.changes.rules import RuleChange, days_of, rule_changes
from tools.changes.tree import Answers, Tree

_SAID = ("steps", "warnings", "excludes")


@dataclass(frozen=True)
class AnswerChange:
    """One question that the two versions answer differently."""

    question: Question
    before: Answer
    after: Answer

    @property
    def outputs(self) -> list[str]:
        """The outputs that differ."""
        if not (self.before["ok"] and self.after["ok"]):
            return []
        old, new = self.before["outputs"], self.after["outputs"]
        return [name for name in {**old, **new} if old.get(name) != new.get(name)]

    def moved(self) -> Decimal:
        """By how much the first amount that differs is more than it was; 0 where none does."""
        described = outputs_of(definition(self.question.calculator).outputs)
        for name in self.outputs:
            if name in described and described[name].kind == "money":
                one, other = (
                    each["outputs"].get(name) for each in (self.before, self.after) if each["ok"]
                )
                if one is not None and other is not None:
                    return Decimal(str(other)) - Decimal(str(one))
        return Decimal(0)


@dataclass(frozen=True)
class FigureChange:
    """A figure in pages that says another thing on ``day``."""

    call: Call
    pages: list[str]
    day: date
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Changes:
    """All that differs; ``asked`` counts situations by calculator and day.

    ``figures`` are ``None`` where one version cannot be asked for them; ``gone`` are calculators
    that there are no more.
    """

    gone: list[str]
    rules: list[RuleChange]
    examples: dict[str, list[AnswerChange]]
    situations: dict[tuple[str, str], list[AnswerChange]]
    figures: list[FigureChange] | None
    typed: list[Typed]
    asked: Mapping[tuple[str, str], int]
    examples_asked: int
    names: Mapping[Question, str]


def changes(old: Tree, new: Tree, lang: str, today: date) -> Changes:
    """Ask both; raises :class:`~tools.changes.UnusableError` where one cannot answer."""
    _at_once(lambda tree: tree.described, old, new)
    rules = list(rule_changes(old, new, today))
    pages = Pages(new.folder)
    calls = pages.calls()
    names = example_questions(old, new)
    situations = [each for each in grid(new, rules, today) if each not in names]
    questions = [*names, *situations]
    figures = [(call, day) for call in calls for day in days_of(rules, today)]
    one, other = _at_once(lambda tree: tree.answered(questions, figures, lang, today), old, new)
    differing = list(_differing(questions, one.answers, other.answers))
    return Changes(
        gone=[each for each in old.described if each not in new.described],
        rules=rules,
        examples=_grouped([each for each in differing if each.question in names]),
        situations=_by_day([each for each in differing if each.question not in names]),
        figures=_figures(figures, one, other, calls),
        typed=list(pages.typed(rules)),
        asked=_counted(situations),
        examples_asked=len(names),
        names=names,
    )


def _at_once[T](ask: Callable[[Tree], T], *trees: Tree) -> list[T]:
    with ThreadPoolExecutor(len(trees)) as each:
        return list(each.map(ask, trees))


def _differing(
    questions: list[Question], old: list[Answer], new: list[Answer]
) -> Iterator[AnswerChange]:
    for question, before, after in zip(questions, old, new, strict=True):
        if _told(before) != _told(after):
            yield AnswerChange(question, before, after)


def _told(answer: Answer) -> object:
    """What readers see of it, but for its sources and what is announced for later."""
    if not answer["ok"]:
        return [(each["field"], each["code"]) for each in answer["errors"]]
    said = [[each["text"] for each in answer[kind]] for kind in _SAID]  # type: ignore[literal-required]
    return answer["outputs"], answer["headline"], answer["tone"], said


def _grouped(found: list[AnswerChange]) -> dict[str, list[AnswerChange]]:
    grouped: dict[str, list[AnswerChange]] = {}
    for each in found:
        grouped.setdefault(each.question.calculator, []).append(each)
    return grouped


def _by_day(found: list[AnswerChange]) -> dict[tuple[str, str], list[AnswerChange]]:
    """Those whose money moves most come first."""
    grouped: dict[tuple[str, str], list[AnswerChange]] = {}
    for each in sorted(found, key=lambda each: -abs(each.moved())):
        grouped.setdefault((each.question.calculator, each.question.on), []).append(each)
    return dict(sorted(grouped.items()))


def _counted(questions: list[Question]) -> dict[tuple[str, str], int]:
    counted: dict[tuple[str, str], int] = {}
    for each in questions:
        key = (each.calculator, each.on)
        counted[key] = counted.get(key, 0) + 1
    return counted


def _figures(
    asked: list[tuple[Call, date]], old: Answers, new: Answers, pages: Mapping[Call, list[str]]
) -> list[FigureChange] | None:
    """Each figure once: on the first day on which it says another thing."""
    if old.figures is None or new.figures is None:
        return None
    found: dict[Call, FigureChange] = {}
    for (call, day), before, after in zip(asked, old.figures, new.figures, strict=True):
        if before != after and call not in found:
            found[call] = FigureChange(call, sorted(pages[call]), day, before, after)
    return list(found.values())
