"""Make .venv and node_modules ready: ``python3 tools/setup.py [--browser] [--uv]``.

Runs on any Python from 3.9 with nothing installed. A second run takes no time: it compares a
fingerprint of the pins. With ``--browser`` it also sees to a Chromium for the tests, with ``--uv``
to the installer that makes the pins.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
UV_VENV = ROOT / ".cache" / "uv"
PINS = ("requirements.txt", "tools/uv.txt", "package-lock.json", ".python-version")
STAMP = VENV / "pins.sha256"
BIN = "Scripts" if os.name == "nt" else "bin"
WANTED = (ROOT / ".python-version").read_text().strip()


def main() -> None:
    """Install what the pins name, unless that is what is installed."""
    fingerprint = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in PINS)).hexdigest()
    if not STAMP.is_file() or STAMP.read_text() != fingerprint:
        uv = get_uv()
        quiet = ("--quiet", "--system-certs")
        run(uv, "venv", *quiet, "--clear", "--python", find_python(), str(VENV))
        run(uv, "pip", "install", *quiet, "--require-hashes", "--python", str(VENV),
            "-r", "requirements.txt")  # fmt: skip
        run(str(VENV / BIN / "npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        STAMP.write_text(fingerprint)
    if "--uv" in sys.argv[1:]:
        get_uv()
    if "--browser" in sys.argv[1:]:
        get_browser()


def get_uv() -> str:
    """The installer, pinned, in a small environment of its own."""
    uv = UV_VENV / BIN / "uv"
    if not shutil.which(str(uv)):
        try:
            run(sys.executable, "-m", "venv", str(UV_VENV))
        except subprocess.CalledProcessError:
            sys.exit(
                "This Python cannot make environments. On Debian: apt-get install python3-venv"
            )
        run(str(UV_VENV / BIN / "python"), "-m", "pip", "install", "--quiet",
            "--require-hashes", "-r", "tools/uv.txt")  # fmt: skip
    return str(uv)


def find_python() -> str:
    """A Python of the wanted version on this machine; else its number, and uv downloads one.

    Behind a slow connection to GitHub, set UV_PYTHON_INSTALL_MIRROR to a mirror of
    python-build-standalone.
    """
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    candidates = [sys.executable, *map(str, pyenv.glob(f"versions/{WANTED}.*/bin/python"))]
    asked = "import sys; print('%d.%d' % sys.version_info[:2])"
    for candidate in candidates:
        ran = subprocess.run([candidate, "-c", asked], capture_output=True, text=True, check=False)
        if ran.stdout.strip() == WANTED:
            return candidate
    return WANTED


def get_browser() -> None:
    """A Chromium for the tests: the machine's own, Playwright's, or Debian's."""
    python = str(VENV / BIN / "python")
    found = "from tests.support.chromium import available; raise SystemExit(not available())"

    def missing() -> int:
        return subprocess.run([python, "-c", found], cwd=ROOT, check=False).returncode

    if not missing():
        return
    root = os.name != "nt" and os.geteuid() == 0
    deps = ["--with-deps"] if root and shutil.which("apt-get") else []
    subprocess.run([python, "-m", "playwright", "install", *deps, "chromium"], check=False)
    if missing() and root and shutil.which("apt-get"):
        run("apt-get", "update", "-q")
        run("apt-get", "install", "-y", "-q", "chromium", "fonts-noto-cjk")
    if missing():
        sys.exit("No Chromium found or installed: install one, or name it in $CHROMIUM")


def run(*command: str) -> None:
    """Run ``command`` in the project's root with its tools first in the path; stop if it fails."""
    path = str(VENV / BIN) + os.pathsep + os.environ.get("PATH", "")
    # uv would take an activated environment for the one to install into.
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    windows = os.name == "nt"  # npm is a .cmd there
    subprocess.run(
        command,
        cwd=ROOT,
        check=True,
        shell=windows,
        env={**environment, "PATH": path, "NODE_OPTIONS": "--use-system-ca"},
    )


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"setup: this failed: {' '.join(map(str, error.cmd))}")
