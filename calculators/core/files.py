"""The TOML files that stand beside a calculator's code, also when both lie in a zip."""

import pkgutil
import tomllib
from typing import Any


def read_toml(package: str, name: str) -> dict[str, Any]:
    """The tables of the file ``name`` in ``package``; raises ``FileNotFoundError``."""
    # pkgutil, not importlib.resources: the latter pulls a tenth of the library into the browser.
    data = pkgutil.get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package}: {name}")
    try:
        return tomllib.loads(data.decode())
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{package.replace('.', '/')}/{name}: {error}") from None
