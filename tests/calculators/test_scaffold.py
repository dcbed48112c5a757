"""A new calculator: what is laid works at once, and what is left unwritten is found."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

import calculators
from calculators import CALCULATORS
from calculators.core.text.catalogue import LANGUAGES
from calculators.scaffold import MARKS, CalculatorNameError, create_calculator, next_steps
from checks.marks import HALF_WIDTH
from macros.bundle.library import calculator_sources

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
# All that the tests of the calculators need.
PARTS = ("calculators", "macros/texts", "tests/calculators", "tests/code_health", "tests/support")
FILES = (".gitignore", "pyproject.toml", "tests/__init__.py", "tests/conftest.py")

# Those that are run for a calculator alone.
FOLDERS = ("tests/calculators", "tests/code_health")


def _unwritten(folder: Path) -> list[str]:
    """The lines of the calculator in ``folder`` that still hold what the scaffold put there."""
    return [
        f"{folder.name}/{path.name}:{number}: {line.strip()}"
        for path in sorted(folder.glob("*.*"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if any(mark in line for mark in MARKS)
    ]


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_nothing_of_the_scaffold_is_left(calculator: str) -> None:
    left = _unwritten(ROOT / "calculators" / calculator.replace("-", "_"))
    assert left == [], "\n".join(["still to be written:", *left])


def test_each_laid_file_says_what_to_replace(tmp_path: Path) -> None:
    laid = create_calculator("my-rule", tmp_path, TODAY)
    assert {path.parent for path in laid} == {tmp_path / "my_rule"}
    marked = {line.partition(":")[0] for line in _unwritten(tmp_path / "my_rule")}
    assert marked == {f"my_rule/{path.name}" for path in laid}
    cases = tomllib.loads((tmp_path / "my_rule" / "cases.toml").read_text(encoding="utf-8"))
    assert cases["on"] == TODAY.isoformat()


@pytest.mark.slow
def test_what_is_laid_passes_every_test_once_it_is_on_the_list(tmp_path: Path) -> None:
    project = _copy(tmp_path)
    laid = create_calculator("a-rule-to-be", project / "calculators", TODAY)
    _put_on_the_list("a-rule-to-be", project / "calculators" / "__init__.py")
    tests = ("-m", "pytest", "-n", "0", "-p", "no:cacheprovider", *FOLDERS)
    told = _run(project, *tests, "-k", "a-rule-to-be or a_rule_to_be")
    assert int(re.findall(r"(\d+) passed", told)[-1]) > 20, told
    _run(project, "-m", "ruff", "check", "--no-cache", *laid)
    _run(project, "-m", "ruff", "format", "--no-cache", "--check", *laid)
    _run(project, "-m", "mypy", "--cache-dir", os.devnull, "-p", "calculators.a_rule_to_be")
    answer = _run(project, "-m", "calculators", "a-rule-to-be", "paid=89", "--lang", "en")
    assert "¥88.00" in answer


@pytest.mark.parametrize(
    ("calculator", "code"),
    [
        *(
            (each, "not_kebab")
            for each in ("", "My-rule", "my_rule", "my--rule", "-my", "my-", "1st")
        ),
        *(
            (each, "not_kebab")
            for each in ("规则", "my-rüle", "my-rule\n", "../my-rule", "a b", "１")
        ),
        *(
            (each, "reserved")
            for each in ("new", "core", "scaffold", "class", "import", "evaluate")
        ),
        ("late-delivery", "exists"),
    ],
)
def test_a_name_that_cannot_be_had_is_refused(tmp_path: Path, calculator: str, code: str) -> None:
    into = tmp_path / "calculators"
    (into / "late_delivery").mkdir(parents=True)
    with pytest.raises(CalculatorNameError) as refused:
        create_calculator(calculator, into, TODAY)
    assert refused.value.code == code
    for lang in LANGUAGES:
        assert (calculator in refused.value.message(lang)) == (code != "exists")
    assert list(tmp_path.rglob("*")) == [into, into / "late_delivery"]


def test_no_folder_hides_what_the_package_calls_by_its_name(tmp_path: Path) -> None:
    # `import calculators.evaluate.calculate` would make calculators.evaluate that folder.
    names = {name.replace("_", "-") for name in vars(calculators) if re.match("[a-z]", name)}
    folders = {path.name.replace("_", "-") for path in (ROOT / "calculators").iterdir()}
    assert [name for name in names - folders if _can_be_had(name, tmp_path)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_next_steps_can_be_copied(lang: str) -> None:
    lines = [line.strip() for line in next_steps("my-rule", lang).splitlines()]
    assert '"my-rule",' in lines
    assert '{{ calculator("my-rule") }}' in lines
    assert '{{ examples("my-rule") }}' in lines
    run = f'{" ".join(FOLDERS)} -k "my-rule or my_rule"'
    assert any(line.endswith(run) for line in lines)
    guide = ROOT / "docs" / lang / "contribute" / "add-a-calculator.md"
    assert lines[-1].endswith(guide.relative_to(ROOT).as_posix())
    assert guide.is_file()


def test_both_languages_say_the_same_things() -> None:
    folder = ROOT / "calculators" / "scaffold"
    zh, en = (
        tomllib.loads((folder / f"{lang}.toml").read_text(encoding="utf-8")) for lang in LANGUAGES
    )
    assert zh.keys() == en.keys()
    assert zh["refused"].keys() == en["refused"].keys()
    prose = re.sub(r"\{\{.*?\}\}|`.*?`", "", zh["next_steps"])
    assert not HALF_WIDTH.search("\n".join((prose, *zh["refused"].values())))


def test_the_browser_is_not_sent_the_scaffold() -> None:
    sources = calculator_sources()
    assert "calculators/core/text/catalogue.py" in sources
    assert [name for name in sources if "scaffold" in name] == []


def _can_be_had(calculator: str, into: Path) -> bool:
    try:
        return bool(create_calculator(calculator, into, TODAY))
    except CalculatorNameError:
        return False


def _copy(into: Path) -> Path:
    """The project's calculators with their tests, but for this one, which the example fails."""
    leave = shutil.ignore_patterns("__pycache__", "test_scaffold.py")
    for part in PARTS:
        shutil.copytree(ROOT / part, into / part, ignore=leave)
    for name in FILES:
        shutil.copyfile(ROOT / name, into / name)
    return into


def _put_on_the_list(calculator: str, file: Path) -> None:
    """Do what the author is told to: one line at the end of the list."""
    text = file.read_text(encoding="utf-8")
    listed, end, rest = text.partition('",\n)\n')
    assert end, "the list ends with a line of its own"
    file.write_text(f'{listed}",\n    "{calculator}",\n)\n{rest}', encoding="utf-8")


def _run(project: Path, *arguments: str | Path) -> str:
    """What Python says to ``arguments`` in the folder ``project``, where it must succeed."""
    ran = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout
