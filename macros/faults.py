"""The faults that the tests bring about: what was broken, what a reader sees, what helps."""

from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any, NamedTuple

from macros.templating import render, words

_LIST = Path(__file__).parents[1] / "docs" / "faults.toml"


class Fault(NamedTuple):
    """One entry of ``docs/faults.toml``."""

    id: str
    broken: dict[str, str]
    helps: str
    sees: str | None = None
    server: str | None = None

    def sentence(self, lang: str) -> str:
        """What stands in the page, which has its words from the same place; empty for nothing."""
        if self.sees is None:
            return ""
        table, _, key = self.sees.partition(".")
        return str(words(lang)[table][key])


@cache
def faults() -> dict[str, Fault]:
    """All of them by id, in the order of the list."""
    listed: list[dict[str, Any]] = loads(_LIST.read_text(encoding="utf-8"))["fault"]
    return {
        each["id"]: Fault(broken={lang: each.pop(lang) for lang in ("zh", "en")}, **each)
        for each in listed
    }


def fault_table(*, lang: str) -> str:
    """A row for each."""
    said: dict[str, str] = words(lang)["faults"]
    buttons = words(lang)["failure"] | words(lang)["form"]
    return render(
        "faults.html",
        words=said,
        faults=[
            {
                "id": fault.id,
                "broken": fault.broken[lang],
                "sees": fault.sentence(lang) or said["nothing"],
                "helps": said[fault.helps].format(**buttons),
            }
            for fault in faults().values()
        ],
    )
