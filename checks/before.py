"""What stood in a file before the change that is looked at: asked of git, where there is one."""

import os
import subprocess
from functools import cache

from checks.house import ROOT


def before_change(path: str) -> str | None:
    """The file's text where the branch began; ``None`` where it had none, or nobody can tell."""
    base = _base()
    if base is None:
        return None
    said = _git("show", f"{base}:{path}")
    return None if said is None else said.replace("\r\n", "\n")


@cache
def _base() -> str | None:
    """Where the change began: the pull request's target, the main branch, or the last commit."""
    target = os.environ.get("GITHUB_BASE_REF")
    for branch in [f"origin/{target}"] if target else ["origin/main", "main"]:
        if found := _git("merge-base", "HEAD", branch):
            return found.strip()
    return "HEAD" if _git("rev-parse", "HEAD") else None


def _git(*arguments: str) -> str | None:
    try:
        ran = subprocess.run(  # noqa: S603 (our own words)
            ["git", *arguments],  # noqa: S607 (wherever git is)
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return None if ran.returncode else ran.stdout.decode("utf-8", errors="replace")
