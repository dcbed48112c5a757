"""The faults of ``docs/faults.toml`` as test parameters, each in both languages."""

import pytest

from macros.faults import faults
from tests.support.markdown import LANGUAGES


def tried(fault: str) -> pytest.MarkDecorator:
    """Give a test the ``fault`` of that id, and the ``lang`` of a reader."""
    return pytest.mark.parametrize(
        ("fault", "lang"), [pytest.param(faults()[fault], lang, id=lang) for lang in LANGUAGES]
    )
