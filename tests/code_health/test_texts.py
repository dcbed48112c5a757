"""Sentences: what an answer may lack has words of its own. What the languages share is checked."""

from types import NoneType
from typing import get_args, get_type_hints

import pytest

from calculators import CALCULATORS, definition
from calculators.core.resources import read_toml


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_an_output_that_may_be_missing_says_what_that_means(calculator: str) -> None:
    """Guards against an empty line where an answer has nothing to say."""
    described = definition(calculator)
    missing = {
        name
        for name, kind in get_type_hints(described.outputs).items()
        if NoneType in get_args(kind)
    }
    said = read_toml(described.package, "zh.toml")["outputs"]
    silent = [name for name in missing if name in said and "none" not in said[name]]
    assert silent == [], 'add none = "…" below [outputs.<name>]'
