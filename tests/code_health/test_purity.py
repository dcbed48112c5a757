"""What the calculators never touch, so that an answer follows from its question alone."""

import ast
from functools import cache

from tests.support.repository import files, read

# All but the terminal's beginning and the one file that looks at a clock.
PURE = [
    path
    for path in files()
    if path.startswith("calculators/")
    and path.endswith(".py")
    and path.rpartition("/")[2] not in {"__main__.py", "clock.py"}
]
# Those that print and read what they are asked for.
OUTWARD = ("calculators/terminal/", "calculators/scaffold/")
INWARD = [path for path in PURE if not path.startswith(OUTWARD)]
# What was typed, and what was passed in.
GIVEN = {"inputs", "plan", "self", "self._plan"}
# What the outer world is reached by. A browser's Python has some of them, to no use.
OUTER_WORLD = {
    "asyncio", "ftplib", "getpass", "glob", "http", "httpx", "locale", "logging", "multiprocessing",
    "os", "platform", "random", "requests", "secrets", "select", "shutil", "signal", "smtplib",
    "socket", "socketserver", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time",
    "urllib", "uuid", "webbrowser", "zoneinfo",
}  # fmt: skip


CLOCKS = {"now", "utcnow", "today", "time"}
CALLS = {"print", "input", "open", "eval", "exec", "breakpoint"}


def test_no_clock_is_looked_at() -> None:
    """Guards against an answer that differs tomorrow: today comes in as an input."""
    found = [
        f"{path}:{node.lineno}"
        for path in PURE
        for node in _nodes(path)
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCKS
        and ast.unparse(node.value) not in GIVEN
    ]
    assert found == []


def test_no_amount_is_a_float() -> None:
    """Guards against fen that go astray: 0.1 + 0.2 is no 0.3, amounts are ``Decimal``."""
    found = [
        f"{path}:{node.lineno}"
        for path in PURE
        for node in _nodes(path)
        if (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
    ]
    assert found == []


def test_nothing_outside_is_reached() -> None:
    """Guards against what works on one machine: the network, the disk, chance, the environment."""
    found = [
        f"{path}:{node.lineno}"
        for path in INWARD
        for node in _nodes(path)
        if isinstance(node, ast.Import | ast.ImportFrom)
        and {name.partition(".")[0] for name in _names(node)} & OUTER_WORLD
    ]
    assert found == []


def test_nothing_is_printed_read_from_disk_or_made_code() -> None:
    """Guards against a forgotten ``print`` in a worker, and against texts that are run."""
    found = [
        f"{path}:{node.lineno}"
        for path in INWARD
        for node in _nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS
    ]
    assert found == []


def _names(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""]


@cache
def _nodes(path: str) -> list[ast.AST]:
    return list(ast.walk(ast.parse(read(path))))
