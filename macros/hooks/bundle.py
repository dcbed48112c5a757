"""Hook: the browser's Python is made before the first page, and laid once under the site's root."""

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

ROOT = Path(__file__).parents[2]


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Find our packages, and tell the templates which scripts and which style sheet to name."""
    if config.extra["root_language"]:
        _forget_our_modules()
    from macros.bundle.build import FOLDER, bundle  # noqa: PLC0415 (after forgetting)
    from macros.bundle.library import BundleError  # noqa: PLC0415

    try:
        made = bundle()
    except BundleError as error:
        raise PluginError(str(error)) from None
    config.extra["bundle"] = made
    # The second language lies one folder deeper and uses the same files.
    folder = FOLDER if config.extra["root_language"] else f"../{FOLDER}"
    config.extra["scripts"] = {
        "pages": f"{folder}/{made.scripts.pages}",
        "element": f"{folder}/{made.scripts.element}",
    }
    config.extra_css.append(f"{folder}/{made.scripts.style}")
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files, once for both languages."""
    if config.extra["root_language"]:
        config.extra["bundle"].write(Path(config.site_dir))


def _forget_our_modules() -> None:
    """So that under `mkdocs serve` an edited rule, text or calculator counts at the next build."""
    # MkDocs loads a hook as a lone file; the packages beside it are found from the project's root.
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    ours = {"calculators", "macros"}
    for name in [name for name in sys.modules if name.partition(".")[0] in ours]:
        if not name.startswith("macros/"):  # MkDocs' own names for these hooks
            del sys.modules[name]
