"""The register of sources as a page: what each is, how it was seen, and what rests on it."""

from collections.abc import Iterator

from calculators import CALCULATORS
from calculators.core.rules.dated_rules import FORMULA
from calculators.core.rules.sources import KINDS, Source, register
from macros.lookup import known
from macros.templating import render, words

# The newest first within a kind; what has no day of its own goes last.
_NO_DAY = "0000"


def source_list(*, lang: str) -> str:
    """All sources under a heading a kind, as Markdown, so that it stands in the contents."""
    site_words = words(lang)["source_list"]
    resting = _resting(lang)
    sections = [render("copies.html", copies=_copies(lang))]
    for kind in KINDS:
        found = sorted(
            (each for each in register() if each.kind == kind),
            key=lambda source: str(source.dated or _NO_DAY),
            reverse=True,
        )
        html = render(
            "sources.html",
            sources=[_entry(each, lang, resting.get(each.id, [])) for each in found],
            words=site_words,
        )
        heading = f"### {site_words['kinds'][kind]} {{ #kind-{kind} }}"
        sections.append(f"{heading}\n\n{html}")
    return "\n\n".join(sections)


def _copies(lang: str) -> list[dict[str, str]]:
    """The public copies in which originals were read."""
    return [
        {"name": each["name"], "address": each["address"], "words": each[lang]}
        for each in register().copies.values()
    ]


def _entry(source: Source, lang: str, resting: list[tuple[str, str]]) -> dict[str, object]:
    names = words(lang)["source_list"]
    first, last = source.speaks
    return {
        "id": source.id,
        "title": source.title[lang],
        "publisher": register().publishers[source.publisher][lang],
        "seen": names["seen"][source.seen],
        "dated": source.dated,
        "read_on": source.read_on,
        "speaks": names["speaks" if first < last else "speaks_once"].format(first=first, last=last),
        "address": source.address,
        "unlinked": source.unlinked.get(lang),
        "note": source.note.get(lang),
        "resting": resting,
    }


def _resting(lang: str) -> dict[str, list[tuple[str, str]]]:
    """What rests on each source: ids of rules, with the words that link to them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for source, anchor, name in _uses(lang):
        found.setdefault(source, []).append((anchor, name))
    return {source: list(dict.fromkeys(uses)) for source, uses in found.items()}


def _uses(lang: str) -> Iterator[tuple[str, str, str]]:
    for calculator in CALCULATORS:
        texts = known(calculator).texts(lang)
        for key, values in known(calculator).rule_book.history().items():
            for rule in values:
                for source in rule.sources:
                    # A formula stands on the page of rules only where there are several.
                    anchor = calculator if key == FORMULA else rule.id
                    yield source.id, anchor, f"{texts.get('title')}: {texts.get('rules', key)}"
