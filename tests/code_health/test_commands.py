"""Commands that papers, pages and machines name are there, and take what they are given."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from tests.support.repository import ROOT, files, read

PAPERS = [
    path
    for path in files()
    if re.fullmatch(r"[A-Z]+\.md|docs/\w+/contribute/.*\.md|\.github/.*|\.ci/.*", path)
]
WORKFLOWS = [path for path in files() if path.startswith(".github/workflows/")]
# Where a name follows that is none of ours to keep: `make` alone, and "make it so".
_MAKE = re.compile(r"(?:`|^\s*|run: |step |=\S+ )make ([a-z][\w-]*)", re.MULTILINE)
_MODULE = re.compile(r"(?:python3?|py) -m ([a-z][\w.]*)([^`\n]*)")
# Ours take --help; the others are somebody else's, whose options are in their own papers.
_OURS = ("calculators", "tools.watch")


@pytest.mark.parametrize("path", PAPERS)
def test_every_make_target_that_is_named_exists(path: str) -> None:
    """Guards against a README that tells newcomers to run what was renamed."""
    assert {name for name in _MAKE.findall(read(path)) if name not in _targets()} == set()


def test_every_target_is_told_and_is_no_file() -> None:
    """Guards against targets that nobody hears of, and a folder ``build`` that ends one."""
    (phony,) = re.findall(r"^\.PHONY: (.*)$", read("Makefile"), re.MULTILINE)
    assert set(phony.split()) == _targets()
    told = set(_MAKE.findall("\n".join(map(read, PAPERS))))
    assert _targets() - told == set(), "say in the README what it is for"


def test_the_targets_run_what_is_installed() -> None:
    """Guards against a target whose program left with a dependency."""
    programs = set(re.findall(r"\$\(BIN\)/([\w-]+)", read("Makefile")))
    missing = [each for each in programs if not (Path(sys.executable).parent / each).exists()]
    assert missing == []


@pytest.mark.parametrize("path", [*PAPERS, "Makefile"])
def test_every_module_that_is_run_exists_and_knows_its_options(path: str) -> None:
    """Guards against an option that was renamed in code and not in the papers."""
    for module, rest in _modules(path):
        assert find_spec(module), f"{path}: python -m {module}"
        if module.startswith(_OURS):
            words = shlex.split(rest.partition("#")[0].partition("|")[0].partition(">")[0])
            options = {word.partition("=")[0] for word in words if word.startswith("--")}
            unknown = {each for each in options if not re.search(rf"{each}\b", _help(module))}
            assert unknown == set(), f"{path}: python -m {module} {rest}"


def _targets() -> set[str]:
    return set(re.findall(r"^([\w-]+):(?!=)", read("Makefile"), re.MULTILINE))


def _modules(path: str) -> Iterator[tuple[str, str]]:
    for module, rest in _MODULE.findall(read(path)):
        yield module, rest.rstrip(").")


@cache
def _help(module: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", module, "--help"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return ran.stdout


def test_the_whole_check_runs_the_readme_s_commands() -> None:
    """Guards against a check that passes where a contributor's ``make`` fails, or the reverse."""
    run = set(_MAKE.findall(read(".ci/run")))
    assert {"lint", "test-all"} <= run
    assert not re.search(r"\b(?:pytest|ruff|mypy|mkdocs|npm|eslint|tsc)\b", _code(".ci/run"))


@pytest.mark.parametrize("path", WORKFLOWS)
def test_a_workflow_runs_what_one_can_run_at_home(path: str) -> None:
    """Guards against steps that only a machine of GitHub's can repeat."""
    ours = re.compile(
        r"\.ci/(?:run|install)|(?:SITE_URL=\S+ )?make [a-z-]+(?: TESTS=\S+)?"
        r"(?: >> .\$GITHUB_STEP_SUMMARY.)?"
        r"|(?:then |else |\.venv/bin/)?python -m (?:tools|calculators)\b.*|fi|if git clone.*"
        r"|gh release create .*"
    )
    for name, job in yaml.safe_load(read(path))["jobs"].items():
        for step in job["steps"]:
            lines = [line.strip() for line in step.get("run", "").splitlines()]
            assert [line for line in lines if not ours.fullmatch(line)] == [], name


@pytest.mark.parametrize("path", WORKFLOWS)
def test_a_workflow_may_do_no_more_than_it_says(path: str) -> None:
    """Guards against a token that can write where a step only reads, and jobs that never end."""
    workflow = yaml.safe_load(read(path))
    assert workflow["permissions"]["contents"] == "read"
    for name, job in workflow["jobs"].items():
        assert 0 < job["timeout-minutes"] <= 60, name


def _code(path: str) -> str:
    """A shell script without its comments."""
    return re.sub(r"^\s*#.*$", "", read(path), flags=re.MULTILINE)
