"""Hook: the browser's Python is made before the first page, and laid once under the site's root."""

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

# MkDocs loads a hook as a lone file; the packages beside it are found from the project's root.
sys.path.insert(0, str(Path(__file__).parents[2]))
# `mkdocs serve` loads hooks anew for each build: so an edited calculator or macro counts at once.
for _name in [name for name in sys.modules if name.partition(".")[0] in {"calculators", "macros"}]:
    del sys.modules[_name]

from macros.bundle.build import bundle  # noqa: E402
from macros.bundle.library import BundleError  # noqa: E402


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Tell the templates which script brings the calculators to life."""
    try:
        config.extra["bundle"] = bundle()
    except BundleError as error:
        raise PluginError(str(error)) from None
    # The second language lies one folder deeper and uses the same files.
    root = "" if config.extra["root_language"] else "../"
    config.extra["element"] = root + config.extra["bundle"].element
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files, once for both languages."""
    if config.extra["root_language"]:
        config.extra["bundle"].write(Path(config.site_dir))
