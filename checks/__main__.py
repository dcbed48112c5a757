"""``python -m checks [check|fix|reviewed|meant] [FILE …] [--json]``: what contributors run."""

import argparse
import os
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from calculators.core.text.catalogue import LANGUAGES
from checks import check
from checks.before import before_change
from checks.fixing import fix
from checks.house import ROOT, House
from checks.kinds.figures import places
from checks.kinds.stale import renewed
from checks.meant import MEANT, written
from checks.recorded import RECORD
from checks.telling import annotations, as_json, screen

_NO_SUCH_FILE = "没有这个文件。No such file: {path}"
_FIXED = "改好了。Mended: {path}"
_NOTED = "记下了。Noted: {path}"
_BROKEN = """\
检查自己出了错，不是您的错。请把下面这一行连同您改的文件发给维护的人：
The check itself failed; it is no fault of yours. Please send this line and the file you changed:
  {error}
细节在这里。The details are in: {log}"""


def main(arguments: Sequence[str]) -> int:
    """The status to end with: 0 nothing found, 1 something found, 2 asked wrongly."""
    parser = argparse.ArgumentParser(prog="python tools/run.py", description=__doc__)
    parser.add_argument("command", nargs="?", default="check",
                        choices=("check", "fix", "reviewed", "meant"))  # fmt: skip
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="findings for other programs")
    asked = parser.parse_args(arguments)
    paths = [_path(each) for each in asked.files]
    for path in paths:
        if not (ROOT / path).is_file() and before_change(path) is None:
            print(_NO_SUCH_FILE.format(path=path))
            return 2
    return _COMMANDS[asked.command](paths, json=asked.json)


def _check(paths: list[str], *, json: bool) -> int:
    begun = time.perf_counter()
    house = House(before=before_change)
    found = check(house, paths)
    if json:
        print(as_json(found))
        return bool(found)
    print(screen(found, time.perf_counter() - begun, [] if paths else renewed(house)))
    if found and os.environ.get("GITHUB_ACTIONS"):
        print(annotations(found))
    return bool(found)


def _fix(paths: list[str], *, json: bool) -> int:
    del json
    for path, data in fix(House(before=before_change), paths).items():
        (ROOT / path).write_bytes(data)
        print(_FIXED.format(path=path))
    house = House()
    record = house.record.renewed(house.stems, house.pages).written().encode()
    if record != house.data(RECORD):
        (ROOT / RECORD).write_bytes(record)
        print(_NOTED.format(path=RECORD))
    return 0


def _reviewed(paths: list[str], *, json: bool) -> int:
    """Note that both languages of the pages say the same; without a file, of all pages."""
    del json
    house = House()
    stems = _stems(paths) if paths else house.stems
    stems = [each for each in stems if each in house.stems]
    (ROOT / RECORD).write_bytes(house.record.with_pages(stems, house.pages).written().encode())
    print(_NOTED.format(path=", ".join(stems) if paths else RECORD))
    return 0


def _meant(paths: list[str], *, json: bool) -> int:
    """Note that the figures in the files are meant as they are typed."""
    del json
    house = House()
    kept = [
        (file, place, figure)
        for (file, place), row in house.meant.items()
        if file not in paths
        for figure, times in row.items()
        for _ in range(times)
    ]
    new = [(file, place, figure) for file, place, figure, _ in places(house) if file in paths]
    (ROOT / MEANT).write_bytes(written([*kept, *new]).encode())
    print(_NOTED.format(path=", ".join(paths)))
    return 0


def _stems(paths: list[str]) -> list[str]:
    prefixes = tuple(f"docs/{lang}/" for lang in LANGUAGES)
    return [
        each.split("/", 2)[2].removesuffix(".md") for each in paths if each.startswith(prefixes)
    ]


def _path(given: str) -> str:
    """A file as the root names it, however it was given: from here, in full, with backslashes."""
    plain = given.replace("\\", "/")
    file = Path(plain) if Path(plain).is_absolute() else Path.cwd() / plain
    for each in (file, ROOT / plain):
        if each.resolve().is_relative_to(ROOT) and (each.exists() or each is not file):
            return each.resolve().relative_to(ROOT).as_posix()
    return plain


_COMMANDS = {"check": _check, "fix": _fix, "reviewed": _reviewed, "meant": _meant}


def command() -> int:
    """As :func:`main`, with whatever goes wrong told in words, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return main(sys.argv[1:])
    except Exception as error:  # noqa: BLE001 (nobody who knows no Python is to meet a traceback)
        log = ROOT / ".cache" / "check-failed.txt"
        log.parent.mkdir(exist_ok=True)
        log.write_text(traceback.format_exc(), encoding="utf-8")
        print(_BROKEN.format(error=f"{type(error).__name__}: {error}", log=log.relative_to(ROOT)))
        return 2


if __name__ == "__main__":
    sys.exit(command())
