"""Whether ProperDocs builds the pages that MkDocs builds: ``python -m tools.two_builders``.

ProperDocs carries MkDocs 1 on, whose theme ends on 2027-05-05. Both are installed; each builds the
site from the same files, for the same day. Prints that the two are equal, or which files
differ and in which lines; status 1 where they differ.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from calculators.clock import today_in_beijing

ROOT = Path(__file__).parents[1]
BUILDERS = ("mkdocs", "properdocs")
# Of a file that differs: so many lines are enough to see why.
LINES = 20
# Each page says who built it, and so does, by the sums of the pages, the list of what may be kept.
_GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
_LIST = re.compile(rb"runtime/files-[0-9a-f]{12}\.json")


def main() -> int:
    """Build twice and compare."""
    today = os.environ.get("BUILD_DATE") or today_in_beijing().isoformat()
    with tempfile.TemporaryDirectory() as name:
        sites = [Path(name) / builder for builder in BUILDERS]
        for site in sites:
            subprocess.run(
                [sys.executable, "-m", site.name, "build", "--strict", "-q", "-d", site],
                cwd=ROOT,
                env=os.environ | {"BUILD_DATE": today, "NO_MKDOCS_2_WARNING": "1"},
                check=True,
            )
        told = list(differences(*sites))
        files = sum(path.is_file() for path in sites[0].rglob("*"))
    versions = " and ".join(f"{builder} {version(builder)}" for builder in BUILDERS)
    print(f"{versions}: {'these files differ' if told else f'all {files} files are equal'}")
    for line in told:
        print(line)
    return 1 if told else 0


def differences(first: Path, second: Path) -> Iterator[str]:
    """What differs between two built sites, line by line; who built a page is no difference."""
    ours, theirs = _files(first), _files(second)
    for name in sorted(ours.keys() | theirs.keys()):
        if name not in theirs:
            yield f"{name}: only in {first.name}"
        elif name not in ours:
            yield f"{name}: only in {second.name}"
        elif ours[name] != theirs[name]:
            yield f"{name}: differs"
            one, other = (site[name].decode(errors="replace") for site in (ours, theirs))
            lines = unified_diff(one.splitlines(), other.splitlines(), n=0, lineterm="")
            yield from islice(lines, LINES)


def _files(site: Path) -> dict[str, bytes]:
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {
        name: _LIST.sub(b"", _GENERATOR.sub(b"", path.read_bytes()))
        for name, path in files.items()
        if not _LIST.fullmatch(name.encode())
    }


if __name__ == "__main__":
    sys.exit(main())
