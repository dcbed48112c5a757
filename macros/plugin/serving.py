"""`mkdocs serve`: each build after the first runs in a process of its own.

Modules that were imported and tables that were read stay what they were for as long as a process
runs. A new one sees every edited rule, text, calculator and macro, and has nothing to forget.
It is told that it builds for a server, which puts a script of its own into each page. A build that
fails leaves the pages as they were, with what is wrong in a box at their top, and ends nothing.
"""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from macros.plugin.served_findings import show

_LOG = logging.getLogger("mkdocs.plugins.handbook")
_SERVED = "BUILT_TO_BE_SERVED"  # in the environment of such a process


def is_served(command: str) -> bool:
    """Whether what ``command`` of MkDocs builds is for its own server."""
    return command == "serve" or _SERVED in os.environ


def rebuild(server: LiveReloadServer, config: MkDocsConfig) -> Callable[[], None]:
    """What ``server`` calls when a file changed: the command that builds what it serves."""
    # ProperDocs' server is of its own package.
    program = type(server).__module__.partition(".")[0]
    folder = Path(config.config_file_path).parent
    command = [sys.executable, "-m", program, "build"]
    command += ["--config-file", config.config_file_path, *(["--strict"] * config.strict)]
    environment = os.environ | {"SITE_URL": config.site_url or "", _SERVED: "1"}

    site = Path(config.site_dir)

    def run() -> None:
        # Beside what is served: where a build fails, the pages from before the edit stay.
        with TemporaryDirectory(prefix="served_") as made:
            building = [*command, "--site-dir", made]
            ran = subprocess.run(building, cwd=folder, env=environment, check=False)  # noqa: S603 (MkDocs' own command)
            if ran.returncode:
                _LOG.error("This build failed; the next edit starts another.")
            else:
                shutil.copytree(made, site, dirs_exist_ok=True)
                _remove_what_is_gone(site, Path(made))
        show(folder, site, failed=bool(ran.returncode))

    return run


def _remove_what_is_gone(site: Path, made: Path) -> None:
    for file in list(site.rglob("*")):
        if file.is_file() and not (made / file.relative_to(site)).exists():
            file.unlink()
