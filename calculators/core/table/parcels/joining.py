"""Two files joined by the orders' numbers: an export of orders, and one of their parcels.

The parcels' file is read once, into few bytes an order; its moments then stand behind the cells of
the orders' rows, as if they had been columns of that file. A parcel's own number is no key: it may
stand under two orders, which is one of the things to be found out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import override

from calculators.core.definition import Definition
from calculators.core.inputs.dates import read_time
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.table import cells
from calculators.core.table.columns.beside_inputs import ORDER, PARCEL
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.layout import Layout
from calculators.core.table.no_orders.rows import NoOrder
from calculators.core.table.numbered_rows import PIECE, Numbered
from calculators.core.table.orders.merging import Merging
from calculators.core.table.orders.order_numbers import (
    OrderNumbers,
    in_one_writing,
    key,
    numbers_in,
)
from calculators.core.table.parcels.parcels import Parcels, RowsOfParcels, Told
from calculators.core.table.parcels.voided import Voided
from calculators.core.table.planning.plan import Plan
from calculators.core.table.row_inputs import Parsed, RowInputs
from calculators.core.table.sums.labels import SURE, count_in, is_label, kind_of
from calculators.core.table.sums.rows_of_sums import LONGEST_COUNT
from calculators.core.table.table import Table
from calculators.core.text.formatting import sentence

# What is told of each row with a parcel: the order's number as it is written, its own cells.
type Seen = Callable[[str, Sequence[str]], None]


class NotJoined(str):
    """The empty text of a moment of which nothing is known: the order has no parcel."""

    __slots__ = ()


_NOT_JOINED = NotJoined()
# So long is a moment without its seconds.
_MINUTE = len("2026-08-13 18:00")


def parcels_first(first: Headings, second: Headings) -> bool:
    """Whether of two tables it is the first that holds parcels.

    It is the one that lacks more of what only orders have, else the one with more of the parcels'
    moments, else the second. Raises :class:`InputError` where the calculator joins no files.
    """
    files = first.definition.files
    if not (files and files.parcels):
        raise InputError("one_file_alone")

    def telling(headings: Headings) -> tuple[int, int]:
        orders = sum(bool(headings.matches[name].columns) for name in headings.needed)
        moments = sum(headings.matches[name].sure for name in files.parcels)
        return -orders, moments

    return telling(first) > telling(second)


def fields_joined(definition: Definition) -> tuple[str, ...]:
    """What a second file is asked for: the numbers of order and parcel, the parcel's moments."""
    files = definition.files
    return (ORDER, PARCEL, *(files.parcels if files else ()))


def sure_columns(parcels: Headings) -> dict[str, int]:
    """The columns of a table of parcels that are sure, by field."""
    wanted = fields_joined(parcels.definition)
    return {name: at for name, at in parcels.sure.items() if name in wanted}


class ParcelRows:
    """The rows of a table of parcels that name an order, read as often as they are needed.

    ``rounded`` are the rows whose order's number has lost digits, ``unnumbered`` those without one,
    ``shared`` those that name several orders, whose goods are in one parcel, ``left_out`` those of
    other tables, remarks, totals and headings repeated, ``hidden`` those that a filter hides,
    ``voided`` those of parcels that no buyer gets.
    """

    def __init__(self, table: Table, order: int, filled: Sequence[int]) -> None:
        self._table = table
        self._order = order
        self._filled = {order, *filled}
        self._numbers = OrderNumbers(table.layout, order)
        self._voided = Voided(table.layout)
        self._count_anew()

    def _count_anew(self) -> None:
        self.rounded = self.unnumbered = self.shared = self.left_out = self.hidden = 0
        self.voided = 0

    def read(self) -> Iterator[tuple[str, list[str]] | None]:
        """The number of each order in a row, with its cells; ``None`` is a sign of progress."""
        self._count_anew()
        table, layout, hidden = self._table, self._table.layout, self._table.opened.hidden
        rows = Merging(table.opened.merged(), self._filled, (), layout.first - 1)
        begin = layout.orders_from
        for at, row in layout.of_orders.of(rows.rows(table.rows()), begin):
            if not at % PIECE:
                yield None
            if type(row) is NoOrder:
                self.left_out += any(map(str.strip, row.written))
                continue
            own = layout.parted(row)[0]
            if layout.describes(at) or "".join(row) in layout.again or not any(row):
                continue
            self.hidden += bool(hidden and at in hidden)
            for number in self._orders_in(own):
                yield number, own

    def _orders_in(self, own: list[str]) -> Sequence[str]:
        """The numbers of the orders that a row names, none where it is of no parcel to join."""
        if not (number := self._numbers.of(own)):
            is_counted = any(map(str.strip, own)) and not self._is_of_sums(own)
            self.unnumbered += is_counted
        elif is_label(number) or (_may_count(number) and self._is_of_sums(own)):
            self.left_out += 1
        elif not self._numbers.is_whole(own, number):
            self.rounded += 1
        elif self._voided.has(own):
            self.voided += 1
        elif number.isdigit():
            return (number,)
        else:
            numbers = numbers_in(number)
            self.shared += len(numbers) > 1
            return [in_one_writing(each) for each in numbers]
        return ()

    def _is_of_sums(self, own: Sequence[str]) -> bool:
        """Whether a row without an order's number is one of totals: 共2条, wherever it stands."""
        return is_label(own[self._order]) or any(kind_of(cell) == SURE for cell in own)


def _latest(told: Sequence[str]) -> str:
    """The last of some moments as they are told, or one of them that cannot be read."""
    for each in told:
        try:
            read_time(each)
        except InputError:
            return each
    return max(told)


def _may_count(number: str) -> bool:
    """Whether what stands for an order's number may be how many there are: 2, 2单."""
    return (number.isdigit() and len(number) <= LONGEST_COUNT) or count_in(number) is not None


class JoinedTable(Table):
    """A table of orders with the moments of their parcels behind its own cells.

    ``plan`` is that of the orders; :attr:`plan` is the one to answer by. ``columns`` are those of
    the ``parcels``, by the fields of :func:`fields_joined`. What the orders' own cells say of a
    moment prevails, and the parcels' is for the orders that say nothing. Raises
    :class:`InputError` with ``no_order_numbers`` or ``nothing_to_join``.
    """

    def __init__(
        self, orders: Table, plan: Plan, parcels: Table, columns: Mapping[str, int]
    ) -> None:
        files = orders.definition.files
        for file, found in (("orders", plan.columns), ("parcels", columns)):
            if files is None or ORDER not in found:
                option = "--column" if file == "orders" else "--other"
                name = orders.texts.get("joining", file)
                raise InputError("no_order_numbers", file=name, option=option)
        assert files is not None
        known, own = plan.known, plan.columns
        self._joined = {
            name: columns[name]
            for name in files.parcels
            if name in columns and (name in own or name not in known)
        }
        # Other orders with the same columns: theirs would be left out.
        others = parcels.headings
        are_orders = all(others.matches[name].columns for name in others.needed)
        if own.keys() >= self._joined.keys() and (are_orders or not self._joined):
            raise InputError("nothing_to_join")
        # All else is the orders' own.
        self.__dict__.update(vars(orders))
        self._parcels, self._columns = parcels, columns
        self._own = orders.layout
        self.layout = self._widened()
        self.headings = Headings(self.definition, self.layout, orders.headings.from_1904)
        places = {name: len(self._own.headings) + at for at, name in enumerate(self._joined)}
        # Those of moments that the orders have, too.
        beside = {name: places.pop(name) for name in self._joined if name in own}
        self._beside = RowInputs(self.headings, replace(plan, columns=beside))
        self.plan = replace(plan, columns={**own, **places})
        self._numbers = OrderNumbers(self._own, plan.columns[ORDER])
        self._rows = ParcelRows(parcels, columns[ORDER], list(self._joined.values()))
        self._moments = Parcels(len(self._joined))
        self._shipped = next((name for name in files.parcels if name in plan.columns), None)
        # Of an order without a parcel as little is known as without such a file.
        fields, of_all = fields_of(self.definition.inputs), files.unknown({*places, *known})
        self._unknown: Parsed = {
            name: fields[name].read(text)
            for name, text in files.unknown(known).items()
            if name not in of_all
        }
        self._bare = self._differing = 0
        self._whole = False
        self.totals.beside = self._notes

    @property
    @override
    def numbers_parcels(self) -> bool:
        return PARCEL in self._columns

    @override
    def rows(self) -> Numbered:
        nothing = [_NOT_JOINED] * len(self._joined)
        parted, told_of = self._own.parted, self._told_of
        for at, row in super().rows():
            own, surplus = parted(row)
            told = told_of(own) if row else None
            yield at, [*own, *(nothing if told is None else told), *surplus]

    @override
    def prepare(self, seen: Seen | None) -> Iterator[bytes]:
        plan = replace(self.plan, columns=self._joined, given={})
        inputs = RowInputs(self._parcels.headings, plan)
        rows = RowsOfParcels(len(self._joined))
        for read in self._rows.read():
            if read is None:
                yield b""
                continue
            number, own = read
            parsed = inputs.parsed(own)
            told = [self._told(own, name, parsed[name]) for name in self._joined]
            if (parcel := self._key_of_parcel(number, own)) is None:
                # A part that was not sent has none: whatever stands there is of a parcel alone.
                self._moments.add(key(number), told)
            else:
                rows.see(parcel, key(number), told)
            if seen:
                seen(number, own)
        for _ in rows.settle(self._moments):
            yield b""
        self.totals.from_elsewhere |= inputs.from_elsewhere

    def _key_of_parcel(self, order: str, own: Sequence[str]) -> int | None:
        """What stands for an order and the parcel in a row; ``None`` where that has no number."""
        if not self.numbers_parcels:
            return None
        number = cells.bare(self.parcel(own))
        return key(f"{number}\0{order}") if number else None

    @override
    def parcel_rows(self, seen: Seen) -> Iterator[bytes]:
        for read in self._rows.read():
            if read is None:
                yield b""
            else:
                seen(*read)

    @override
    def parcel(self, own: Sequence[str]) -> str:
        return own[self._columns[PARCEL]]

    @property
    @override
    def knows_more(self) -> bool:
        return True

    @override
    def known(self, own: Sequence[str], parsed: Parsed) -> Parsed:
        if type(own[-1]) is not NotJoined:
            filled = self.filled(own, parsed)
            # Few files name the second.
            self._differing += any(
                told is not None and str(told)[:_MINUTE] != str(filled[name])[:_MINUTE]
                for name, told in self._beside.parsed(own).items()
            )
            return filled
        self._bare += self._shipped is None or parsed[self._shipped] is not None
        return {**parsed, **self._unknown}

    @override
    def filled(self, own: Sequence[str], parsed: Parsed) -> Parsed:
        told = self._beside.parsed(own)
        empty = {name: each for name, each in told.items() if parsed[name] is None}
        return {**parsed, **empty} if empty else parsed

    @override
    def finish(self) -> None:
        self._whole = True

    def _told_of(self, own: Sequence[str]) -> list[str] | None:
        """The moments of the parcels of the order in a row, or of the orders joined in it."""
        found = self._moments.of(self._numbers.key(own))
        if found is not None or (cell := own[self.plan.columns[ORDER]]).isdigit():
            return found
        numbers = map(in_one_writing, numbers_in(cells.bare(cell)))
        each = [told for number in numbers if (told := self._moments.of(key(number)))]
        # As of several parcels: the last of them, and none where one of them has none.
        return [_latest(told) if all(told) else "" for told in zip(*each, strict=True)] or None

    def _told(self, own: Sequence[str], name: str, value: object) -> Told:
        return own[self._joined[name]] if isinstance(value, InputError) else value  # type: ignore[return-value]

    def _widened(self) -> Layout:
        """The layout of the orders with the columns of the parcels behind."""
        headings = list(self._own.headings)
        for at in self._joined.values():
            heading = self._parcels.layout.headings[at]
            while heading in headings:
                heading = self.texts.get("joining", "heading").format(heading=heading)
            headings.append(heading)
        width = self._own.width + len(self._joined)
        added = headings[len(self._own.headings) :]
        return replace(
            self._own,
            headings=tuple(headings),
            as_written=(*self._own.as_written, *added),
            width=width,
            joined=range(len(self._own.headings), len(headings)),
        )

    def _notes(self) -> Iterator[str]:
        """How the files were joined, and what has no partner."""
        own, parcels = self._own.headings, self._parcels.layout.headings
        taken = {name: quoted(parcels[at]) for name, at in self._joined.items()}
        for name in self._beside.names:
            taken[name] = sentence(
                self.texts, "joining", "where_empty", values={"heading": taken[name]}
            )
        values = {
            "orders": quoted(own[self.plan.columns[ORDER]]),
            "parcels": quoted(parcels[self._columns[ORDER]]),
            "columns": tuple(taken.values()),
        }
        yield sentence(self.texts, "joining", "joined", values=values)
        counts = {
            "several": self._moments.several,
            "rounded": self._rows.rounded,
            "unnumbered": self._rows.unnumbered,
            "shared": self._rows.shared,
            "left_out": self._rows.left_out,
            "hidden": self._rows.hidden,
            "voided": self._rows.voided,
            "bare": self._bare,
            "differing": self._differing,
            # Known once all orders have asked for theirs.
            "alone": self._moments.left if self._whole else 0,
        }
        for code, count in counts.items():
            if count:
                yield sentence(self.texts, "joining", code, values={"count": count})
