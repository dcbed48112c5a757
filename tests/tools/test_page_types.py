"""The types that JavaScript is checked against are those that the Python declares."""

import sys
from types import ModuleType
from typing import TypedDict

import pytest

from tools.page_types import COMMAND, TYPES, declarations


def test_the_file_is_what_the_declarations_give() -> None:
    assert TYPES.read_text(encoding="utf-8") == declarations(), f"run {COMMAND}"


def test_what_json_has_not_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Strange(TypedDict):
        amount: complex

    made = ModuleType("made")
    Strange.__module__ = made.__name__
    vars(made)["Strange"] = Strange
    monkeypatch.setitem(sys.modules, made.__name__, made)
    with pytest.raises(TypeError, match=r"JSON has no .*complex"):
        declarations([made.__name__])
