"""Which names a new calculator may have."""

from keyword import iskeyword
from pathlib import Path

from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence
from calculators.core.text.patterns import lazy_pattern

# What the terminal takes for a command; and what calculators/__init__.py calls by these names: as
# soon as a folder of such a name is imported, Python finds the folder there instead.
RESERVED = frozenset(
    {"new", "changed", "files"}
    | {"answer", "cache", "clock", "core", "date", "definition", "evaluate", "load"}
    | {"scaffold", "today-in-beijing", "unknown-calculator"}
)

_KEBAB = lazy_pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class CalculatorNameError(Exception):
    """A calculator cannot have this name; nothing was written.

    ``code`` is ``not_kebab``, ``reserved``, ``exists`` or ``not_here`` (in no handbook);
    ``values`` fill its sentence.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def message(self, lang: str) -> str:
        """The sentence that tells the author why, in ``lang``."""
        return sentence(
            Texts("calculators.scaffold", lang), "refused", self.code, values=self.values
        )


def folder_name(calculator: str) -> str:
    """The folder of the calculator ``calculator``: ``my_rule`` for ``my-rule``."""
    return calculator.replace("-", "_")


def new_folder(calculator: str, into: Path) -> Path:
    """The folder that ``calculator`` gets in ``into``; raises :class:`CalculatorNameError`."""
    if not _KEBAB.fullmatch(calculator):
        raise CalculatorNameError("not_kebab", calculator=calculator)
    if calculator in RESERVED or iskeyword(calculator):
        raise CalculatorNameError("reserved", calculator=calculator)
    folder = into / folder_name(calculator)
    if folder.exists():
        raise CalculatorNameError("exists", folder=folder.name)
    return folder
