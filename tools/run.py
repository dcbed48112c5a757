"""What contributors run, also on Windows: ``python tools/run.py check [FILE …]``.

``fix``, ``reviewed`` and ``meant`` take files, too (see checks/__main__.py). Needs nothing
installed: it finds the environment's Python, and sets up first what is missing, as ``make`` does
(tools/setup.py).
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main() -> int:
    """The status of what was run; says in both languages what to do where that cannot begin."""
    ready = subprocess.run([sys.executable, str(ROOT / "tools" / "setup.py")], check=False)
    if ready.returncode:
        return ready.returncode
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    command = [str(PYTHON), "-m", "checks", *sys.argv[1:]]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
