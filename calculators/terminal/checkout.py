"""Commands about the repository around the package: they need a copy of it, and stand in tools/."""

import sys
from collections.abc import Sequence
from pathlib import Path

from calculators.core.text.catalogue import LANGUAGES, Texts
from calculators.terminal import WRONG_INPUTS

COMMANDS = ("changed", "files")
_ROOT = Path(__file__).parents[2]
_TOOL = "tools.changes"


def run_in_checkout(words: Sequence[str], root: Path = _ROOT) -> int:
    """Pass ``words``, a command and what it is given, on to its tool; the tool's status.

    Where there is only the package, one sentence says so.
    """
    if not (root / _TOOL.replace(".", "/") / "__main__.py").is_file():
        lang = next((each for each in words if each in LANGUAGES), LANGUAGES[0])
        said = Texts("calculators.terminal", lang).get("checkout", "missing")
        print(said.format(command=words[0]), file=sys.stderr)
        return WRONG_INPUTS
    import subprocess  # noqa: PLC0415 (takes as long as hundreds of rows of a file)

    return subprocess.run([sys.executable, "-m", _TOOL, *words], cwd=root, check=False).returncode  # noqa: S603 (our own)
