"""What may stand in a file of the repository, and what it may be called."""

import ast
import re
from pathlib import Path

import pytest

from tests.support.repository import ROOT, files, read

LARGEST = 600_000
# Of somebody's machine; a user's own folder in an example is written ~.
_MACHINE = re.compile(
    r"(?<![\w.~$}/])/(?:root|home/\w+|Users/\w+|work|mnt|workspace)/|[A-Z]:\\\\?Users"
)
# Where packages are fetched from is the business of whoever fetches them.
_REGISTRY = re.compile(
    r"(?:--?(?:extra-)?index-url|registry ?=)|https?://(?![\w.]*\.example\b)[^\s\"')]*(?:pypi|pythonhosted|npmjs|npmmirror"
    r"|jsdelivr|unpkg|cdnjs|/simple\b)[^\s\"')]*"
)
TESTS = [path for path in files() if re.fullmatch(r"tests/.*\.py", path)]
# A name that says what is tested, but not what is to hold.
_SAYS_NOTHING = re.compile(r"test_(?:[^_]+|.*_(?:works|ok))")


def _texts() -> list[tuple[str, str]]:
    kept = []
    for path in files():
        try:
            kept.append((path, read(path)))
        except UnicodeDecodeError:
            continue  # a picture
    return kept


def test_no_file_is_heavy() -> None:
    """Guards against a build, a recording or a data set that every clone carries for ever."""
    heavy = [path for path in files() if (ROOT / path).stat().st_size > LARGEST]
    assert heavy == []


def test_no_file_names_somebody_s_machine() -> None:
    """Guards against a path that works for one person."""
    found = [(path, each[0]) for path, text in _texts() if (each := _MACHINE.search(text))]
    assert found == []


def test_no_file_says_where_packages_come_from() -> None:
    """Guards against pins that are tied to one host, which others cannot reach, or must not."""
    here = Path(__file__).relative_to(ROOT).as_posix()
    found = [(path, each[0]) for path, text in _texts() if (each := _REGISTRY.search(text))]
    assert [(path, each) for path, each in found if path != here] == []
    assert '"resolved"' not in read("package-lock.json")


def test_every_pin_has_a_hash() -> None:
    """Guards against a package that is not, byte for byte, what was looked at."""
    for path in ("requirements.txt", "tools/uv.txt"):
        pinned = re.findall(r"^[\w.-]+==.*?(?=^\S|\Z)", read(path), re.MULTILINE | re.DOTALL)
        assert pinned, path
        assert [each.partition(" ")[0] for each in pinned if "--hash=sha256:" not in each] == []
    fetched = re.findall(
        r'"node_modules/[^"]+": \{.*?\n    \}', read("package-lock.json"), re.DOTALL
    )
    assert fetched
    assert [each.partition(":")[0] for each in fetched if '"integrity"' not in each] == []


def test_a_test_is_found_and_its_name_says_what_holds() -> None:
    """Guards against tests that pytest never runs, and names that tell a reader nothing."""
    for path in TESTS:
        tree = ast.parse(read(path))
        names = [
            node.name
            for node in tree.body
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
        ]
        if not path.rpartition("/")[2].startswith("test_"):
            assert names == [], f"{path}: pytest looks into files called test_….py only"
            continue
        assert names, path
        assert ast.get_docstring(tree), f"{path}: say what the file is about"
        assert len(names) == len(set(names)), f"{path}: the later of one name hides the earlier"
        assert list(filter(_SAYS_NOTHING.fullmatch, names)) == [], f"{path}: say what is to hold"


@pytest.mark.parametrize("path", [each for each in TESTS if each.startswith("tests/code_health/")])
def test_each_test_of_the_repository_says_what_it_guards_against(path: str) -> None:
    """Guards against rules whose reason nobody knows, and nobody dares to change."""
    for node in ast.parse(read(path)).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert (ast.get_docstring(node) or "").startswith("Guards against "), node.name
