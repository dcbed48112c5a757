"""The keys of a table's headings: of one in two languages that of the name that both halves are.

``实付金额/Amount paid`` is 实付金额, and ``付款时间/Shipped at`` neither of the two.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.measure_words import ONE_BY_ONE
from calculators.core.inputs.normalising import bare
from calculators.core.table.heading_marks import unmarked, without_system
from calculators.core.table.names import (
    headings_of,
    key,
    known_headings,
    likely_headings,
    names_of,
)
from calculators.core.text.patterns import lazy_pattern

# A longer text is no heading.
_LONGEST = 200
_BETWEEN = lazy_pattern(r"[/／|｜\n\r]|\s[-–—~]\s")
# Several headings in one cell.
_LIST = lazy_pattern(r"[,，、\t]")
_IN_BRACKETS = lazy_pattern(
    r"(?P<before>[^（()）\[\]【】]{1,100})[（(\[【](?P<within>[^（()）\[\]【】]{1,100})[）)\]】]\s*+"
)
_LETTERS = lazy_pattern(r"[A-Za-z]")
_WORD = lazy_pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# What stands behind a heading, in brackets or behind a stroke; no unit has more characters.
_UNIT = lazy_pattern(
    r"(?P<name>[^（()）\[\]【】/／]{1,100})(?:[（(\[【]\s?(?:单位\s?[:：]?\s?)?"
    r"(?P<unit>[^（()）\[\]【】]{1,14})[）)\]】]|[/／](?P<of>\w{1,9}))\s*+"
)
# Lists of what a column may be called that is no input.
_BESIDES = (
    "order",
    "order_perhaps",
    "order_of_program",
    "item",
    "product",
    "parcel",
    "address",
    "status",
    "after_sale",
    "item_status",
    "item_after_sale",
    "payment_status",
    "updated",
)
_MOMENTS = ("paid_at", "promised_at", "shipped_at", "uploaded_at", "collected_at", "signed_at")
# The words of which a translation of a name may consist, in whatever order; of the first of each
# pair one has to be there: 付款时间/Order time names two moments.
_ANY = "time date datetime moment timestamp at on by of the order orders number no id amount"
_TRANSLATIONS = {
    "paid": ("paid pay payment actual actually", "buyer customer user real sum total"),
    "paid_at": ("pay paid payment", "buyer completed complete success successful finished"),
    "promised_at": (
        "promise promised commit committed latest deadline agreed",
        "ship shipping shipment dispatch before to until last",
    ),
    "shipped_at": ("ship shipped shipping shipment dispatch dispatched", "send sent seller actual"),
    "collected_at": ("collect collected collection pickup pick", "picked up scan first courier"),
    "signed_at": ("sign signed signing signature", "for receipt received delivery delivered"),
    "order": ("order", "num code main parent platform sn ref reference"),
    "status": ("status state", "current trade"),
}
_MEANINGS: dict[str, Mapping[str, frozenset[str]]] = {}


def heading_keys(definition: Definition, headings: Sequence[str]) -> tuple[str, ...]:
    """The key of each heading, as the calculator's names are given as keys."""
    headings = [_without_unit(definition, each) for each in headings]
    plain = [key(without_system(each)) for each in headings]
    return tuple(
        # Beside another record of the same it has to be told apart.
        _resolved(definition, without_system(each) if plain.count(found) == 1 else each)
        for each, found in zip(headings, plain, strict=True)
    )


def _without_unit(definition: Definition, heading: str) -> str:
    """A heading without the unit behind it, where that is the one that its field is asked in.

    ``预售天数（天）``. A unit that no amount has stays part of its heading: 设备（台）.
    """
    found = _UNIT.fullmatch(heading) if len(heading) <= _LONGEST else None
    if found is None:
        return heading
    name, unit = key(found["name"]), bare(found["unit"] or found["of"]).casefold()
    for field, of in fields_of(definition.inputs).items():
        known, likely = known_headings(definition)[field], likely_headings(definition, field)[0]
        if name in known or name in likely:
            if of.counts_in(unit):
                return found["name"]
            return f"{name}{unit}" if of.in_yuan and unit in ONE_BY_ONE else heading
    return heading


def names_any(heading: str, names: Collection[str]) -> bool:
    """Whether a heading, or a half of it, is among ``names``, which are keys."""
    return key(heading) in names or any(key(each) in names for each in _halves(heading))


def half_known(definition: Definition, heading: str, names: Collection[str]) -> bool:
    """Whether a half of a heading in two languages is one of ``names``, and the other is unknown.

    The other may say more than the same once more.
    """
    keys = [key(each) for each in _halves(heading)]
    meanings = _meanings(definition)
    named = [each for each in keys if each in names]
    others = [each for each in keys if each not in names]
    return bool(named) and len({*map(_is_chinese, keys)}) > 1 and meanings.keys().isdisjoint(others)


def _resolved(definition: Definition, heading: str) -> str:
    whole, meanings = key(heading), _meanings(definition)
    if whole in meanings or not (halves := _halves(heading)):
        return whole
    keys = list(map(key, halves))
    known = [each for each in keys if each in meanings]
    if not known:
        return whole
    meant = frozenset[str].intersection(*(meanings[each] for each in known))
    others = [half for half, each in zip(halves, keys, strict=True) if each not in meanings]
    if not all(_is_chinese(known[0]) and _translates(half, meant) for half in others):
        return whole
    return known[0] if meant else whole


def _translates(half: str, meant: Collection[str]) -> bool:
    """Whether a half consists of such words as the name of what is ``meant`` does."""
    if _is_chinese(half):
        return False
    words = {each.casefold() for each in _WORD.findall(half)}
    for name in meant:
        telling, others = map(str.split, _TRANSLATIONS.get(name, ("", "")))
        if words.intersection(telling) and words.issubset([*telling, *others, *_ANY.split()]):
            return True
    return False


def _halves(heading: str) -> list[str]:
    """The parts of a heading that may name the same: parted by a mark, brackets, or languages."""
    if len(heading) > _LONGEST or not _is_chinese(heading) or _LIST.search(heading):
        return []
    heading = unmarked(heading).strip()
    if found := _IN_BRACKETS.fullmatch(heading):
        parts = [found["before"], found["within"]]
    else:
        parts = _BETWEEN.split(heading)
    if len(parts) == 1:
        parts = list(_by_language(heading))
    parts = [text for each in parts if (text := each.strip())]
    return parts if len(parts) > 1 else []


def _by_language(heading: str) -> Iterator[str]:
    """``付款时间 Paid at`` in two; nothing where one language stands within the other."""
    chinese = [at for at, each in enumerate(heading) if _is_chinese(each)]
    letters = [found.start() for found in _LETTERS.finditer(heading)]
    if not chinese or not letters:
        return
    if chinese[-1] < letters[0]:
        yield from (heading[: letters[0]], heading[letters[0] :])
    elif letters[-1] < chinese[0]:
        yield from (heading[: chinese[0]], heading[chinese[0] :])


def _is_chinese(text: str) -> bool:
    # To compile a pattern of so long a range takes longer than all headings of a table.
    return any("\u3400" <= each <= "\u9fff" for each in text)


def _meanings(definition: Definition) -> Mapping[str, frozenset[str]]:
    """What each name means, as far as any is known."""
    if definition.package not in _MEANINGS:
        found: dict[str, set[str]] = {}
        named = {name: frozenset(names_of(definition, name)) for name in _BESIDES}
        moments = {name: headings_of(definition, name) for name in _MOMENTS}
        for each in (known_headings(definition), named, moments):
            for meaning, names in each.items():
                for name in names:
                    found.setdefault(name, set()).add(meaning)
        _MEANINGS[definition.package] = MappingProxyType(
            {name: frozenset(each) for name, each in found.items()}
        )
    return _MEANINGS[definition.package]
