"""How it was found how late orders are, as far as no row gives their hours: counted, and said."""

from collections import Counter
from collections.abc import Iterator

from calculators.core.order_files import Files
from calculators.core.table.names import NOW
from calculators.core.table.notes.aside import Aside
from calculators.core.table.planning.plan import Plan
from calculators.core.table.reckoned import (
    BY_CLICK,
    CONTRADICTED,
    HOURS_PREVAIL,
    NO_HOURS,
    SAID_LATE,
    TAKEN,
    WAITING,
)
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import moment, sentence

# Reckoned until now, though it was undone some time before.
WAITING_UNDONE = "waiting_undone"


def notes_of_lateness(
    texts: Texts, plan: Plan, files: Files, counts: Counter[str], answered: int
) -> Iterator[str]:
    """The sentences; ``counts`` are the orders by how it was found, of all that were ``answered``.

    None where nothing was reckoned.
    """
    for name in files.until_now:
        if not (taken := counts[TAKEN]) or not texts.has("notes", name):
            continue
        if taken == answered:
            yield texts.get("notes", name)
        else:
            yield sentence(texts, "notes", f"{name}_of_some", values={"count": taken})
    if count := counts[BY_CLICK]:
        yield sentence(texts, "notes", "click_without_scan", values={"count": count})
    if count := counts[CONTRADICTED]:
        yield sentence(texts, "notes", "said_in_time", values={"count": count})
    for told in (SAID_LATE, HOURS_PREVAIL, NO_HOURS):
        if count := counts[told]:
            yield sentence(texts, "notes", told, values={"count": count})
    if count := counts[WAITING]:
        yield _until(texts, plan, count)
    if count := counts[WAITING_UNDONE]:
        yield sentence(texts, "notes", "waiting_undone", values={"count": count})


def _until(texts: Texts, plan: Plan, count: int) -> str:
    """Until when orders were reckoned that have not been shipped."""
    if NOW in plan.columns:
        return Aside(sentence(texts, "notes", "waiting_each", values={"count": count}))
    if now := plan.given.get(NOW):
        return Aside(sentence(texts, "notes", "waiting_given", values={"count": count, "now": now}))
    values = {"count": count, "now": moment(plan.now)}
    return sentence(texts, "notes", "waiting", values=values)
