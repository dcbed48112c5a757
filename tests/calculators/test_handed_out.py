"""What is handed out cannot be changed by who receives it.

``history()["flat"].append(…)`` once broke every later answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from calculators import CALCULATORS, definition
from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.rules.sources import register
from tests.support.cases import shown_case
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED, TODAY

DAY = date.fromisoformat(PINNED)


def _answer(described: Definition) -> object:
    case = shown_case(described.id)
    return evaluate(described.id, case.inputs, "en", case.on, TODAY)


HANDED_OUT: dict[str, Callable[[Definition], object]] = {
    "answer": _answer,
    "answer to nothing": lambda described: evaluate(described.id, {"strange": ""}, on="never"),
    "history": lambda described: described.rule_book.history(),
    "rules of a day": lambda described: list(described.rule_book.on(DAY)),
    "changes": lambda described: described.rule_book.changes(),
    "what lies ahead": lambda described: described.rule_book.after(date(2020, 1, 1)),
    "best sources": lambda described: [
        rule.best_sources(DAY)
        for values in described.rule_book.history().values()
        for rule in values
    ],
    "examples": lambda described: described.cases(),
    "fields": lambda described: fields_of(described.inputs),
    "outputs": lambda described: outputs_of(described.outputs),
    "form": lambda described: described.in_form,
    "files": lambda described: described.files,
    "sources": lambda _: list(register()),
    "publishers": lambda _: register().publishers,
    "copies": lambda _: register().copies,
}


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_changing_it_changes_nothing(calculator: str) -> None:
    described = definition(calculator)
    for what, ask in HANDED_OUT.items():
        before = _plain(ask(described)), _plain(_answer(described))
        _spoil(ask(described))
        assert (_plain(ask(described)), _plain(_answer(described))) == before, what


def test_what_can_be_spoiled_is() -> None:
    inner = [1]
    handed: dict[str, Any] = {"list": inner, "mapping": {"a": [1]}}
    _spoil(handed)
    assert not inner
    assert not handed


def _spoil(value: Any) -> None:
    """Change ``value`` and all within it, wherever it lets itself be changed."""
    if is_dataclass(value):
        for each in fields(value):
            _spoil(getattr(value, each.name))
            with pytest.raises(AttributeError):
                setattr(value, each.name, None)
        return
    if isinstance(value, Mapping | list | tuple | frozenset | set):
        for each in list(value.values() if isinstance(value, Mapping) else value):
            _spoil(each)
    if isinstance(value, dict | list | set):
        value.clear()


def _plain(value: Any) -> Any:
    """``value`` as built-in objects of its own, so that two moments can be compared."""
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value
