"""The steps that make the browser's Python small, each on something small."""

import ast
import json
import marshal
import zipfile
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from macros.bundle.lean.annotations import without_annotations
from macros.bundle.lean.replacing import library_sources
from macros.bundle.lean.tables import TABLE, library
from macros.bundle.library import calculator_sources
from macros.bundle.running import PYODIDE, BundleError, run
from tests.support.markdown import ROOT

MARKED = ROOT / "tests" / "support" / "marked.mjs"
# As Emscripten writes it: all in one function, exports and properties of Module assigned at once.
SCRIPT = """
var create = (() => async function (Module) {
  var ENVIRONMENT_IS_NODE = typeof process == "object";
  var table = new Map(), unused = new Map();
  function asked() { return inner(ENVIRONMENT_IS_NODE) }
  function inner() { return _used() + Module["_by_name"]() }
  function never() { return _unused() }
  asked.sig = "i";
  never.sig = "i";
  var wasmImports = { a: asked, n: never };
  var _used = Module["_used"] = wasmExports["used"];
  var _unused = Module["_unused"] = wasmExports["unused"];
  var _by_name = Module["_by_name"] = wasmExports["by_name"];
  Module["never"] = never;
  start(table, wasmImports);
})()
"""


def _marked(imports: list[str]) -> dict[str, Any]:
    given = json.dumps({"source": SCRIPT, "imports": imports})
    told: dict[str, Any] = json.loads(run(MARKED, given=given))
    return told


def test_of_a_script_is_kept_what_can_be_reached() -> None:
    told = _marked(["a"])
    for kept in ("function asked", "function inner", "asked.sig", "table = new Map", "start("):
        assert kept in told["text"]
    for dropped in ("never", "unused", "var ENVIRONMENT_IS_NODE"):
        assert dropped not in told["text"]
    started = {"__wasm_call_ctors", "__wasm_apply_data_relocs", "__main_argc_argv"}
    assert set(told["exports"]) == {"used", "by_name"} | started


def test_what_the_webassembly_imports_reaches_more_of_the_script() -> None:
    told = _marked(["a", "n"])
    assert "function never" in told["text"]
    assert "never.sig" in told["text"]
    assert "unused" in told["exports"]


def test_nothing_to_replace_is_told_by_its_name(tmp_path: Path) -> None:
    stdlib = tmp_path / "python_stdlib.zip"
    with zipfile.ZipFile(stdlib, "w") as archive:
        archive.writestr("typing.py", "")
    assert library_sources(stdlib, replaced=False) == {"typing.py": b""}
    with pytest.raises(BundleError, match=r"asyncio/__init__\.py"):
        library_sources(stdlib, replaced=True)


SOURCE = b"""def double(number: "never evaluated",
           *rest: dict[  # nor this
               str, int]) -> tuple[
                   int]:
    return 2 * number
class Kept:
    number: int = 1
    @staticmethod
    def halved(number: int) -> int:
        def inner(number: int=number) -> (int):
            return number // 2
        return inner()
"""


def test_functions_lose_their_annotations_and_nothing_else() -> None:
    names: dict[str, Any] = {}
    exec(without_annotations(SOURCE), names)  # noqa: S102
    assert names["double"](4) == 8
    assert names["double"].__annotations__ == {}
    assert names["Kept"].__annotations__ == {"number": int}
    assert names["Kept"].halved(8) == 4
    assert names["Kept"].halved.__annotations__ == {"number": int, "return": int}


def _stripped(source: bytes) -> tuple[str, list[int]]:
    """The tree of a source without what is to go, and the lines of its statements."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and not node.decorator_list:
            node.returns = None
            given = node.args
            every = (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg)
            for each in every:
                if each:
                    each.annotation = None
    return ast.dump(tree), [each.lineno for each in ast.walk(tree) if isinstance(each, ast.stmt)]


@pytest.mark.slow
def test_without_annotations_every_source_says_the_same_in_the_same_lines() -> None:
    library = library_sources(PYODIDE / "python_stdlib.zip", replaced=True)
    for name, source in {**library, **calculator_sources()}.items():
        if name.endswith(".py"):
            bare = without_annotations(source)
            assert (ast.dump(ast.parse(bare)), _stripped(bare)[1]) == _stripped(source), name


def _pyc(name: str, source: bytes) -> bytes:
    return bytes(16) + marshal.dumps(compile(source, name, "exec"))


def _packed(name: str) -> CodeType:
    made = library({f"{name}c": _pyc(name, SOURCE), "data.toml": b"{}"})
    modules, files = marshal.loads(made[TABLE])  # noqa: S302 (of our own)
    assert files == {"data.toml": b"{}"}
    (module,) = modules
    is_package, code = modules[module]
    assert (module, is_package) == (name.partition("/")[0], True)
    packed: CodeType = marshal.loads(code)  # noqa: S302
    return packed


def test_only_our_own_bytecode_tells_lines() -> None:
    def lines(code: CodeType) -> set[int | None]:
        inner = [each for each in code.co_consts if isinstance(each, CodeType)]
        return {line for each in inner for _, _, line in each.co_lines()}

    assert lines(_packed("calculators/__init__.py")) >= {1, 5, 6, 7, 8}
    assert lines(_packed("json/__init__.py")) <= {None}


def test_what_python_imports_first_stands_beside_the_table() -> None:
    names = ("sitecustomize.py", "encodings/utf_8.py", "json/__init__.py")
    made = library({f"{name}c": _pyc(name, b"") for name in names})
    assert set(made) == {"sitecustomize.pyc", "encodings/utf_8.pyc", TABLE}
    added = library({"encodings/cp437.pyc": _pyc("encodings/cp437.py", b"")})
    assert set(added) == {TABLE}
