"""The browser's Python as it is shipped answers as native Python does: under Node, and fast.

``tests/browser/test_shipped.py`` asks the same of a browser.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from macros.bundle import library
from macros.bundle.build import FOLDER, bundle
from macros.bundle.lean.runtime import FILES, answers, shrink
from macros.bundle.running import PYODIDE, run
from tests.support.corpus import INPUTS, Call, generated, native, of_examples, of_files
from tests.support.markdown import LANGUAGES, ROOT

SHIPPED = ROOT / "tests" / "support" / "shipped.mjs"
AT_ONCE = 2_000


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worker's script, with all that it fetches beside it."""
    folder, shipped = tmp_path_factory.mktemp("shipped"), bundle()
    shipped.write(folder)
    return folder / FOLDER / shipped.scripts.worker


def _told(worker: Path, lang: str, calls: Iterable[Call]) -> list[Any]:
    """What the worker says to each of ``calls``."""
    told: list[Any] = json.loads(run(SHIPPED, str(worker), lang, given=json.dumps(list(calls))))
    return told


def _same(worker: Path, lang: str, calls: list[Call]) -> None:
    for call, told in zip(calls, _told(worker, lang, calls), strict=True):
        assert told == native(call), call


def test_no_step_was_left_out() -> None:
    assert bundle().left_out == ()


def test_a_mistake_of_ours_shows_its_lines(worker: Path) -> None:
    (told,) = _told(worker, "en", [("ask", json.dumps({"calculator": "late-delivery"}))])
    frames = re.findall(r'File "(calculators/[^"]*\.py)", line (\d+), in (\w+)', told["error"])
    assert [name for *_, name in frames] == ["reply", "answer_to"]
    path, line, _ = frames[-1]
    assert 'question["inputs"]' in (ROOT / path).read_text("utf-8").splitlines()[int(line) - 1]
    assert told["error"].splitlines()[-1] == "KeyError: 'inputs'"


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_and_every_kind_of_file(worker: Path, lang: str) -> None:
    calls = [*of_examples(lang), *of_files(lang)]
    assert len({name for name, _ in calls}) == 5
    _same(worker, lang, calls)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_many_inputs(worker: Path, lang: str) -> None:
    calls = list(generated(lang, INPUTS // len(LANGUAGES), seed=2))
    for begin in range(0, len(calls), AT_ONCE):
        _same(worker, lang, calls[begin : begin + AT_ONCE])


def test_a_step_that_fails_is_told_and_what_was_before_it_stays(tmp_path: Path) -> None:
    (told,) = shrink(tmp_path, tmp_path, steps=("no_such_step.mjs", "cut.mjs"))
    assert told.startswith("no_such_step.mjs")
    assert all((tmp_path / name).read_bytes() == (PYODIDE / name).read_bytes() for name in FILES)


@pytest.mark.slow
def test_each_step_works_without_the_one_before_it(tmp_path: Path) -> None:
    parts, runtime = tmp_path / "parts", tmp_path / "runtime"
    parts.mkdir()
    runtime.mkdir()
    library.make(parts, replaced=False)
    answers(PYODIDE, parts)
    # Each of its steps is tried with that library.
    assert shrink(runtime, parts) == []
