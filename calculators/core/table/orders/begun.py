"""Orders that are not what is asked about yet: nobody wanted an invoice, for example."""

from collections.abc import Sequence

from calculators.core.table import cells
from calculators.core.table.columns.headings import Headings
from calculators.core.table.names import columns_called, names_of
from calculators.core.table.planning.plan import Plan
from calculators.core.table.row_inputs import Parsed

# The code of its texts.
NOT_BEGUN = "not_begun"


class Begun:
    """Tells it of each row, by inputs that a calculator's ``FILES`` name in ``begun_by``.

    And by columns that a text ``begun_too`` of ``[table]`` names.
    """

    def __init__(self, headings: Headings, plan: Plan) -> None:
        definition = headings.definition
        names = definition.files.begun_by if definition.files else ()
        # What is given for all orders holds for those that leave the rest open.
        is_open = plan.given.keys().isdisjoint(names)
        self.is_told = is_open and bool(names) and names[0] in plan.columns
        self._names = [name for name in names if name in plan.columns]
        others = names_of(definition, "begun_too") if self.is_told else ()
        self._others = columns_called(headings.layout.keys, others)

    def of(self, own: Sequence[str], parsed: Parsed) -> bool:
        """Whether a row says anything of it."""
        said = any(parsed[name] is not None for name in self._names)
        return said or any(cells.bare(own[at]) for at in self._others)
