"""What whoever reads the totals of a table must know of how it was read."""

from collections.abc import Iterator, Sequence

from calculators.core.definition import Definition
from calculators.core.inputs.dates import read_date
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.inputs.parsing import default_text
from calculators.core.order_files import Files
from calculators.core.table.columns.beside_inputs import ITEM_STATUS, ORDER, SHIPPING, STATUS
from calculators.core.table.columns.headings import Headings
from calculators.core.table.names import ON
from calculators.core.table.notes.aside import Aside
from calculators.core.table.notes.day_of_rules import day_of_rules
from calculators.core.table.notes.days_alone import days_alone
from calculators.core.table.notes.of_states import notes_of_states
from calculators.core.table.notes.other_units import other_units
from calculators.core.table.notes.prevailing import prevailing
from calculators.core.table.planning.plan import Plan
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence


def notes_of_plan(
    texts: Texts, plan: Plan, headings: Headings, order: int | None, refunds: Sequence[int] = ()
) -> Iterator[str]:
    """The sentences, as far as they follow from the plan.

    ``order`` is the column of the number, ``refunds`` those of what was given back.
    """
    definition = headings.definition
    files = definition.files
    if count := headings.layout.orders_above:
        yield sentence(texts, "notes", "above_headings", values={"count": count})
    if files and files.counts_per_order(plan.known):
        yield _which_rows(texts, plan, headings, files, order)
    if texts.has("notes", "each_order"):
        yield texts.get("notes", "each_order")
    yield from day_of_rules(texts, plan, headings)
    yield from other_units(texts, plan, headings)
    yield from _of_two_columns(texts, plan, headings)
    if files and files.tells_states(plan.known):
        yield from notes_of_states(texts, plan, headings, refunds)
    yield from prevailing(texts, plan, headings)
    if files is None:
        return
    known = plan.known
    if files.shipped and not files.until_now and not files.tells_shipping(known):
        kinds = {*plan.columns, *(kind for kind, _ in headings.states_beside(plan.columns))}
        by_status = not kinds.isdisjoint({STATUS, ITEM_STATUS, SHIPPING})
        yield texts.get("notes", "not_shipped_by_status" if by_status else "not_shipped")
    for name in files.settled.values():
        if name in plan.columns:
            heading = quoted(headings.headings[plan.columns[name]])
            yield Aside(sentence(texts, "notes", name, values={"heading": heading}))
    if "shipped_at" in plan.columns and "collected_at" not in plan.columns:
        yield texts.get("notes", "click_not_scan")
    yield from days_alone(texts, plan, headings, files)
    yield from _taken(definition, files, plan, texts, headings)


def _of_two_columns(texts: Texts, plan: Plan, headings: Headings) -> Iterator[str]:
    """Which columns were left out as the same as another, and which goes before the payment's."""
    if (balance := headings.balance(plan.columns)) is not None:
        of_rest = {"heading": quoted(headings.headings[balance])}
        yield sentence(texts, "notes", "paid_in_parts", values=of_rest)
    for name, match in headings.matches.items():
        if match.same and plan.columns.get(name) == match.columns[0]:
            at, other = (
                quoted(headings.headings[each]) for each in (*match.columns, match.same[0])
            )
            text = sentence(texts, "notes", "same", values={"heading": at, "other": other})
            # Further down they may differ.
            yield Aside(text) if headings.layout.whole else text


def _which_rows(
    texts: Texts, plan: Plan, headings: Headings, files: Files, order: int | None
) -> str:
    """Which rows are one order, and whether their amounts add up or one holds for each order."""
    if order is None:
        left_out = ORDER not in plan.columns and headings.matches[ORDER].columns
        return texts.get("notes", "order_left_out" if left_out else "one_order_a_row")
    heading = quoted(headings.headings[order])
    if given := tuple(name for name in files.adds if plan.given.get(name)):
        names = tuple(texts.get("fields", name, "name") for name in given)
        values = {"heading": heading, "names": names}
        return sentence(texts, "notes", "by_order_given", values=values)
    return Aside(sentence(texts, "notes", "by_order", values={"heading": heading}))


def _taken(
    definition: Definition, files: Files, plan: Plan, texts: Texts, headings: Headings
) -> Iterator[str]:
    """What is taken for all rows, where neither the table nor whoever asks tells it."""
    known = plan.known
    for name in files.open(known):
        # What is reckoned for want of it is counted row by row.
        if name not in files.until_now and texts.has("notes", name):
            yield texts.get("notes", name)
    for name in files.told:
        if name not in known and texts.has("notes", name):
            yield texts.get("notes", name)
    yield from _untold(files, plan, texts, headings)
    fields = fields_of(definition.inputs)
    # What hangs on another input is nothing where that one is unknown, or says otherwise.
    idle = {name for name in fields if not fields[name].decides(plan.given)}
    idle.update(name for name, other in files.only_with.items() if other not in known)
    for name in files.assumed:
        if name not in {*known, *files.unknown(known), *idle}:
            yield from _assumed(definition, name, plan, texts)
    open_ = [name for name in files.unset if name not in {*known, *idle}]
    # Of some it is said what follows from that.
    yield from (texts.get("notes", name) for name in open_ if texts.has("notes", name))
    others = [name for name in open_ if not texts.has("notes", name)]
    if unset := tuple(texts.get("fields", name, "name") for name in others):
        yield sentence(texts, "notes", "unset", values={"names": unset})
    if files.may_be_more(known):
        yield texts.get("notes", "at_least")


def _untold(files: Files, plan: Plan, texts: Texts, headings: Headings) -> Iterator[str]:
    """What was not looked at for want of a moment, of which a column may know the day."""
    for moment in files.untold(plan.known):
        if moment in headings.days_without_time and texts.has("notes", f"{moment}_day"):
            heading = quoted(headings.headings[headings.days_without_time[moment]])
            yield sentence(texts, "notes", f"{moment}_day", values={"heading": heading})
        elif texts.has("notes", moment):
            yield texts.get("notes", moment)


def _assumed(definition: Definition, name: str, plan: Plan, texts: Texts) -> Iterator[str]:
    """What is taken for all rows of a file that does not tell it."""
    field = fields_of(definition.inputs)[name]
    day = read_date(plan.given[ON]) if plan.given.get(ON) else plan.today
    text = default_text(field, definition.rule_book.on(day))
    if text:
        values = {
            "name": texts.get("fields", name, "name"),
            "value": field.said(name, text, texts),
        }
        yield sentence(texts, "notes", "assumed", values=values)
