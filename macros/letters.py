"""Letters to copy, one file each in docs/letters; the page's calculator fills their gaps."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.presentation import dated_title
from calculators.core.rules.sources import Source, register
from calculators.core.text.catalogue import LANGUAGES
from macros.guide_files import guide_file
from macros.lookup import known
from macros.templating import render, script_words, shared_texts, words

FOLDER = Path(__file__).parents[1] / "docs" / "letters"
_BLANKS = "blanks"
# So many characters, by kind of letter; for an appeal what the platform's field takes.
LIMITS = {"appeal": 200, "reply": 300, "buyer": 300, "creator": 300}
# {order}: something that the calculator knows, or that the reader types.
_GAP = re.compile(r"\{(\w+)\}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# The language that the platform and buyers read.
_SENT = "zh"


@dataclass(frozen=True)
class Gap:
    """Something that a letter leaves open; ``example`` is there where the reader types it.

    ``said`` has the words for the ids that a calculator's answer may have in its place.
    """

    id: str
    label: Mapping[str, str]
    example: str | None = None
    said: Mapping[str, Mapping[str, str]] | None = None


@dataclass(frozen=True)
class Variant:
    """What a letter says where the answer has one of the values in ``when``, by field or output."""

    when: Mapping[str, tuple[str, ...]]
    text: Mapping[str, str]

    @property
    def gaps(self) -> list[str]:
        """The ids of its gaps, each once, in the order of the letter that is sent."""
        return list(dict.fromkeys(_GAP.findall(self.text[_SENT])))

    @property
    def days(self) -> list[str]:
        """The days of the versions that it cites."""
        return _DAY.findall(self.text[_SENT])

    @property
    def since(self) -> str:
        """The day from which all of them hold; empty where it cites none."""
        return max(self.days, default="")


@dataclass(frozen=True)
class Letter:
    """One letter; of its ``variants`` the last holds where no other does, and with no answer."""

    id: str
    kind: str
    page: str
    calculator: str | None
    sources: tuple[Source, ...]
    title: Mapping[str, str]
    enclosed: Mapping[str, tuple[str, ...]]
    variants: tuple[Variant, ...]
    gaps: Mapping[str, Gap]

    @property
    def limit(self) -> int:
        """How many characters it may have."""
        return LIMITS[self.kind]

    @property
    def blanks(self) -> list[Gap]:
        """What the reader types, in the order of the letter."""
        return [gap for gap in self.gaps.values() if gap.example is not None]


def letter(letter_id: str, *, lang: str, reference: Callable[[], str]) -> str:
    """The letter ``letter_id`` with its gaps marked; in English with its meaning beside it.

    ``reference`` gives the address of the folder ``reference/``, seen from the page.
    """
    if letter_id not in letters():
        raise ValueError(f"no letter {letter_id!r}; there are: {', '.join(letters())}")
    return _rendered(letters()[letter_id], lang, reference(), on_its_page=True)


def letter_list(*, lang: str, reference: Callable[[], str]) -> str:
    """All letters under a heading a kind, each folded away and with its guide, as Markdown."""
    kinds = words(lang)["letters"]["kinds"]
    return "\n\n".join(
        part
        for kind in LIMITS
        for part in [
            f"## {kinds[kind]['name']} {{ #{kind} }}",
            *_listed(kind, lang, reference()),
        ]
    )


@cache
def letters() -> Mapping[str, Letter]:
    """All letters by their ids.

    Raises ``ValueError`` for a source, calculator or gap that there is not.
    """
    files = sorted(path for path in FOLDER.glob("*.toml") if path.stem != _BLANKS)
    return {path.stem: _letter(path.stem, _read(path)) for path in files}


@cache
def blanks() -> Mapping[str, Gap]:
    """What readers type into letters: one meaning has one name, in whatever letter it stands."""
    return {
        key: Gap(key, {lang: entry[lang] for lang in LANGUAGES}, entry["example"])
        for key, entry in _read(FOLDER / f"{_BLANKS}.toml").items()
    }


def _listed(kind: str, lang: str, reference: str) -> Iterator[str]:
    for each in letters().values():
        if each.kind == kind:
            yield f"### {each.title[lang]} {{ #letter-{each.id} .folded }}"
            yield _rendered(each, lang, reference, on_its_page=False)


def _rendered(each: Letter, lang: str, reference: str, *, on_its_page: bool) -> str:
    site_words, texts = words(lang)["letters"], shared_texts(lang)
    shown = list(dict.fromkeys((_SENT, lang)))
    guide = guide_file(lang, each.page)
    return render(
        "letter.html",
        letter=each,
        # Where no calculator stands beside it, its figures are typed, too.
        blanks=each.blanks if on_its_page else list(each.gaps.values()),
        title=each.title[lang],
        lang=lang,
        on_its_page=on_its_page,
        guide=(f"../{guide.address}#letter-{each.id}", guide.title),
        variants=[
            {
                "when": json.dumps(dict(variant.when)),
                "since": variant.since,
                "texts": {read: _pieces(variant.text[read]) for read in shown},
            }
            for variant in each.variants
        ],
        enclosed=each.enclosed[lang],
        sources=[(source.id, dated_title(source, texts)) for source in each.sources],
        reference=reference,
        kind=site_words["kinds"][each.kind],
        words={**words(lang)["sources"], **site_words},
        script_words=script_words(
            {
                **{name: site_words[name] for name in ("count", "over", "open", "former")},
                **{name: words(lang)["sending"][name] for name in ("copied", "by_hand")},
                "said": {gap.id: gap.said for gap in each.gaps.values() if gap.said},
            }
        ),
    )


def _pieces(text: str) -> list[dict[str, str | bool]]:
    """What stands before, in and behind the gaps; of a gap its id."""
    return [
        {"text": piece, "gap": bool(at % 2)} for at, piece in enumerate(_GAP.split(text)) if piece
    ]


def _letter(letter_id: str, entry: Mapping[str, Any]) -> Letter:
    variants = tuple(_variant(each) for each in entry["text"])
    calculator = entry.get("calculator")
    definition = known(calculator) if calculator else None
    # In the order of the text that stands there first, which is the last.
    names = dict.fromkeys(gap for variant in reversed(variants) for gap in variant.gaps)
    return Letter(
        id=letter_id,
        kind=entry["kind"],
        page=entry["page"],
        calculator=calculator,
        sources=register().of(entry["sources"]),
        title={lang: entry[lang]["title"] for lang in LANGUAGES},
        enclosed={lang: tuple(entry[lang]["enclosed"]) for lang in LANGUAGES},
        variants=variants,
        gaps={name: _gap(letter_id, name, definition) for name in names},
    )


def _variant(entry: Mapping[str, Any]) -> Variant:
    when = {name: tuple(values) for name, values in entry.get("when", {}).items()}
    return Variant(when, {lang: entry[lang] for lang in LANGUAGES})


def _gap(letter_id: str, name: str, definition: Definition | None) -> Gap:
    """What the calculator knows goes before what the reader types."""
    if definition:
        for table, declared in (
            ("fields", fields_of(definition.inputs)),
            ("outputs", outputs_of(definition.outputs)),
        ):
            if name in declared:
                return _answered(name, table, getattr(declared[name], "choices", ()), definition)
    if name not in blanks():
        raise ValueError(f"docs/letters/{letter_id}.toml: {{{name}}} is no field and no blank")
    return blanks()[name]


def _answered(name: str, table: str, choices: tuple[str, ...], definition: Definition) -> Gap:
    label, said = {}, {}
    for lang in LANGUAGES:
        texts = definition.texts(lang)
        label[lang] = texts.get(table, name, "label")
        said[lang] = {each: texts.get(table, name, "choices", each) for each in choices}
    return Gap(name, label, said=said if choices else None)


def _read(path: Path) -> dict[str, Any]:
    return loads(path.read_text(encoding="utf-8"))
