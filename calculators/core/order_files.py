"""What a calculator says about files of orders, beside its formulas."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Files:
    """How rows of a file become questions; a module's ``FILES`` in ``calculate.py``.

    ``adds`` are inputs in yuan that add up over the rows of one order: where it names any, the rule
    counts per order, and rows of one order are one; ``adds_where_known``: only where any of them is
    known, since otherwise each row is asked about its own parcel alone. ``asked`` are inputs that
    decide an answer: no default of the form answers for a file. ``instead`` names for one of these
    the inputs from which it follows, ``ends`` for a moment the one at which a span begins and the
    input with its hours, at whose end it is where no row names it, ``idle_with`` those with the
    text of each beside which it decides nothing, ``only_with`` for one of these, an assumed one or
    one of ``without`` the input without which it decides nothing. ``shipped`` are the moments that
    tell that an order was shipped: one without any is taken as waiting until now, but only where
    one of them is known of the file; ``until_now`` are those of ``instead`` that are reckoned so.
    A text of its name under ``[notes]`` says what is taken where an older formula did not ask.
    ``settled`` names for one of these the yes or no that says whether there is any: by a no it is
    0, beside a yes it is not 0.
    ``assumed`` are defaults that are used all the same, and said. ``unset`` are inputs that count
    as not given where no column holds them, which is said, too.
    ``without`` names moments of which nothing is known where a file has no column for them, each
    with the inputs that say so and their texts, unless there is one for a moment that ``told_too``
    names for it; a text under ``[notes]`` tells it. ``spared`` are
    needed inputs that a file may lack where it surely has the others named. ``asked_now``:
    where a file has no ``now``, it is the moment of asking, though a form asks for it. ``paid_at``
    is the input whose absence tells that a closed order was never paid, ``received`` the one, a yes
    or no, that the status of an order tells which the buyer has. ``parcels`` are
    moments, as they follow each other, that a second file may tell, of the orders' parcels.
    ``at_least`` are the inputs from which an amount follows that may be more where something was
    not looked at, for want of moments or of what is ``unset``.
    ``told`` names for a choice that has to be made the inputs that make it, each with what is
    chosen where it is the only one of them that is there.
    ``less_refunds``: what counts of the amounts that add up is what is left after partial refunds.
    ``flagged``: a column may say of each order whether it is one that the calculator is about, by
    the words that its texts have for that; ``flagged_not`` is the input of others whose columns ask
    the opposite.
    ``kept_alone``: each row is an order, and one that was undone is not asked about.
    ``ended_when`` are the days without any of which an order is taken as going on: where its status
    says that the buyer has it, a text ``ended_without`` under ``[notes]`` counts it.
    ``begun_by`` are the inputs of which an order has one once it is what the calculator is about:
    where a column holds the first of them, an order without any is not counted, and is said by the
    texts ``not_begun`` under ``[orders]`` and ``[notes]``; a text ``begun_too`` under ``[table]``
    names other columns that tell it.
    ``awaited`` is the output by whose moment one of the rows of an order answers for all, where
    they differ in moments alone: the earliest.
    ``dashboard``: the calculator has a module of that name, which looks at a whole file (see
    :mod:`calculators.core.table.collecting`).
    """

    adds: tuple[str, ...] = ()
    adds_where_known: bool = False
    asked: tuple[str, ...] = ()
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ends: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    idle_with: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    only_with: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    assumed: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()
    without: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    at_least: tuple[str, ...] = ()
    told_too: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked_now: bool = False
    paid_at: str = "paid_at"
    received: str = ""
    parcels: tuple[str, ...] = ()
    shipped: tuple[str, ...] = ()
    settled: Mapping[str, str] = field(default_factory=dict)
    until_now: tuple[str, ...] = ()
    less_refunds: bool = False
    flagged: bool = False
    flagged_not: str = ""
    kept_alone: bool = False
    ended_when: tuple[str, ...] = ()
    begun_by: tuple[str, ...] = ()
    awaited: str = ""
    dashboard: bool = False

    def __post_init__(self) -> None:
        said, idle, told = (
            {name: MappingProxyType(dict(each)) for name, each in table.items()}
            for table in (self.without, self.idle_with, self.told)
        )
        for name, value in (
            ("instead", self.instead),
            ("ends", self.ends),
            ("settled", self.settled),
            ("idle_with", idle),
            ("told", told),
            ("only_with", self.only_with),
            ("without", said),
            ("told_too", self.told_too),
            ("spared", self.spared),
        ):
            object.__setattr__(self, name, MappingProxyType(dict(value)))

    @property
    def has_states(self) -> bool:
        """Whether what has become of an order decides how its row counts."""
        return bool(self.adds) or self.kept_alone

    def counts_per_order(self, known: Collection[str]) -> bool:
        """Whether rows of one order are one, by the inputs that are ``known``."""
        return bool(self.adds) and not (self.adds_where_known and set(known).isdisjoint(self.adds))

    def tells_states(self, known: Collection[str]) -> bool:
        """The same as :attr:`has_states`, by what is ``known``."""
        return self.counts_per_order(known) or self.kept_alone

    def unknown(self, known: Collection[str]) -> dict[str, str]:
        """The inputs that say of what nothing is ``known``, each with its text."""
        return {
            name: text
            for moment, said in self.without.items()
            if self._is_unknown(moment, known)
            for name, text in said.items()
            if name not in known
        }

    def untold(self, known: Collection[str]) -> Iterator[str]:
        """The moments of which nothing is ``known``, where that decides anything."""
        for moment, said in self.without.items():
            names = (moment, *said)
            needed = {self.only_with[name] for name in names if name in self.only_with}
            if self._is_unknown(moment, known) and needed.issubset(known):
                yield moment

    def may_be_more(self, known: Collection[str]) -> bool:
        """Whether amounts are found of a file, and not all is ``known`` that may make them more."""
        if not self.at_least or not set(self.at_least) <= set(known):
            return False
        return any(self.untold(known)) or not set(self.unset) <= set(known)

    def _is_unknown(self, moment: str, known: Collection[str]) -> bool:
        return {moment, *self.told_too.get(moment, ())}.isdisjoint(known)

    def tells(self, name: str, known: Collection[str]) -> bool:
        """Whether what is ``known`` of a file may tell in each row what a choice is."""
        return not self.told.get(name, {}).keys().isdisjoint(known)

    def chosen(self, typed: Mapping[str, object]) -> dict[str, str]:
        """The choices that are made by what else stands in a row; no value is ``None`` or empty."""
        found: dict[str, str] = {}
        for name, chosen in self.told.items():
            telling = [text for other, text in chosen.items() if typed.get(other)]
            if not typed.get(name) and len(telling) == 1:
                found[name] = telling[0]
        return found

    def follows(self, name: str, known: Collection[str]) -> bool:
        """Whether an input that is ``asked`` follows from what is ``known`` of a file."""
        if not self.may_follow(name, known):
            return False
        return name not in self.until_now or self.tells_shipping(known)

    def may_follow(self, name: str, known: Collection[str]) -> bool:
        """The same, where it is known which orders were shipped."""
        if name not in self.instead:
            return False
        ended = (moment for moment, span in self.ends.items() if set(span).issubset(known))
        return set(self.instead[name]).issubset({*known, *ended})

    def telling(self, name: str, known: Collection[str]) -> list[str]:
        """The inputs from which one follows, as far as they are ``known`` of a file."""
        wanted = self.instead.get(name, ())
        spans = (self.ends[each] for each in wanted if each in self.ends and each not in known)
        moments = self.shipped if name in self.until_now else ()
        found = (*wanted, *(each for span in spans for each in span), *moments)
        return [each for each in dict.fromkeys(found) if each in known]

    def tells_shipping(self, known: Collection[str]) -> bool:
        """Whether what is ``known`` of a file tells which of its orders were shipped."""
        return not set(self.shipped).isdisjoint(known)

    def open(self, known: Collection[str]) -> list[str]:
        """The inputs that are ``asked`` and neither ``known`` nor follow from what is."""
        return [
            name
            for name in self.asked
            if name not in known
            if not self.follows(name, known)
            if name not in self.only_with or self.only_with[name] in known
        ]

    def to_ask(self, known: Collection[str]) -> list[str]:
        """Those of them that do not follow once the others are told."""
        found = self.open(known)
        return [
            name
            for name in found
            if not self.follows(name, {*known, *(each for each in found if each != name)})
        ]
