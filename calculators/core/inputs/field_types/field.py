"""What all types of input field have in common."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, TypedDict, Unpack

from calculators.core.arithmetic.money import LARGEST
from calculators.core.inputs.normalising import bare
from calculators.core.inputs.words_for_nothing import is_nothing
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import in_words


class Common(TypedDict, total=False):
    """What every field may say of itself; see :class:`Field`."""

    optional: bool
    default: str | None
    default_rule: str | None
    follows: str | None
    needed_when: tuple[str, str] | None
    waived_when: tuple[str, str, str] | None
    shown_when: str | tuple[str, str] | None
    rare: bool
    present: bool
    day_suffices: bool


class Field:
    """One input: how it reads, is written, said, comes out of a cell, stands in a form, is drawn.

    ``optional``: empty reads as ``None``. ``default_rule``: empty reads as the value of that
    rule of the calculator. ``default``: empty reads as this text. Otherwise empty is refused
    as ``required``. ``follows`` names the field whose value this one must not be below.
    ``needed_when`` names a field and its value, as it is typed, with which an optional field is
    required after all; ``waived_when`` one with which a required field may be empty, if a third
    one is filled in. ``rare``: most leave it as it is, so a form folds it away.

    ``shown_when``: a form shows it only once another field, which stands before it, is filled in
    (``"hub_at"``) or says so (``("kind", "monthly")``; ``""`` is empty); left out, it is
    ``needed_when``. ``present``: a form fills it with this minute, or today. ``day_suffices``: of a
    moment nothing but its day counts, so that a file may hold days.

    Plain classes on purpose: as dataclasses they took a third of the calculators' start in a
    browser, where each generated method is compiled anew.
    """

    kind: ClassVar[str]
    # The control of a form, what an <input> takes, and the keyboard that a phone shows for it.
    control: ClassVar[str] = "input"
    input_type: ClassVar[str] = "text"
    input_mode: ClassVar[str | None] = None
    # An amount in yuan.
    is_amount: ClassVar[bool] = False
    # Amounts in yuan, one or several: a file may hold them in another unit.
    in_yuan: ClassVar[bool] = False
    # What a span is counted in, where it holds one: a file may have another.
    unit_of_time: str | None = None
    # A number of pieces: a file may count boxes, or thousands.
    counts_pieces: bool = False
    # How late something is.
    of_delay: bool = False
    # A day or more exact: a file calls it by its name alone.
    is_moment: ClassVar[bool] = False
    # A day or a moment: a spreadsheet may hold it as a count of days, others name a zone.
    is_point_in_time: ClassVar[bool] = False
    # A time of a day: a file may know no more than its day.
    is_minute: ClassVar[bool] = False
    # For a chart over it: the smallest step of the value (``None``: there is none), the largest.
    step: ClassVar[Decimal | None] = None
    largest: Decimal = LARGEST
    # What it offers, where it offers only so much.
    choices: tuple[str, ...] = ()

    def __init__(self, **common: Unpack[Common]) -> None:
        self.optional = common.get("optional", False)
        self.default = common.get("default")
        self.default_rule = common.get("default_rule")
        self.follows = common.get("follows")
        self.needed_when = common.get("needed_when")
        self.waived_when = common.get("waived_when")
        self.rare = common.get("rare", False)
        self.present = common.get("present", False)
        self.day_suffices = common.get("day_suffices", False)
        shown_when = common.get("shown_when") or self.needed_when
        # The other field, and what it says; ``None``: whatever is filled in.
        self.shown_when = (shown_when, None) if isinstance(shown_when, str) else shown_when

    def read(self, text: str) -> Any:
        """The value of a text that is not empty; raises :class:`InputError`."""
        raise NotImplementedError

    def counts_in(self, unit: str) -> bool:
        """Whether a number alone is meant in a ``unit``, in small letters."""
        del unit
        return False

    def write(self, value: Any) -> str:
        """The text that reads as ``value`` again."""
        return str(value)

    def said(self, name: str, written: str, texts: Texts) -> str:
        """The ``written`` value of the field ``name`` as people read it: ``299.99 元``, ``是``."""
        del name  # for what has words of its own
        return in_words(self.read(written), texts)

    def offered(self, name: str, texts: Texts) -> list[tuple[str, str]]:
        """What the field ``name`` offers: ids with their words, in the form's order."""
        del name, texts
        return []

    def is_below(self, value: Any, least: Any) -> bool:
        """Whether ``value`` is below that of the field that it ``follows``."""
        return bool(value < least)

    def typed(self, text: str) -> str:
        """A default as one would type it."""
        return text

    def decides(self, typed: Mapping[str, str]) -> bool:
        """Whether anything hangs on it, as far as other fields say: else no form shows it."""
        if self.shown_when is None:
            return True
        other, said = self.shown_when
        return said is None or not typed.get(other) or typed[other] == said

    def is_empty(self, text: str) -> bool:
        """Whether a bare cell says that nothing is there."""
        return is_nothing(text)

    def ids(self, name: str, languages: list[Texts]) -> Mapping[str, str]:
        """What cells may hold for an id of the field ``name``, in small letters, with the id."""
        del name, languages
        return {}

    def from_cell(self, cell: str, ids: Mapping[str, str]) -> str:
        """The text that :meth:`read` takes; what is not understood stays. ``ids``: see above."""
        del ids
        text = bare(cell)
        return "" if self.is_empty(text) else text

    def usual(self, cell: str) -> Any:
        """The value of a cell that is written as nearly all are; ``None`` for a closer look."""
        del cell

    def could_be(self, text: str) -> bool:
        """Whether a text that reads as a value is one, and not the number of a thing."""
        del text
        return True

    def each_amount(self, text: str, convert: Callable[[str], str]) -> str:
        """A text that :meth:`read` takes with its amounts converted, where it holds them."""
        return convert(text)

    def from_serial(self, text: str, *, epoch_1904: bool) -> str:
        """A spreadsheet's count of days as the field takes it, where it is a month or a moment.

        Raises :class:`InputError` where ``text`` is none.
        """
        raise NotImplementedError

    @property
    def hint(self) -> str:
        """What one may type, for whoever asks in a terminal."""
        return "|".join(self.choices) or self.kind

    def point(self, value: Decimal, texts: Texts) -> str:
        """A value that a chart is drawn over, inside a sentence."""
        raise NotImplementedError

    def axis(self, label: str, texts: Texts) -> str:
        """The title of the axis of such a chart."""
        del texts
        return label
