"""`mkdocs serve` in a copy of the project: both languages, and an edit shows at the next build.

A build that fails ends neither the server nor the builds after it.
"""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path

import pytest

from tests.support.markdown import ROOT
from tests.support.pinned import PINNED

PARTS = (
    *("calculators", "checks", "deploy", "docs", "macros", "theme"),
    *("mkdocs.yml", "mkdocs.en.yml", "pyproject.toml", "package.json"),
)
# Seconds for one build, also on a machine that is busy with other tests.
PATIENCE = 300
PAGE = "en/orders/late-delivery"
# A line of our own, by the rules of one day: what the page says itself changes with the rules.
FIGURE = f'Pinned: {{{{ figure("late-delivery.free_up_to", on="{PINNED}") }}}}'


# A macro edited: what it gave, and a word before it.
EDITED = """

_given = figure


def figure(*arguments, **options):
    return f"edited {_given(*arguments, **options)}"
"""


@pytest.mark.slow
@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_an_edited_rule_and_an_edited_macro_show_in_the_page(program: str, tmp_path: Path) -> None:
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
        copy(ROOT / part, tmp_path / part)
    with (tmp_path / "docs" / f"{PAGE}.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{FIGURE}\n")
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    (tmp_path / ".cache").symlink_to(ROOT / ".cache")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    log = (tmp_path / "log").open("w")
    command = [sys.executable, "-m", program, "serve", "--dev-addr", address]
    with subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log) as server:
        try:
            _wait_for("Pinned: ¥3", f"http://{address}/{PAGE}/")
            rules = tmp_path / "calculators" / "late_delivery" / "rules.toml"
            text = rules.read_text(encoding="utf-8")
            rules.write_text(text.replace('value = "3.00"', 'value = "4.00"'), encoding="utf-8")
            _wait_for("Pinned: ¥4", f"http://{address}/{PAGE}/")
            macros = tmp_path / "macros" / "figures.py"
            text = macros.read_text(encoding="utf-8")
            macros.write_text(text + "not yet Python", encoding="utf-8")
            _wait_until(lambda: "This build failed" in (tmp_path / "log").read_text())
            macros.write_text(text + EDITED, encoding="utf-8")
            _wait_for("Pinned: edited ¥4", f"http://{address}/{PAGE}/")
            guide = tmp_path / "docs" / f"{PAGE}.md"
            before = guide.read_text(encoding="utf-8")
            guide.write_text(before + "\n{{ figur() }}\n", encoding="utf-8")
            # The page is still there, and says what is wrong.
            _wait_for("There is no macro called figur", f"http://{address}/{PAGE}/")
            _wait_for("Pinned: edited ¥4", f"http://{address}/{PAGE}/")
            guide.write_text(before, encoding="utf-8")
            _wait_for_no("There is no macro called figur", f"http://{address}/{PAGE}/")
        finally:
            server.terminate()
    log.close()


def _wait_for(words: str, url: str) -> None:
    _wait_until(lambda: words in _page(url))


def _wait_for_no(words: str, url: str) -> None:
    _wait_until(lambda: words not in (_page(url) or words))


def _page(url: str) -> str:
    """What stands at the address; nothing while the server is not up, rebuilding, or too busy."""
    try:
        with urllib.request.urlopen(url, timeout=60) as reply:  # noqa: S310 (our own server)
            return str(reply.read().decode())
    except (OSError, HTTPException):
        return ""


def _wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if true():
            return
        time.sleep(0.5)
    raise AssertionError(f"what was waited for did not come within {PATIENCE} seconds")
