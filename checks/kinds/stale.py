"""Sections whose other language has changed since both were seen to say the same."""

from collections.abc import Iterator

from calculators.core.text.catalogue import LANGUAGES
from checks.finding import Finding
from checks.house import OTHER, House
from checks.recorded import sums


def stale(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Those whose words differ from the record in one language alone.

    Where something else was found in the section in either language, that comes first.
    """
    for stem in house.stems:
        both = {lang: house.pages[lang, stem] for lang in LANGUAGES}
        now = {lang: sums(both[lang]) for lang in LANGUAGES}
        for section in both["zh"].sections:
            kept = house.record.sums.get((stem, section.key))
            there = next((each for each in both["en"].sections if each.key == section.key), None)
            if kept is None or there is None:
                continue
            changed = [lang for lang in LANGUAGES if now[lang].get(section.key) != kept[lang]]
            if len(changed) != 1:
                continue
            told = any(
                each.code.startswith("heading.") and each.path in {p.path for p in both.values()}
                for each in found
            ) or any(
                each.path == page.path and part.first <= each.line <= part.last
                for page, part in ((both["zh"], section), (both["en"], there))
                for each in found
            )
            if not told:
                late = OTHER[changed[0]]
                part = section if late == "zh" else there
                page = both[late]
                heading = part.heading.title if part.heading else "–"
                values = {"heading": heading, "other": both[changed[0]].path}
                yield Finding(
                    page.path, part.first, "section.stale", values, (both[changed[0]].path,)
                )


def renewed(house: House) -> list[str]:
    """The pages with sections that have changed in both languages since, or are new in both."""
    found = []
    for stem in house.stems:
        now = [sums(house.pages[lang, stem]) for lang in LANGUAGES]
        for section in now[0].keys() & now[1].keys():
            kept = house.record.sums.get((stem, section))
            if kept is None or all(
                each[section] != kept[lang] for each, lang in zip(now, LANGUAGES, strict=True)
            ):
                found.append(stem)
                break
    return found
