"""Libraries of bytecode, which pyodide-build has compiled. Runs in Pyodide, which alone reads it.

A library is a zip with one entry, a table: zipimport is written in Python and looks, opens and
reads for each module. The first library has what Python imports before it knows of tables besides.
"""

import marshal
from collections.abc import Mapping
from types import CodeType

# The hook by which Python knows of tables, and what it imports before it has read that.
HOOK = "sitecustomize.pyc"
EARLY = (HOOK, "encodings/")
TABLE = "table.bin"  # as sitecustomize.py asks for it
# Modules whose lines a traceback names: ours.
TRACED = "calculators/"
_HEADER = 16  # bytes before the code of a .pyc (PEP 552)


def library(compiled: Mapping[str, bytes]) -> dict[str, bytes]:
    """The entries of a library of ``compiled``, which are bytecode and, by other names, data."""
    early = {
        name: data for name, data in compiled.items() if name.startswith(EARLY) and HOOK in compiled
    }
    entries = {
        name: data[:_HEADER] + marshal.dumps(_code(name, data)) for name, data in early.items()
    }
    modules: dict[str, tuple[bool, bytes]] = {}
    files: dict[str, bytes] = {}
    for name in sorted(compiled.keys() - early.keys()):
        if name.endswith(".pyc"):
            module, is_package = _module(name)
            modules[module] = (is_package, marshal.dumps(_code(name, compiled[name])))
        else:
            files[name] = compiled[name]
    return entries | {TABLE: marshal.dumps((modules, files))}


def _module(path: str) -> tuple[str, bool]:
    name = path.removesuffix(".pyc").replace("/", ".")
    return name.removesuffix(".__init__"), name.endswith(".__init__")


def _code(name: str, pyc: bytes) -> CodeType:
    code: CodeType = marshal.loads(pyc[_HEADER:])  # noqa: S302 (just compiled)
    return code if name.startswith(TRACED) else _without_lines(code)


def _without_lines(code: CodeType) -> CodeType:
    """``code`` without the table that tells the line of each instruction: a fifth of its bytes."""
    constants = (
        _without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts
    )
    return code.replace(co_linetable=b"", co_consts=tuple(constants))
