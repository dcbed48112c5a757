"""Which columns tell what has become of orders, where that is not plain from their headings."""

from collections.abc import Iterator, Sequence

from calculators.core.inputs.normalising import quoted
from calculators.core.table.columns.beside_inputs import (
    AFTER_SALE,
    ITEM_AFTER_SALE,
    REMARKS,
    SHIPPING,
    is_of_state,
)
from calculators.core.table.columns.headings import Headings
from calculators.core.table.names import names_of
from calculators.core.table.planning.plan import Plan
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence


def notes_of_states(
    texts: Texts, plan: Plan, headings: Headings, refunds: Sequence[int] = ()
) -> Iterator[str]:
    """The sentences; none where one column by its usual name tells all, and is read.

    ``refunds`` are the columns of what was given back.
    """
    used = [(name, at) for name, at in plan.columns.items() if is_of_state(name)]
    beside = [each for each in headings.states_beside(plan.columns) if each[0] not in REMARKS]
    unread = {at: cell for at, cell in headings.states.unread if _is_asked(plan, headings, at)}
    told = [(name, at) for name, at in (*used, *beside) if at not in unread]
    if any(at not in unread for _, at in beside) or any(
        headings.layout.keys[at] not in names_of(headings.definition, name) for name, at in told
    ):
        columns = tuple(quoted(headings.headings[at]) for _, at in told)
        yield sentence(texts, "notes", "states", values={"columns": columns})
    for at, cell in unread.items():
        values = {"heading": quoted(headings.headings[at]), "cell": quoted(cell)}
        yield sentence(texts, "notes", "state_unread", values=values)
    kinds = {name for name, _ in told if name != SHIPPING}
    of_refunds = kinds <= {AFTER_SALE, ITEM_AFTER_SALE} and (kinds or refunds)
    if of_refunds and not _tells_payment(plan, headings):
        places = [*(at for name, at in told if name in kinds), *refunds]
        columns = tuple(quoted(headings.headings[at]) for at in places)
        yield sentence(texts, "notes", "refunds_alone", values={"columns": columns})


def _is_asked(plan: Plan, headings: Headings, column: int) -> bool:
    """Whether a plan has not left out a column of states, nor taken it for something else."""
    taken = {at: name for name, at in plan.columns.items()}
    if column in taken:
        return is_of_state(taken[column])
    names = filter(is_of_state, headings.matches)
    return all(column not in headings.matches[name].columns for name in names)


def _tells_payment(plan: Plan, headings: Headings) -> bool:
    return headings.paid_at(plan.columns) is not None
