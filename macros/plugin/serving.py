"""`mkdocs serve`: each build after the first runs in a process of its own.

Modules that were imported and tables that were read stay what they were for as long as a process
runs. A new one sees every edited rule, text, calculator and macro, and has nothing to forget.
It is told that it builds for a server, which puts a script of its own into each page.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

_SERVED = "BUILT_TO_BE_SERVED"  # in the environment of such a process


def is_served(command: str) -> bool:
    """Whether what ``command`` of MkDocs builds is for its own server."""
    return command == "serve" or _SERVED in os.environ


def rebuild(server: LiveReloadServer, config: MkDocsConfig) -> Callable[[], None]:
    """What ``server`` calls when a file changed: the command that builds what it serves."""
    # ProperDocs' server is of its own package.
    program = type(server).__module__.partition(".")[0]
    folder = Path(config.config_file_path).parent
    command = [sys.executable, "-m", program, "build", "--site-dir", config.site_dir]
    command += ["--config-file", config.config_file_path, *(["--strict"] * config.strict)]
    environment = os.environ | {"SITE_URL": config.site_url or "", _SERVED: "1"}

    def run() -> None:
        ran = subprocess.run(command, cwd=folder, env=environment, check=False)  # noqa: S603 (MkDocs' own command)
        if ran.returncode:
            raise Abort("This build failed; the next edit starts another.")

    return run
