"""Sentences by language, kept in ``zh.toml`` and ``en.toml``, never in code."""

from collections.abc import Mapping
from typing import Any

from calculators.core.resources import read_toml

LANGUAGES = ("zh", "en")
# The package whose texts all calculators share.
COMMON = "calculators.core.text"


class Texts:
    """The texts of one calculator in one language; what it lacks, the core's own texts say.

    ``parts`` are those of the calculators that it composes, by their ids. ``of_rows``: the rows of
    its files are no orders, so that common texts do not call them so.
    """

    def __init__(
        self,
        package: str,
        lang: str,
        parts: Mapping[str, "Texts"] | None = None,
        *,
        of_rows: bool = False,
    ) -> None:
        self.lang = lang
        self._parts = parts or {}
        self._package = package
        self._tables = read_toml(package, f"{lang}.toml")
        common = read_toml(COMMON, f"{lang}.toml")
        own = (self._tables, common["of_rows"]) if of_rows else (self._tables,)
        self._in_turn = (*own, common)

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

    def rule_name(self, rule_id: str) -> str:
        """What the rule ``late-delivery.flat`` is called: its own, or one of a part."""
        calculator, _, key = rule_id.partition(".")
        return self._parts.get(calculator, self).get("rules", key)

    def _find(self, *keys: str) -> str | None:
        for table in self._in_turn:
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
