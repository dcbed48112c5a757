"""What the changelog says of a version: ``python -m tools.release_notes v1.2.3``.

Status 2 where the tag is not the version of pyproject.toml, or the changelog says nothing of it.
"""

import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the notes of the tag that is named."""
    words = sys.argv[1:] if arguments is None else arguments
    (tag,) = words
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    if tag != (named := f"v{version['project']['version']}"):
        sys.stderr.write(f"the tag is {tag}, the version of pyproject.toml {named}\n")
        return 2
    found = notes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), tag.removeprefix("v"))
    if not found:
        sys.stderr.write(f"CHANGELOG.md has nothing under “## {tag.removeprefix('v')}”\n")
        return 2
    sys.stdout.write(found + "\n")
    return 0


def notes(changelog: str, version: str) -> str:
    """The section ``## 1.2.3``, with or without a day behind it; empty where there is none."""
    for section in re.split(r"^## ", changelog, flags=re.MULTILINE):
        title, _, body = section.partition("\n")
        if re.fullmatch(rf"\[?{re.escape(version)}\]?(?:\s.*)?", title):
            return body.strip()
    return ""


if __name__ == "__main__":
    sys.exit(main())
