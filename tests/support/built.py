"""The site, built as it is published: strictly."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.markdown import ROOT


def build(folder: Path, **settings: str) -> str:
    """Build the site into ``folder``, with ``settings`` in the environment; what MkDocs said."""
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stderr
