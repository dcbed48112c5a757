"""A release says what the changelog says of its version, and of no other."""

import tomllib

import pytest

from tests.support.markdown import ROOT
from tools.release_notes import main, notes

CHANGELOG = """# Changelog

## Unreleased

- Not yet.

## 1.2.3 - 2027-01-01

For merchants:

- A calculator.

## [1.2.2]

- Before.
"""


def test_a_version_has_its_own_section() -> None:
    assert notes(CHANGELOG, "1.2.3") == "For merchants:\n\n- A calculator."
    assert notes(CHANGELOG, "1.2.2") == "- Before."
    assert notes(CHANGELOG, "1.2") == ""
    assert notes(CHANGELOG, "1x2.3") == ""


def test_another_tag_than_the_version_releases_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert main(["v99.0.0"]) == 2
    said = capsys.readouterr()
    assert (said.out, f"v{project['version']}" in said.err) == ("", True)
