"""Make .venv and node_modules ready: ``python3 tools/setup.py [--browser] [--uv]``.

Runs on any Python from 3.9 with nothing installed. A second run takes no time: it compares a
fingerprint of the pins, and asks the environment's Python whether it is still there. With
``--browser`` it also sees to a Chromium for the tests, with ``--uv`` to the installer that makes
the pins.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
UV_VENV = ROOT / ".cache" / "uv"
UV_PINS = ROOT / "tools" / "uv.txt"
PINS = (
    "pyproject.toml",
    "macros/pyproject.toml",
    "requirements.txt",
    "tools/uv.txt",
    "package-lock.json",
)
STAMP = VENV / "ready.txt"
BIN = "Scripts" if os.name == "nt" else "bin"

OLDEST = (3, 12)
# What uv downloads where the machine has none that is new enough.
DOWNLOADED = "3.13"

# What to do when a download fails, for those whom it fails most.
PYTHON = """\
没能下载 Python。自己装一个 3.12 或更新的 Python 再运行；或把 UV_PYTHON_INSTALL_MIRROR 设为
python-build-standalone 的镜像地址。
Python could not be downloaded. Install Python 3.12 or newer yourself and run this again; or set
UV_PYTHON_INSTALL_MIRROR to a mirror of python-build-standalone."""
PACKAGES = """\
没能装上 Python 包。连不上默认的软件源时，用 pip config set global.index-url（或环境变量
PIP_INDEX_URL）换成连得上的镜像，需要代理时设 HTTPS_PROXY，再运行一次。
The Python packages could not be installed. If the usual index is out of reach, name a mirror with
pip config set global.index-url (or PIP_INDEX_URL), a proxy with HTTPS_PROXY, and run this again."""
NODE_PACKAGES = """\
没能装上 npm 包。连不上默认的软件源时，把环境变量 NPM_CONFIG_REGISTRY 设为连得上的镜像，
需要代理时设 HTTPS_PROXY，再运行一次。
The npm packages could not be installed. If the usual registry is out of reach, set
NPM_CONFIG_REGISTRY to a mirror, HTTPS_PROXY to a proxy, and run this again."""
CHROMIUM = """\
没有找到 Chromium，也没能装上。自己装一个，用环境变量 CHROMIUM 指明它在哪里；或把
PLAYWRIGHT_DOWNLOAD_HOST 设为镜像，再运行一次。
No Chromium was found or could be installed. Install one and name it in CHROMIUM, or set
PLAYWRIGHT_DOWNLOAD_HOST to a mirror, and run this again."""


class SetupError(Exception):
    """A step failed; the message says in both languages what to do."""


def main() -> None:
    """Install what the pins name, unless that is what is installed."""
    fingerprint = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in PINS)).hexdigest()
    if not ready(fingerprint):
        install()
        STAMP.write_text(stamp(fingerprint), encoding="utf-8")
    if "--uv" in sys.argv[1:]:
        get_uv()
    if "--browser" in sys.argv[1:]:
        get_browser()


def stamp(fingerprint: str) -> str:
    """What stands in a finished environment: its pins, its Python, and where it lies.

    A copy of it in another place would run the first one's scripts.
    """
    major, minor = version_of(VENV / BIN / "python") or (0, 0)
    return f"{fingerprint} {major}.{minor} {VENV}"


def ready(fingerprint: str) -> bool:
    """Whether all is installed, for a Python that is still there and still the same."""
    return (
        STAMP.is_file()
        and STAMP.read_text(encoding="utf-8") == stamp(fingerprint)
        and (ROOT / "node_modules").is_dir()
    )


def install() -> None:
    """Make both environments anew."""
    uv = get_uv()
    quiet = ("--quiet", "--system-certs")
    python = next(pythons(), DOWNLOADED)
    run(uv, "venv", *quiet, "--clear", "--python", python, str(VENV), advice=PYTHON)
    into_venv = (uv, "pip", "install", *quiet, "--python", str(VENV))
    run(*into_venv, "--require-hashes", "-r", "requirements.txt",
        advice=PACKAGES, **package_index())  # fmt: skip
    # The project itself, and the plugin that builds its site. Their backend is among the pins.
    ours = ("--editable", ".", "--editable", "macros")
    run(*into_venv, "--no-deps", "--no-build-isolation", *ours)
    npm = str(VENV / BIN / "npm")
    run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", advice=NODE_PACKAGES)


def get_uv() -> str:
    """The installer, pinned, in a small environment of its own."""
    uv = UV_VENV / BIN / "uv"
    pinned = UV_PINS.read_text().split(maxsplit=1)[0].partition("==")[2]
    if f"uv {pinned}" not in answer(uv, "--version"):
        run(sys.executable, "-m", "venv", "--clear", str(UV_VENV), advice="""\
这个 Python 不能建虚拟环境。在 Debian 上：apt-get install python3-venv
This Python cannot make environments. On Debian: apt-get install python3-venv""")  # fmt: skip
        run(str(UV_VENV / BIN / "python"), "-m", "pip", "install", "--quiet",
            "--require-hashes", "-r", str(UV_PINS), advice=PACKAGES)  # fmt: skip
    return str(uv)


def pythons() -> Iterator[str]:
    """The Pythons on this machine that can build the handbook, one of each minor version.

    The one that runs this comes first, then pyenv's, then those in the path, the newest first.
    """
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    folders = map(Path, os.environ.get("PATH", "").split(os.pathsep))
    in_path = (path for folder in folders for path in folder.glob("python3.*"))
    candidates = [
        Path(sys.executable),
        # Named in full: neither another Python, nor a development version, nor one without lock.
        *(path / "bin/python" for path in newest_first(r"3\.\d+\.\d+", pyenv.glob("versions/*"))),
        *newest_first(r"python3\.\d+", in_path),
    ]
    seen = set()
    for candidate in candidates:
        version = version_of(candidate)
        if version and version >= OLDEST and version not in seen:
            seen.add(version)
            yield str(candidate)


def newest_first(name: str, paths: Iterable[Path]) -> list[Path]:
    """Those of ``paths`` whose name matches and has a version that is not too old."""
    versions = {
        path: tuple(map(int, re.findall(r"\d+", path.name)))
        for path in paths
        if re.fullmatch(name, path.name)
    }
    recent = [path for path, version in versions.items() if version >= OLDEST]
    return sorted(recent, key=lambda path: versions[path], reverse=True)


def version_of(python: Path) -> "tuple[int, ...] | None":
    """The minor version of ``python``, or nothing if it does not run."""
    said = answer(python, "-c", "import sys; print(*sys.version_info[:2])")
    return tuple(map(int, said.split())) or None


def answer(*command: "str | Path") -> str:
    """What ``command`` prints; nothing if it fails or is not there."""
    try:
        ran = subprocess.run(
            [*map(str, command)], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return "" if ran.returncode else ran.stdout.strip()


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
        run("apt-get", "update", "-q", advice=CHROMIUM)
        run("apt-get", "install", "-y", "-q", "chromium", "fonts-noto-cjk", advice=CHROMIUM)
    if missing():
        raise SetupError(CHROMIUM)


def run(*command: str, advice: str = "", **settings: str) -> None:
    """Run ``command`` in the project's root with its tools first in the path.

    ``settings`` are for its environment. Raises :class:`SetupError` with the ``advice``.
    """
    # uv would take an activated environment for the one to install into.
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    environment["PATH"] = str(VENV / BIN) + os.pathsep + os.environ.get("PATH", "")
    environment["NODE_OPTIONS"] = "--use-system-ca"
    windows = os.name == "nt"  # npm is a .cmd there
    try:
        subprocess.run(command, cwd=ROOT, check=True, shell=windows, env=environment | settings)
    except subprocess.CalledProcessError:
        raise SetupError(f"setup failed: {' '.join(command)}\n\n{advice}".rstrip()) from None


def package_index() -> dict[str, str]:
    """The index that pip is set to use, as a setting for uv, which does not ask pip."""
    if {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & set(os.environ):
        return {}
    pip = (UV_VENV / BIN / "python", "-m", "pip")
    index = os.environ.get("PIP_INDEX_URL") or answer(*pip, "config", "get", "global.index-url")
    return {"UV_DEFAULT_INDEX": index} if index else {}


if __name__ == "__main__":
    try:
        main()
    except SetupError as failed:
        sys.exit(str(failed))
