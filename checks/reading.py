"""The calculators as a house's files would make them, also where these are not on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import calculators
from calculators import CALCULATORS
from calculators.core.composition import Composed
from calculators.core.rules.sources import register
from calculators.core.text.catalogue import COMMON
from checks.house import House, folder


class _Files:
    """Gives what the house has in the place of a package's files."""

    def __init__(self, loader: Any, house: House) -> None:
        self._loader = loader
        self._house = house

    def get_data(self, path: str) -> bytes:
        """The bytes of a file; raises ``OSError`` where there is none."""
        parts = Path(path).parts
        name = "/".join(parts[len(parts) - parts[::-1].index("calculators") - 1 :])
        data = self._house.data(name)
        if data is None:
            raise FileNotFoundError(path)
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)


@contextmanager
def calculators_of(house: House) -> Iterator[None]:
    """Within it, whoever asks the calculators is answered by the files of ``house``."""
    if not any(path.startswith("calculators/") for path in house.changed):
        yield
        return
    packages = ["calculators", COMMON, *(folder(each).replace("/", ".") for each in CALCULATORS)]
    specs: list[Any] = [import_module(each).__spec__ for each in packages]
    loaders = [each.loader for each in specs]
    for spec in specs:
        spec.loader = _Files(spec.loader, house)
    _forget()
    try:
        yield
    finally:
        for spec, loader in zip(specs, loaders, strict=True):
            spec.loader = loader
        _forget()


def sound(calculator: str) -> bool:
    """Whether the files of a calculator can be read; asked for within ``calculators_of``."""
    try:
        found = calculators.definition(calculator)
        return bool(found.rule_book.history() and register().publishers and found.texts("zh").lang)
    except (ValueError, KeyError, TypeError, AttributeError, OSError, ArithmeticError):
        return False


def parts_of(calculator: str) -> tuple[str, ...]:
    """The calculators that one rests on."""
    whole = calculators.definition(calculator)
    return (*whole.parts, *whole.beside) if isinstance(whole, Composed) else ()


def _forget() -> None:
    register.cache_clear()
    calculators.definition.cache_clear()


@cache
def code_of(calculator: str) -> Any:
    """The module with its inputs and outputs, which no file of texts changes."""
    return import_module(f"{folder(calculator).replace('/', '.')}.calculate")
