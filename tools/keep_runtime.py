"""Keeps the runtime of the last few builds in the site that is published.

A page that was opened before a site was published anew still asks for the files that it names.

``python -m tools.keep_runtime site STORE`` puts the runtime of ``site`` into the folder ``STORE``,
which is kept from one publishing to the next, and those in there into ``site``.
"""

import shutil
import sys
from pathlib import Path

from macros.bundle.build import FOLDER

BEFORE = 3  # builds before the one that is published


def keep(site: Path, store: Path) -> None:
    """Let ``site`` have the files of the last few runtimes in ``store``, and ``store`` its own."""
    runtime = site / FOLDER
    numbers = sorted(int(folder.name) for folder in store.iterdir()) if store.is_dir() else []
    newest = store / str(numbers[-1] + 1 if numbers else 1)
    shutil.copytree(runtime, newest)
    for number in numbers[:-BEFORE]:
        shutil.rmtree(store / str(number))
    for number in numbers[-BEFORE:]:
        # Under names of their contents: what is there already is the same.
        shutil.copytree(store / str(number), runtime, dirs_exist_ok=True)


if __name__ == "__main__":
    keep(Path(sys.argv[1]), Path(sys.argv[2]))
