"""Files and folders that papers name are there."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch

import pytest

from tests.support.repository import ROOT, files, read

PAPERS = [path for path in files() if re.fullmatch(r"[A-Z]+\.md|docs/\w+/contribute/.*\.md", path)]
_NAMED = re.compile(r"`([^`\n]+)`")
_LINKED = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
_ENDING = re.compile(r"\.(?:c?js|css|csv|html|json|lock|md|mjs|py|svg|toml|ts|txt|ya?ml)$")
# Made by a command, not kept.
_MADE = {
    ".venv", ".cache", "node_modules", "site", "runtime", "rules.json", "mutants", "public", "dist",
    "test-results",
}  # fmt: skip
# A paper is read in one go.
_LONGEST = 100
# What a reader is to put a name of their own for.
_EXAMPLE = re.compile(r"my[_-]rule|<[^>]+>")


@pytest.mark.parametrize("path", PAPERS)
def test_every_file_that_is_named_exists(path: str) -> None:
    """Guards against a map of the house that shows rooms as they were before they were moved."""
    assert [name for name in _named(read(path)) if not _exists(name)] == []


def test_the_architecture_is_short_and_names_every_room_of_the_core() -> None:
    """Guards against a paper that nobody reads in one go, or that leaves a room out."""
    text = read("ARCHITECTURE.md")
    assert len(text.splitlines()) <= _LONGEST
    core = ROOT / "calculators" / "core"
    rooms = [
        path.stem
        for path in core.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    ]
    assert [room for room in rooms if room != "__init__" and f"`{room}`" not in text] == []


@pytest.mark.parametrize("path", PAPERS)
def test_every_link_to_a_file_leads_there(path: str) -> None:
    """Guards against links that only the built site would miss, or not even that."""
    folder = (ROOT / path).parent
    assert [to for to in _LINKED.findall(read(path)) if not (folder / to).exists()] == []


def test_names_are_told_from_other_code() -> None:
    """Guards against a test that looks at nothing."""
    paper = "`make` `core/` `a/b.py` `.ci/run` `text/html` `x.y` `docs/zh/` `/en/` `a b.py` `c.csv`"
    assert list(_named(paper)) == ["core/", "a/b.py", ".ci/run", "docs/zh/", "c.csv"]
    assert _exists("docs/zh/")
    assert _exists("page/")
    assert _exists("calculators/<name>/rules.toml")
    assert not _exists("docs/fr/")
    assert not _exists("rules.tom")
    assert not _exists("age/")


def _named(paper: str) -> Iterator[str]:
    """What stands as code and looks like a path."""
    roots = {name.partition("/")[0] for name in files() if "/" in name}
    for name in _NAMED.findall(paper):
        if re.search(r"[\s=*(…]", name.replace("<", "").replace(">", "")) or name.startswith("/"):
            continue
        if name.endswith("/") or _ENDING.search(name) or name.partition("/")[0] in roots:
            yield name


def _exists(name: str) -> bool:
    """Whether a file or folder is called so, from the root or, where the room is clear, shorter."""
    name = name.rstrip("/")
    if name.partition("/")[0] in _MADE:
        return True
    if re.search(r"my[_-]rule", name):
        return _exists(name.rpartition("/")[0]) if "/" in name else True
    pattern = _EXAMPLE.sub("*", name)
    return any(
        fnmatch(path, each)
        for path in files()
        for each in (pattern, f"{pattern}/*", f"*/{pattern}", f"*/{pattern}/*")
    )
