"""Sentences in two languages: the same keys, the same placeholders, and none that code lacks."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from calculators import CALCULATORS
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.text.catalogue import LANGUAGES
from checks.finding import Finding
from checks.house import OTHER, SHARED, House, folder
from checks.near import nearest, suggestions
from checks.reading import code_of
from checks.toml_lines import Path, TomlLines

_PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)(?::[^{}|]+\|[^{}|]+)?\}")


def texts(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Each pair of files, and where they are a calculator's, against its inputs and outputs."""
    del found
    vocabulary = Counter(
        str(key)
        for each in (*map(folder, CALCULATORS), *SHARED)
        for lang in LANGUAGES
        if (file := house.toml(f"{each}/{lang}.toml"))
        for where, _ in file.texts
        for key in where
    )
    for each in (*map(folder, CALCULATORS), *SHARED):
        both = {lang: house.toml(f"{each}/{lang}.toml") for lang in LANGUAGES}
        zh, en = both["zh"], both["en"]
        if zh and en:
            differing = list(_pair(house, each, {"zh": zh, "en": en}, vocabulary))
            yield from differing
            if not differing and each not in SHARED:
                yield from _against_code(each, zh)


def _pair(house: House, where: str, both: dict[str, TomlLines], vocabulary: Counter[str]
          ) -> Iterator[Finding]:  # fmt: skip
    ours = {lang: dict(both[lang].texts) for lang in LANGUAGES}
    alone = {
        lang: [key for key in ours[lang] if key not in ours[OTHER[lang]]] for lang in LANGUAGES
    }
    told: set[Path] = set()
    for lang in LANGUAGES:
        for key in alone[lang]:
            other = _meant(key, alone[OTHER[lang]])
            if other is None or key in told:
                continue
            # Spelt in two ways: the rarer one is the mistake.
            if sum(vocabulary[str(part)] for part in key) <= sum(
                vocabulary[str(part)] for part in other
            ):
                told |= {key, other}
                yield Finding(f"{where}/{lang}.toml", both[lang].line(*key), "text.missing",
                              {"key": _dotted(key), "other": f"{where}/{OTHER[lang]}.toml",
                               "meant": _dotted(other)},
                              (f"{where}/{OTHER[lang]}.toml",))  # fmt: skip
    for lang in LANGUAGES:
        gone = OTHER[lang]
        for key in _topmost([each for each in alone[lang] if each not in told], ours[gone]):
            new = f"{where}/{lang}.toml"
            before = house.before(new)
            if before is not None and before != house.text(new) and f"{key[-1]} =" not in before:
                gone = lang
            here = both[OTHER[lang]].line(*key[:-1]) if gone != lang else both[lang].line(*key)
            path = f"{where}/{OTHER[lang]}.toml" if gone != lang else new
            yield Finding(path, here, "text.missing",
                          {"key": _dotted(key), "other": new, "meant": _dotted(key)},
                          (f"{where}/{OTHER[gone]}.toml",))  # fmt: skip
            gone = OTHER[lang]
    for key in ours["zh"].keys() & ours["en"].keys():
        named = {lang: set(_PLACEHOLDER.findall(ours[lang][key])) for lang in LANGUAGES}
        if named["zh"] != named["en"]:
            lang = _changed(house, where, key, ours)
            values = {
                "key": _dotted(key),
                "here": ", ".join(f"{{{each}}}" for each in sorted(named[lang])) or "–",
                "there": ", ".join(f"{{{each}}}" for each in sorted(named[OTHER[lang]])) or "–",
                "other": f"{where}/{OTHER[lang]}.toml",
            }
            yield Finding(f"{where}/{lang}.toml", both[lang].line(*key), "text.placeholder", values,
                          (f"{where}/{OTHER[lang]}.toml",))  # fmt: skip


def _topmost(keys: list[Path], there: dict[Path, str]) -> list[Path]:
    """One for a whole table that the other language lacks."""
    kept: dict[Path, Path] = {}
    for key in keys:
        short = next(
            (key[:n] for n in range(1, len(key)) if not any(each[:n] == key[:n] for each in there)),
            key,
        )
        kept.setdefault(short, short)
    return list(kept)


def _meant(key: Path, others: list[Path]) -> Path | None:
    for other in others:
        differing = [i for i, part in enumerate(key) if i >= len(other) or part != other[i]]
        if len(key) == len(other) and len(differing) == 1:
            i = differing[0]
            if nearest(str(key[i]), [str(other[i])]):
                return other
    return None


def _changed(house: House, where: str, key: Path, ours: dict[str, dict[Path, str]]) -> str:
    for lang in LANGUAGES:
        before = house.before(f"{where}/{lang}.toml")
        if (
            before is not None
            and ours[lang][key] not in before
            and before != house.text(f"{where}/{lang}.toml")
        ):
            return lang
    return max(LANGUAGES, key=lambda lang: -len(_PLACEHOLDER.findall(ours[lang][key])))


def _dotted(key: Path) -> str:
    return ".".join(map(str, key))


def _against_code(where: str, file: TomlLines) -> Iterator[Finding]:
    module = code_of(where.rpartition("/")[2].replace("_", "-"))
    outputs = outputs_of(module.Outputs)
    ends = {each.up_to for each in outputs.values()}
    for table, wanted in (
        ("fields", set(fields_of(module.Inputs))),
        ("outputs", set(outputs) - ends),
        *((f"outputs.{name}.choices", set(each.choices)) for name, each in outputs.items()),
    ):
        written = set(_table(file, table))
        if not wanted:
            continue
        for name in sorted(written - wanted):
            values = {"key": f"{table}.{name}", "near": suggestions(name, sorted(wanted))}
            yield Finding(
                f"{where}/zh.toml", file.line(*table.split("."), name), "text.stranger", values
            )
        for name in sorted(wanted - written):
            if not any(nearest(name, [each]) for each in written - wanted):
                yield Finding(f"{where}/zh.toml", file.line(*table.split(".")), "text.needed",
                              {"key": f"{table}.{name}"})  # fmt: skip


def _table(file: TomlLines, dotted: str) -> Mapping[str, object]:
    found: Any = file.tables
    for part in dotted.split("."):
        found = found.get(part, {})
    return found if isinstance(found, dict) else {}
