"""Sources packed into libraries of bytecode. Runs in Pyodide, which alone makes what it reads.

A library is a zip with one entry, a table: zipimport is written in Python and looks, opens and
reads for each module. The first library has what Python imports before it knows of tables besides.
"""

import ast
import importlib.util
import marshal
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import CodeType

# The hook by which Python knows of tables, and what it imports before it has read that.
HOOK = "sitecustomize.py"
EARLY = (HOOK, "encodings/")
TABLE = "table.bin"  # as sitecustomize.py asks for it
# Modules whose lines a traceback names: ours.
TRACED = "calculators/"
_UNCHECKED_HASH = (1).to_bytes(4, "little")


def library(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """The entries of a library of ``sources``, which are Python and, by other names, data."""
    early = {
        name: data for name, data in sources.items() if name.startswith(EARLY) and HOOK in sources
    }
    entries = {f"{name}c": _pyc(name, data) for name, data in early.items()}
    modules: dict[str, tuple[bool, bytes]] = {}
    files: dict[str, bytes] = {}
    for name in sorted(sources.keys() - early.keys()):
        if name.endswith(".py"):
            module, is_package = _module(name)
            modules[module] = (is_package, marshal.dumps(_bytecode(name, sources[name])))
        else:
            files[name] = sources[name]
    return entries | {TABLE: marshal.dumps((modules, files))}


def _module(path: str) -> tuple[str, bool]:
    name = path.removesuffix(".py").replace("/", ".")
    return name.removesuffix(".__init__"), name.endswith(".__init__")


def _bytecode(name: str, source: bytes) -> CodeType:
    tree = _WithoutAnnotations().visit(ast.parse(source, name))
    # Neither docstrings nor asserts, as of `python -OO`.
    code = compile(tree, name, "exec", dont_inherit=True, optimize=2)
    return code if name.startswith(TRACED) else _without_lines(code)


class _WithoutAnnotations(ast.NodeTransformer):
    """Functions without their annotations, which Python evaluates when it loads a module.

    Those of classes stay: dataclasses and named tuples are made from them. So do those of decorated
    functions, which a decorator may read.
    """

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        if not node.decorator_list:
            arguments = node.args
            every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
            for each in (*every, arguments.vararg, arguments.kwarg):
                if each:
                    each.annotation = None
            node.returns = None
        return self.generic_visit(node)


def _without_lines(code: CodeType) -> CodeType:
    """``code`` without the table that tells the line of each instruction: a fifth of its bytes."""
    constants = (
        _without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts
    )
    return code.replace(co_linetable=b"", co_consts=tuple(constants))


def _pyc(name: str, source: bytes) -> bytes:
    """A ``.pyc`` as PEP 552 has it, which is never compared with a source."""
    told_by = _UNCHECKED_HASH + importlib.util.source_hash(source)
    return importlib.util.MAGIC_NUMBER + told_by + marshal.dumps(_bytecode(name, source))


def main(folder: str) -> None:
    """Make a library of each zip of sources in ``folder``, in its place."""
    for path in sorted(Path(folder).glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            sources = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in library(sources).items():
                archive.writestr(name, data)
