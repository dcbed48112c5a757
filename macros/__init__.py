"""What runs while the site is built. mkdocs-macros imports this package and calls define_env."""

from macros.main import define_env

__all__ = ["define_env"]
