"""What is left to do once the files are laid."""

from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence
from calculators.scaffold.names import folder_name


def next_steps(calculator: str, lang: str) -> str:
    """The steps from the laid files of ``calculator`` to a page that holds it, for a terminal."""
    values = {"calculator": calculator, "folder": folder_name(calculator)}
    return sentence(Texts("calculators.scaffold", lang), "next_steps", values=values)
