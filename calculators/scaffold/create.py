"""Creates the files of a new calculator, and says what is left to do."""

import pkgutil
from datetime import date
from pathlib import Path
from string import Template

from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence
from calculators.scaffold.names import folder_name, new_folder

_FILES = ("__init__.py", "calculate.py", "rules.toml", "zh.toml", "en.toml", "cases.toml")


def create_calculator(calculator: str, into: Path, today: date) -> list[Path]:
    """Write the folder of ``calculator`` into ``into``, the folder ``calculators``.

    ``today`` is the day on which its rule counts as checked. Gives the files written. Raises
    :class:`~calculators.scaffold.names.CalculatorNameError` for a name that cannot be had, and
    ``OSError``.
    """
    folder = new_folder(calculator, into)
    contents = {name: _filled(name, calculator, today) for name in _FILES}
    folder.mkdir()
    for name, text in contents.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in contents]


def next_steps(calculator: str, lang: str) -> str:
    """The steps from the files of ``calculator`` to a page that holds it, for a terminal."""
    values = {"calculator": calculator, "folder": folder_name(calculator)}
    return sentence(Texts("calculators.scaffold", lang), "next_steps", values=values)


def _filled(name: str, calculator: str, today: date) -> str:
    # Named .txt, so that linters, the bundle and the tests do not take a template for a calculator.
    template = pkgutil.get_data("calculators.scaffold", f"templates/{name}.txt")
    assert template is not None, "templates lie in a folder, where every loader finds them"
    values = {"calculator": calculator, "today": today.isoformat()}
    return Template(template.decode()).substitute(values)
