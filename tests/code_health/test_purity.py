"""What the calculators never touch, so that an answer follows from its question alone."""

import ast
from collections.abc import Iterator

import pytest

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
# What was typed, and what was passed in.
GIVEN = {"inputs", "plan", "self", "self._plan"}
# What the outer world is reached by. A browser's Python has some of them, to no use.
OUTER_WORLD = {
    "asyncio", "ftplib", "getpass", "glob", "http", "httpx", "locale", "logging", "multiprocessing",
    "os", "platform", "random", "requests", "secrets", "select", "shutil", "signal", "smtplib",
    "socket", "socketserver", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time",
    "urllib", "uuid", "webbrowser", "zoneinfo",
}  # fmt: skip


@pytest.mark.parametrize("path", PURE)
def test_no_clock_is_looked_at(path: str) -> None:
    """Guards against an answer that differs tomorrow: today comes in as an input."""
    for node in _nodes(path):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) not in GIVEN:
            assert node.attr not in {"now", "utcnow", "today", "time"}, node.lineno


@pytest.mark.parametrize("path", PURE)
def test_no_amount_is_a_float(path: str) -> None:
    """Guards against fen that go astray: 0.1 + 0.2 is no 0.3, amounts are ``Decimal``."""
    for node in _nodes(path):
        if isinstance(node, ast.Name):
            assert node.id != "float", node.lineno
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float | complex), node.lineno


@pytest.mark.parametrize("path", [each for each in PURE if not each.startswith(OUTWARD)])
def test_nothing_outside_is_reached(path: str) -> None:
    """Guards against what works on one machine: the network, the disk, chance, the environment."""
    for node in _nodes(path):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        reached = {name.partition(".")[0] for name in names} & OUTER_WORLD
        assert reached == set(), f"line {node.lineno}" if isinstance(node, ast.stmt) else ""


@pytest.mark.parametrize("path", [each for each in PURE if not each.startswith(OUTWARD)])
def test_nothing_is_printed_read_from_disk_or_made_code(path: str) -> None:
    """Guards against a forgotten ``print`` in a worker, and against texts that are run."""
    called = {
        node.func.id
        for node in _nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called & {"print", "input", "open", "eval", "exec", "breakpoint"} == set()


def _nodes(path: str) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(read(path)))
