"""Two builds: after the first language's, the second's into a folder below."""

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

SECOND = "en"
# The theme walks from page to page where the sitemap names their addresses, and only there.
WITHOUT_ADDRESS = (
    "No SITE_URL: the pages name {} as their address. Opened at any other, each is loaded whole, "
    "and its calculators begin anew."
)


def root_url(config: MkDocsConfig) -> str:
    """Where the first language lies, for links between the two."""
    site = (config.site_url or "").rstrip("/")
    root = site if config.extra["root_language"] else site.removesuffix(f"/{SECOND}")
    return f"{root}/"


def build_second(config: MkDocsConfig) -> None:
    """Build the second language, with the same strictness, below the first."""
    second = load_config(
        str(Path(config.config_file_path).with_name(f"mkdocs.{SECOND}.yml")),
        site_dir=str(Path(config.site_dir) / SECOND),
        site_url=f"{config.site_url.rstrip('/')}/{SECOND}/" if config.site_url else "",
        strict=config.strict,
    )
    second.plugins.on_startup(command="build", dirty=False)
    try:
        build(second)
    finally:
        second.plugins.on_shutdown()
