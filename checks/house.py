"""The files that are looked through: those on disk, some of them perhaps as a change has them."""

import codecs
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from calculators import CALCULATORS
from calculators.clock import today_in_beijing
from calculators.core.text.catalogue import LANGUAGES
from checks.meant import MEANT, meant
from checks.page import Page
from checks.recorded import RECORD, Record
from checks.toml_lines import TomlLines

ROOT = Path(__file__).resolve().parents[1]
OTHER = {"zh": "en", "en": "zh"}
# Besides the pages and what stands in the calculators' folders.
TABLES = (
    "calculators/sources.toml",
    "docs/console.toml",
    "docs/faults.toml",
    "docs/moved.toml",
    "docs/notices.toml",
    "docs/other_subjects.toml",
    "docs/other_words.toml",
    "docs/same_words.toml",
    "docs/tasks.toml",
)
# Where both languages have a file of sentences.
_OF_CALCULATOR = ("rules", "cases", "zh", "en")


class House:
    """The handbook's files.

    ``changed`` are contents by path that stand in the place of what is on disk, ``None`` for a file
    that is gone. ``before`` gives the text of a file before the change, ``None`` where it had none.
    """

    def __init__(
        self,
        root: Path = ROOT,
        changed: Mapping[str, bytes | None] | None = None,
        *,
        today: date | None = None,
        before: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        self.root = root
        self.today = today or today_in_beijing()
        self.before = before
        self.changed = changed or {}
        self._texts: dict[str, str | None] = {}
        self._tables: dict[str, TomlLines | None] = {}

    def data(self, path: str) -> bytes | None:
        """The bytes of a file; ``None`` where there is none."""
        if path in self.changed:
            return self.changed[path]
        file = self.root / path
        return file.read_bytes() if file.is_file() else None

    def text(self, path: str) -> str | None:
        """A file's text with plain line ends; ``None`` where it is none, or cannot be read."""
        if path not in self._texts:
            self._texts[path] = _decoded(self.data(path))
        return self._texts[path]

    def toml(self, path: str) -> TomlLines | None:
        """A file's tables; ``None`` where it is none or has a mistake in its form."""
        if path not in self._tables:
            text = self.text(path)
            try:
                self._tables[path] = None if text is None else _toml(text)
            except tomllib.TOMLDecodeError:
                self._tables[path] = None
        return self._tables[path]

    def tables(self, path: str) -> Mapping[str, Any]:
        """What stands in a file of TOML; nothing where it cannot be read."""
        found = self.toml(path)
        return found.tables if found else {}

    @cached_property
    def pages(self) -> Mapping[tuple[str, str], Page]:
        """The pages that can be read, by language and stem (``orders/late-delivery``)."""
        found = {}
        for path in self.page_paths:
            text = self.text(path)
            if text is not None and text.strip():
                page = _page(path, text)
                found[page.lang, page.stem] = page
        return found

    @cached_property
    def page_paths(self) -> list[str]:
        """The paths of all pages in both languages."""
        on_disk = {
            path.relative_to(self.root).as_posix()
            for lang in LANGUAGES
            for path in (self.root / "docs" / lang).rglob("*.md")
        }
        new = {path for path in self.changed if path.startswith("docs/") and path.endswith(".md")}
        return sorted(path for path in on_disk | new if self.data(path) is not None)

    @cached_property
    def fingerprint(self) -> int:
        """A number that another house has, too, whose calculators are the same."""
        paths = (
            "calculators/sources.toml",
            *self.of_calculators,
            *(f"{SHARED[0]}/{each}.toml" for each in LANGUAGES),
        )
        return hash((self.today, *map(self.text, paths)))

    def of_calculator(self, *calculators: str) -> int:
        """The same for some of the calculators alone."""
        paths = [f"{folder(each)}/{name}.toml" for each in calculators for name in _OF_CALCULATOR]
        return hash((self.today, self.text("calculators/sources.toml"), *map(self.text, paths)))

    @property
    def stems(self) -> list[str]:
        """The pages that both languages have, and that can be read."""
        return sorted({stem for lang, stem in self.pages if (OTHER[lang], stem) in self.pages})

    @property
    def toml_paths(self) -> list[str]:
        """All files of TOML that the handbook is made of."""
        return [*TABLES, *self.of_calculators, *(f"{each}/{lang}.toml" for each in SHARED
                for lang in LANGUAGES)]  # fmt: skip

    @property
    def of_calculators(self) -> list[str]:
        """The files of TOML in the calculators' folders."""
        return [f"{folder(each)}/{name}.toml" for each in CALCULATORS for name in _OF_CALCULATOR]

    @cached_property
    def record(self) -> Record:
        """Which words of which section were last seen to say the same."""
        return Record.read(self.text(RECORD) or "")

    @cached_property
    def meant(self) -> Mapping[tuple[str, str], Mapping[str, int]]:
        """Figures that are meant as they are typed, by file and place."""
        return meant(self.text(MEANT) or "")

    def blamed(self, stem: str, section: str) -> str:
        """The language in which a section was changed: English, where that cannot be told.

        What stood in the files before tells it, or else the record.
        """
        changed = [
            lang
            for lang in LANGUAGES
            if (before := self.before(path := f"docs/{lang}/{stem}.md")) is not None
            and before != self.text(path)
        ]
        if len(changed) == 1:
            return changed[0]
        pages = (self.pages.get(("zh", stem)), self.pages.get(("en", stem)))
        zh, en = (self.record.differs(page, section) if page else False for page in pages)
        return "zh" if zh and not en else "en"


# Texts in both languages that are no calculator's.
SHARED = (
    *("calculators/core/text", "calculators/scaffold", "calculators/terminal"),
    *("macros/texts", "tools/changes"),
)


def folder(calculator: str) -> str:
    """Where a calculator's files stand."""
    return f"calculators/{calculator.replace('-', '_')}"


# Whoever looks at one change after another reads what has not changed once.
_page = lru_cache(maxsize=512)(Page)
_toml = lru_cache(maxsize=512)(TomlLines)


def _decoded(data: bytes | None) -> str | None:
    if data is None:
        return None
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
