"""The layers: who may import whom."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support.repository import ROOT

CALCULATORS = ROOT / "calculators"
FILES = sorted(path for path in CALCULATORS.rglob("*.py") if path.name != "__main__.py")
CORE = CALCULATORS / "core"
# The rooms of the core, lowest first: each may import those before it.
LAYERS = (
    "arithmetic",
    "memory",
    "resources",
    "text",
    "rules",
    "answers",
    "inputs",
    "outcome",
    "order_files",
    "definition",
    "composition",
    "output",
    "evaluation",
    "chart",
    "table",
)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_import_runs_up_or_across() -> None:
    """Guards against a calculator that breaks with another, and a core that knows one of them."""
    wrong = [
        f"{_name(path)} imports {module}"
        for path in FILES
        for module in _imported(path)
        if not _may_import(path.relative_to(CALCULATORS).parts[0], module)
    ]
    assert wrong == []


def _may_import(room: str, module: str) -> bool:
    top, *rest = module.split(".")
    # The package itself stands on top, with its sides to the page and to the terminal.
    if top == "calculators" and room not in {"__init__.py", "page", "terminal"}:
        return rest[:1] in (["core"], [room])
    return top not in {"macros", "mkdocs", "js", "pyodide", "tests"}


def test_each_room_of_the_core_has_its_layer() -> None:
    """Guards against a new room that the test below would not look at."""
    rooms = {_room(path) for path in CORE.rglob("*.py") if path.parent != CORE}
    files = {path.stem for path in CORE.glob("*.py")} - {"__init__"}
    assert sorted(rooms | files) == sorted(LAYERS)


def test_no_room_of_the_core_imports_one_above_it() -> None:
    """Guards against rooms that can only be understood, and loaded, all at once."""
    above = [
        f"{_name(path)} imports {_name(other)}"
        for path in sorted({*CORE.rglob("*.py")} - {CORE / "__init__.py"})
        for other in _files_imported(path)
        if CORE in other.parents and LAYERS.index(_room(other)) > LAYERS.index(_room(path))
    ]
    assert above == []


def test_no_imports_run_in_a_circle() -> None:
    """Guards against modules that import only in one order, also for types alone."""
    graph = {_name(path): map(_name, _files_imported(path)) for path in CALCULATORS.rglob("*.py")}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" is imported by ".join(error.args[1]))


@pytest.mark.parametrize("path", sorted(CALCULATORS.glob("*/calculate.py")), ids=_name)
def test_no_sentence_stands_in_a_calculation(path: Path) -> None:
    """Guards against words in one language only: sentences stand in zh.toml and en.toml."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = ast.Module | ast.ClassDef | ast.FunctionDef
    docs = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, documented)
    }
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    words = [each for each in strings if isinstance(each, str) and each not in docs and " " in each]
    assert words == []


def _room(path: Path) -> str:
    return path.relative_to(CORE).parts[0].removesuffix(".py")


def _files_imported(path: Path) -> Iterator[Path]:
    """Those of the calculators that ``path`` imports anywhere, also late or for types only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            # What is imported from a package may be a module of it.
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            module = ROOT / name.replace(".", "/")
            yield from filter(Path.is_file, (module.with_suffix(".py"), module / "__init__.py"))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "absolute imports say where a thing lives"
            yield node.module or ""
