"""Sentences by language, kept in ``zh.toml`` and ``en.toml``, never in code."""

from collections.abc import Mapping
from typing import Any

from calculators.core.resources import read_toml
from calculators.core.text.formatting import in_words

LANGUAGES = ("zh", "en")


class Texts:
    """The texts of one calculator in one language; what it lacks, the core's own texts say."""

    def __init__(self, package: str, lang: str) -> None:
        self.lang = lang
        self._package = package
        self.tables = read_toml(package, f"{lang}.toml")
        self._common = read_toml("calculators.core.text", f"{lang}.toml")

    def has(self, *keys: str) -> bool:
        """Whether a text stands under the path ``keys``."""
        return self._find(*keys) is not None

    def get(self, *keys: str) -> str:
        """The text at the path ``keys``; raises ``KeyError`` naming file and path."""
        text = self._find(*keys)
        if text is None:
            where = f"{self._package.replace('.', '/')}/{self.lang}.toml"
            raise KeyError(f"{where}: no text [{'.'.join(keys)}]")
        return text

    def say(self, *keys: str, values: Mapping[str, object] | None = None) -> str:
        """The sentence at the path ``keys`` with ``values`` written out in its language."""
        words = {name: in_words(value, self) for name, value in (values or {}).items()}
        return self.get(*keys).format_map(words)

    def _find(self, *keys: str) -> str | None:
        for table in (self.tables, self._common):
            text = _descend(table, keys)
            if isinstance(text, str):
                return text
        return None


def _descend(table: Any, keys: tuple[str, ...]) -> object:
    for key in keys:
        if not isinstance(table, dict) or key not in table:
            return None
        table = table[key]
    return table
