"""Orders that are not what is asked about yet: nobody wanted an invoice, for example."""

from collections.abc import Sequence

from calculators.core.inputs.errors import InputError
from calculators.core.table.columns.headings import Headings
from calculators.core.table.names import key, names_of
from calculators.core.table.planning.plan import Plan
from calculators.core.table.row_inputs import Parsed

# The code of its texts.
NOT_BEGUN = "not_begun"


class Begun:
    """Tells it of each row, by inputs that a calculator's ``FILES`` name in ``begun_by``."""

    def __init__(self, headings: Headings, plan: Plan) -> None:
        definition = headings.definition
        names = definition.files.begun_by if definition.files else ()
        # What is given for all orders holds for those that leave the rest open.
        told = bool(names) and names[0] in plan.columns and plan.given.keys().isdisjoint(names)
        self._columns = {name: plan.columns[name] for name in names if name in plan.columns}
        self.is_told = told
        self._none = frozenset(names_of(definition, NOT_BEGUN)) if told else frozenset[str]()

    def of(self, own: Sequence[str], parsed: Parsed) -> bool:
        """Whether a row says anything of it but that there is nothing."""
        if not self.is_told:
            return True
        return any(self._says(own[at], parsed[name]) for name, at in self._columns.items())

    def _says(self, cell: str, value: object) -> bool:
        return value is not None and not (type(value) is InputError and key(cell) in self._none)
