"""The shapes of an answer and of its wording, as they cross to a page, a program or a file of JSON.

They are dicts when they are made; what is declared here is also what ``theme/element/answers.d.ts``
is written from (``python -m tools.page_types``).
"""

from typing import Literal, NotRequired, TypedDict

from calculators.core.rules.confidence import Confidence

# An output in an answer: money, percentages, days, times, choices and yes/no are texts; a list
# holds codes; None is said in words by the output itself (no limit, nothing due).
type OutputValue = str | int | list[str] | None

# What an answer means for the merchant: all is well, something is wrong, something is still to come
# or to be done in time, or it is merely a figure.
type Tone = Literal["good", "bad", "wait", "neutral"]


class Step(TypedDict):
    """One step of the calculation; ``rule`` is the id of the rule that it rests on."""

    code: str
    rule: str | None
    text: str


class Notice(TypedDict):
    """A warning, or something that the answer does not count."""

    code: str
    text: str


class RuleSource(TypedDict):
    """What one rule rests on: ids of the register of sources, best first.

    ``valid_from`` is a day or ``unknown``.
    """

    rule: str
    sources: list[str]
    claims: list[str]
    valid_from: str
    checked_on: str
    confidence: Confidence


# A key that is a word of Python's can only be declared in a call.
_Beginning = TypedDict("_Beginning", {"from": str})


class Announcement(_Beginning):
    """A value or formula that begins on the later day ``from``; ``value`` is a number as text."""

    rule: str
    value: str | None
    text: str


class OkAnswer(TypedDict):
    """The answer to inputs that could be read; ``on`` is the day whose rules answered.

    ``headline`` is one sentence that says it, ``tone`` what it means for the merchant. ``to_do`` is
    the codes of the steps that say what to do, ``fix`` what to enter instead, by input, where
    that makes a bad answer a good one (else empty).
    """

    calculator: str
    ok: Literal[True]
    on: str
    lang: str
    inputs: dict[str, str | None]
    outputs: dict[str, OutputValue]
    headline: str
    tone: Tone
    to_do: list[str]
    fix: dict[str, str]
    steps: list[Step]
    warnings: list[Notice]
    excludes: list[Notice]
    sources: list[RuleSource]
    upcoming: list[Announcement]


class FieldError(TypedDict):
    """Why one field was refused; the code is the same in every language."""

    field: str
    code: str
    text: str


class ErrorAnswer(TypedDict):
    """The answer to inputs that could not be read: every reason, in the form's order."""

    calculator: str
    ok: Literal[False]
    errors: list[FieldError]


type Answer = OkAnswer | ErrorAnswer


def answered(answer: Answer) -> OkAnswer:
    """``answer`` where there is one; raises ``ValueError`` with the errors where there is none."""
    if not answer["ok"]:
        raise ValueError("; ".join(f"{each['field']}: {each['text']}" for each in answer["errors"]))
    return answer


class Labelled(TypedDict):
    """Something that was entered or found, in words."""

    label: str
    text: str


class Figure(Labelled):
    """An output in words, or what it comes to in many answers."""

    id: str


class OutputLine(Figure):
    """An output in words. The headline is first and large; a deadline belongs in a calendar."""

    headline: bool
    deadline: bool


class SourcePart(TypedDict):
    """A piece of a source line; one that names a text has its id."""

    text: str
    source: NotRequired[str]


class SourceLine(TypedDict):
    """What a rule rests on as one line, and the same line in its pieces; claims that name it."""

    rule: str
    name: str
    text: str
    parts: list[SourcePart]
    claims: list[str]


class Sureness(TypedDict):
    """How sure something is, and the word for it."""

    level: Confidence
    text: str


class Presentation(TypedDict):
    """An answer in words: outputs, and for each step the line of its source, if it has one.

    ``confidence`` is the lowest of what the steps rest on, ``None`` where that is only what this
    handbook chose itself. ``fix`` has the entries to change, each with what stands there and what
    to enter instead.
    """

    confidence: Sureness | None
    fix: list[Labelled]
    outputs: list[OutputLine]
    step_sources: list[SourceLine | None]


class ComparisonRow(TypedDict):
    """One input or output of two answers; ``change`` is how much more the second output is."""

    id: str
    label: str
    first: str
    second: str
    same: bool
    change: NotRequired[str | None]


class Comparison(TypedDict):
    """Two answers side by side."""

    inputs: list[ComparisonRow]
    outputs: list[ComparisonRow]


class CountedState(Labelled):
    """How many orders of a file are in a state, and what may be taken for these in all.

    ``exposure`` is that amount in words, ``yuan`` the bare number; ``text`` says all of it.
    """

    id: str
    count: int
    exposure: str
    yuan: str


class OrderToDo(TypedDict):
    """An order that needs somebody: its state, what to do first, by when, what is at stake.

    ``row`` is its row in a spreadsheet, ``order`` its number, or empty where no column holds one.
    ``by`` is a minute on Douyin's clock, ``None`` where nothing ahead runs any more; ``hours_left``
    are the full hours to it. ``exposure`` is in words, ``yuan`` the bare number.
    """

    row: int
    order: str
    state: str
    label: str
    to_do: str
    by: str | None
    hours_left: int | None
    exposure: str
    yuan: str


class OrdersToDo(TypedDict):
    """The most pressing of some orders, in their order, and how many there are in all."""

    total: int
    first: list[OrderToDo]


class DeadlineBin(TypedDict):
    """How many orders have their next deadline from ``start`` on and before ``end``."""

    start: str
    end: str
    label: str
    count: int


class DeadlinesAhead(TypedDict):
    """When the next deadlines of all orders are: missed, in the bins that follow now, or later."""

    overdue: int
    bins: list[DeadlineBin]
    later: int


class RepeatedParcel(TypedDict):
    """A parcel's number that stands under several orders: the first of them, and how many.

    ``address_differs``: addresses can be read, and two of the orders have different ones.
    """

    parcel: str
    orders: list[str]
    total: int
    address_differs: bool


class RepeatedParcels(TypedDict):
    """The first parcels that stand under several orders, and how many there are in all.

    ``known`` says whether a column holds the numbers of parcels. ``note`` says what the platform
    counts, and what only the merchant can see.
    """

    known: bool
    total: int
    first: list[RepeatedParcel]
    note: str


class ShopDay(TypedDict):
    """The orders of one day: due and late on it, out of stock; shipped on it and abnormal.

    Rates are texts, ``None`` where nothing was due or shipped.
    """

    day: str
    due: int
    late: int
    late_rate: str | None
    out_of_stock: int
    out_of_stock_rate: str | None
    shipped: int
    abnormal: int
    abnormal_rate: str | None


class LimitStanding(Labelled):
    """How near the orders of a day come to one of the platform's limits.

    ``days`` are one or two, ``product`` is that of a limit for products. ``count`` of ``of`` orders
    are what the limit counts; ``away`` is how many more make it reach, ``open`` how many of the day
    still can. ``text`` says all this, ``brings`` and ``lifts`` what follows and what ends it.
    """

    id: str
    days: list[str]
    product: str | None
    count: int
    of: int
    rate: str
    away: int
    open: int
    brings: str
    lifts: str
    source: SourceLine


class ShopLimits(TypedDict):
    """The shop's days, latest first, the limits that were reached, and the nearest of the others.

    ``reached`` has the latest day first, ``others`` the nearest day of each other limit.
    """

    days: list[ShopDay]
    reached: list[LimitStanding]
    nearest: LimitStanding | None
    others: list[LimitStanding]
    notes: list[str]


class Dashboard(TypedDict):
    """What a file of orders comes to, above its rows.

    ``money`` are the sums of what may be taken, ``overdue`` the orders that missed a deadline and
    still wait, the earliest missed first, ``due`` those with a deadline ahead, the next first;
    ``in_time`` is how many of these have missed none; ``both`` says how many stand in both lists,
    empty where none does.
    """

    now: str
    orders: int
    states: list[CountedState]
    money: list[Figure]
    overdue: OrdersToDo
    due: OrdersToDo
    in_time: int
    both: str
    deadlines: DeadlinesAhead
    parcels: RepeatedParcels
    limits: ShopLimits
