"""The papers at the root name files, commands and figures that are there."""

import re

import pytest

from tests.support.markdown import ROOT

PAPERS = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
FOLDERS = {"benchmarks", "calculators", "docs", "macros", "tests", "theme", "tools", ".github"}
# Papers are read in one go.
LONGEST = 100


@pytest.mark.parametrize("name", PAPERS)
def test_each_file_that_a_paper_names_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    linked = [each for each in re.findall(r"\]\(([^)#\s]+)", text) if ":" not in each]
    quoted = re.findall(r"`([\w.-]+(?:/[\w.-]+)+/?)`", text)
    # Others are below a folder that the sentence names, or no paths at all.
    from_here = [each for each in quoted if each.partition("/")[0] in FOLDERS]
    missing = {each for each in (*linked, *from_here) if not (ROOT / each).exists()}
    assert missing == set()


def test_the_architecture_is_short_and_names_every_room_of_the_core() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    core = ROOT / "calculators" / "core"
    rooms = [
        path.stem
        for path in core.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    ]
    assert [room for room in rooms if room != "__init__" and f"`{room}`" not in text] == []
