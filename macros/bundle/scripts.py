"""The site's scripts and its style sheet, each one file under a name of its contents."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.bundle.running import ROOT, run

THEME = ROOT / "theme"
_ESBUILD = Path(__file__).with_name("scripts.mjs")


@dataclass(frozen=True)
class Scripts:
    """``files`` by name, source maps among them; the others are the names of what to ask for.

    ``pages`` is the script of every page, ``element`` that of calculators (which ``pages`` also
    loads where one is walked to), ``worker`` what that starts, ``panel`` what it loads where a file
    of orders may be read, ``search`` what answers the search box, ``style`` the sheet of all pages.
    Two are texts: ``late_index`` stands in the head of each, and :mod:`macros.plugin.offline`
    completes the ``service_worker``.
    """

    files: dict[str, bytes]
    pages: str
    element: str
    worker: str
    panel: str
    search: str
    style: str
    late_index: str
    service_worker: str


def scripts(manifest: dict[str, Any], glue: Path) -> Scripts:
    """``theme/`` bundled, the worker with the ``manifest`` of what it loads from beside it.

    ``glue`` is Pyodide's script, which the worker has in it.

    Raises ``BundleError`` with what esbuild says of a mistake.
    """
    made = json.loads(run(_ESBUILD, str(THEME), str(glue), given=json.dumps(manifest)))
    files = {name: text.encode() for name, text in made["files"].items()}
    return Scripts(files, **made["parts"])
