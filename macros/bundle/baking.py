"""TOML read when the bundle is made: parsing it on a phone would take longer than answering."""

import json
import tomllib
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from calculators.core.resources import BAKED_DAY

# What no answer shows stands on the site's pages of rules and sources; a phone is not sent it.
_OF_A_SOURCE: dict[str, Any] = {"figures": [], "note": {}, "unlinked": {}}
_OF_A_RULE: dict[str, Any] = {"note": {}, "changed": {"zh": "", "en": ""}}


def baked(name: str, data: bytes, used: Collection[str]) -> bytes:
    """The TOML file ``name`` as the JSON that ``calculators.core.resources`` takes in its place.

    Of the register of sources only those that are ``used`` by calculators are kept.
    """
    tables = tomllib.loads(data.decode())
    if name == "sources.toml":
        tables = _register(tables, used)
    if name == "rules.toml":
        tables = {
            key: [_slim(each, _OF_A_RULE) for each in values] for key, values in tables.items()
        }
    return _written(tables)


def in_one_language(register: bytes, lang: str) -> bytes:
    """The baked ``register`` of sources with titles in ``lang`` alone."""
    tables = json.loads(register)
    for entry in tables["sources"].values():
        entry["title"] = {lang: entry["title"][lang]}
    return _written(tables)


def used_sources(rules: Iterable[bytes]) -> set[str]:
    """The ids of the sources that the files of ``rules`` name."""
    return {
        each
        for data in rules
        for values in tomllib.loads(data.decode()).values()
        for entry in values
        for each in (*entry["sources"], *entry.get("against", ()))
    }


def _register(tables: dict[str, Any], used: Collection[str]) -> dict[str, Any]:
    return {
        "publishers": {key: {} for key in tables["publishers"]},
        "sources": {
            key: {
                name: value
                for name, value in (entry | _OF_A_SOURCE).items()
                if name not in {"address", "copy"}
            }
            for key, entry in tables["sources"].items()
            if key in used
        },
    }


def _slim(entry: dict[str, Any], unshown: dict[str, Any]) -> dict[str, Any]:
    """``entry`` with what it has of ``unshown`` emptied."""
    return {key: unshown.get(key, value) for key, value in entry.items()}


def _written(tables: dict[str, Any]) -> bytes:
    text = json.dumps(tables, ensure_ascii=False, separators=(",", ":"), default=_day)
    return text.encode()


def _day(value: object) -> dict[str, str]:
    if not isinstance(value, date):
        raise TypeError(f"no day: {value!r}")
    return {BAKED_DAY: value.isoformat()}
