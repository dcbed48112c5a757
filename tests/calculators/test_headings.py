"""The names by which tables call the inputs: in both languages, and each for one field only."""

import re
from collections import defaultdict

import pytest

from calculators import CALCULATORS, definition
from calculators.core.inputs.fields import fields_of
from calculators.core.table.names import ON, key
from calculators.core.text.catalogue import LANGUAGES, Texts

SEPARATORS = {"zh": "、", "en": ", "}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_every_field_has_a_few_headings(calculator: str, lang: str) -> None:
    texts = definition(calculator).texts(lang)
    for field in _fields(calculator):
        headings = _headings(texts, field)
        assert 2 <= len(set(headings)) <= 16, field
        assert all(map(key, headings)), f"{field}: a heading of nothing is every blank column's"
        mixed = [heading for heading in headings if re.search(r"[、,，;；]", heading)]
        assert mixed == [], f"{field}: names are parted by {SEPARATORS[lang]!r}"


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_no_heading_stands_for_two_fields(calculator: str) -> None:
    meant = defaultdict(set)
    for field in _fields(calculator):
        meant[key(field)].add(field)
        for texts in map(definition(calculator).texts, LANGUAGES):
            for name in (texts.get("fields", field, "label"), *_headings(texts, field)):
                meant[key(name)].add(field)
    assert {name: fields for name, fields in meant.items() if len(fields) > 1} == {}


def _fields(calculator: str) -> list[str]:
    return [*fields_of(definition(calculator).inputs), ON]


def _headings(texts: Texts, field: str) -> list[str]:
    """A field's own names, and those that the core has for all fields of its name."""
    listed = [("fields", field, "headings"), ("headings", field)]
    return [
        name
        for path in listed
        if texts.has(*path)
        for name in texts.get(*path).split(SEPARATORS[texts.lang])
    ]
