"""The site, built as it is published: strictly."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from tests.support.markdown import ROOT

HOST = "handbook.localhost"  # a browser trusts it as it trusts https
PREFIX = "/handbook/"


def the_site(base: Path, worker: str) -> Path:
    """The site that most tests look at, by file or in a browser: of today, under a sub-path."""
    return built_once(base, worker, "site", SITE_URL=f"http://{HOST}{PREFIX}")


def built_once(
    base: Path,
    worker: str,
    name: str,
    finish: Callable[[Path], None] | None = None,
    /,
    **settings: str,
) -> Path:
    """The site built with ``settings``, by the first of the parallel workers that asks for it.

    ``base`` is the worker's folder for what is temporary; ``name`` tells such sites apart.
    ``finish`` is what else is to be done to the site before anybody gets it.
    """
    shared = base if worker == "master" else base.parent
    folder, part = shared / name, shared / f"{name}.part"
    with FileLock(shared / f"{name}.lock"):
        if not folder.is_dir():
            # Under its own name only when it is whole: the next worker takes that for built.
            said = build(part, **settings)
            assert "WARNING -" not in said
            if finish:
                finish(part)
            part.rename(folder)
    return folder


def build(folder: Path, **settings: str) -> str:
    """Build the site into ``folder``, with ``settings`` in the environment; what MkDocs said."""
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stderr
