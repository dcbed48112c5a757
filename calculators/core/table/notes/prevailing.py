"""What is given for all rows against what their own cells tell, said above the totals."""

from collections.abc import Iterator

from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.order_files import Files
from calculators.core.table.columns.headings import Headings
from calculators.core.table.planning.plan import Plan
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence


def prevailing(texts: Texts, plan: Plan, headings: Headings) -> Iterator[str]:
    """A sentence where a value holds for all rows, or an amount for all orders, against columns."""
    files = headings.definition.files or Files()
    others = [name for name in fields_of(headings.definition.inputs) if name not in files.adds]
    for code, inputs in (("prevailing_amount", files.adds), ("prevailing", others)):
        overridden = {
            name: columns
            for name in inputs
            if plan.given.get(name) and (columns := _own_columns(name, plan, headings, files))
        }
        if not overridden:
            continue
        names = tuple(texts.get("fields", name, "name") for name in overridden)
        at = sorted({column for columns in overridden.values() for column in columns})
        told = tuple(quoted(headings.headings[column]) for column in at)
        yield sentence(texts, "notes", code, values={"names": names, "columns": told})


def _own_columns(name: str, plan: Plan, headings: Headings, files: Files) -> list[int]:
    """The columns that hold an input, or from which it follows, were it not given."""
    match = headings.matches[name]
    if name in files.adds:
        return list(match.columns)
    taken = set(plan.columns.values())
    if match.proposed is not None and match.proposed not in taken:
        return [match.proposed]
    if not files.follows(name, plan.columns):
        return []
    return [plan.columns[each] for each in files.telling(name, plan.columns)]
