"""What a service worker needs to know of a build: its files, and which of them answers need.

It names its list by the list's contents, so that a build with another file has another service
worker, which browsers notice.
"""

import gzip
import hashlib
import json
import re
from html import unescape
from pathlib import Path

from calculators.core.text.catalogue import LANGUAGES
from macros.bundle.build import FOLDER

# What nobody reads in a browser: maps are for its tools, and rules.json for programs.
_LEFT_OUT = {".map", ".gz", ".br"}
_NOT_READ = {"_headers", "rules.json", "sw.js"}
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_ANSWER = ["worker-*.js", "shop-calculator-*.js", "pyodide-*/*", "library-*.zip"]
# What `mkdocs serve` builds changes under the reader: whatever an earlier build kept is let go.
_NOTHING_KEPT = "addEventListener('activate', () => registration.unregister())\n"


def write_service_worker(site: Path, script: str) -> None:
    """Write ``sw.js`` into the finished ``site``, and the list of files that it goes by."""
    listed = json.dumps(_build(site), ensure_ascii=False, separators=(",", ":")).encode()
    name = f"{FOLDER}/files-{hashlib.sha256(listed).hexdigest()[:12]}.json"
    (site / name).write_bytes(listed)
    (site / "sw.js").write_text(f"const LIST={json.dumps(name)};{script}\n", encoding="utf-8")


def write_none(site: Path) -> None:
    """Let a browser that had one of an earlier build drop it."""
    (site / "sw.js").write_text(_NOTHING_KEPT, encoding="utf-8")


def _build(site: Path) -> dict[str, object]:
    files = {
        address_of(path.relative_to(site)): path
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix not in _LEFT_OUT and path.name not in _NOT_READ
    }
    contents = {address: path.read_bytes() for address, path in files.items()}
    return {
        "files": {address: _told(data) for address, data in contents.items()},
        "titles": {
            address: title
            for address, path in files.items()
            if path.name == "index.html" and (title := _title(contents[address].decode()))
        },
        "answer": {lang: _answer(site, lang) for lang in LANGUAGES},
    }


def address_of(path: Path) -> str:
    """Where a file is asked for, from the root: ``orders/returns/`` for a page."""
    name = path.as_posix()
    return name.removesuffix("index.html") if path.name == "index.html" else name


def _told(data: bytes) -> tuple[str, int, int]:
    """The sum, the bytes, and about as many as come over the wire."""
    return hashlib.sha256(data).hexdigest()[:16], len(data), len(gzip.compress(data, 6, mtime=0))


def _title(page: str) -> str:
    found = _TITLE.search(page)
    words = re.sub(r"<a class=\"headerlink\".*?</a>|<[^>]+>", "", found[1] if found else "")
    return " ".join(unescape(words).split())


def _answer(site: Path, lang: str) -> list[str]:
    runtime = site / FOLDER
    wanted = [*_ANSWER, f"texts-{lang}-*.zip"]
    return [path.relative_to(site).as_posix() for name in wanted for path in runtime.glob(name)]
