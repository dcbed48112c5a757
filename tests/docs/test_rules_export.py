"""rules.json has every rule that is written down, and every text that it names."""

import json
import tomllib
from collections import Counter
from datetime import date

import pytest

from calculators import CALCULATORS
from macros.rules_export import RulesFile, rules_export
from tests.support.markdown import ROOT
from tests.support.pinned import TODAY
from tests.support.shapes import differences


@pytest.fixture(scope="module")
def exported() -> RulesFile:
    file: RulesFile = json.loads(rules_export(TODAY))
    return file


def test_every_entry_of_every_calculator_is_there(exported: RulesFile) -> None:
    written: Counter[tuple[str, str]] = Counter()
    for calculator in CALCULATORS:
        path = ROOT / "calculators" / calculator.replace("-", "_") / "rules.toml"
        for key, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for entry in entries:
                written[f"{calculator}.{key}", str(entry["valid_from"])] += 1
    found = Counter((each["id"], each["valid_from"] or "unknown") for each in exported["rules"])
    assert found == written


def test_each_text_that_is_named_is_there_and_no_other(exported: RulesFile) -> None:
    named = {each for rule in exported["rules"] for each in (*rule["sources"], *rule["against"])}
    assert named == exported["sources"].keys()


def test_it_has_the_shape_that_is_declared(exported: RulesFile) -> None:
    assert list(differences(exported, RulesFile)) == []


def test_a_value_is_a_number_as_its_unit_is_written(exported: RulesFile) -> None:
    for rule in exported["rules"]:
        texts = rule["unit"] in {"yuan", "percent"}
        wanted = type(None) if rule["kind"] != "value" else str if texts else int
        assert type(rule["value"]) is wanted, rule["id"]


def test_the_same_rules_give_the_same_bytes_and_the_day_is_said() -> None:
    assert rules_export(TODAY) == rules_export(TODAY)
    assert json.loads(rules_export(date(2027, 1, 31)))["built_for"] == "2027-01-31"
