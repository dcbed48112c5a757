"""What a host sends by the ``_headers`` of a site, as Netlify and Cloudflare read them."""

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple


class Rule(NamedTuple):
    """What is sent with each path that ``paths`` fits."""

    paths: re.Pattern[str]
    headers: list[tuple[str, str]]


def rules_of(site: Path) -> list[Rule]:
    """The rules of the site in a folder; none where it has none."""
    rules: list[Rule] = []
    file = site / "_headers"
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("/"):
            parts = (re.escape(part) for part in line.strip().split("*"))
            rules.append(Rule(re.compile(".*".join(parts)), []))
        else:
            name, _, value = line.partition(":")
            rules[-1].headers.append((name.strip(), value.strip()))
    return rules


def headers_for(path: str, rules: list[Rule]) -> dict[str, str]:
    """What goes with a ``path`` from the root of the site, ``/runtime/style.css``."""
    sent: dict[str, list[str]] = defaultdict(list)
    for rule in rules:
        if rule.paths.fullmatch(path):
            for name, value in rule.headers:
                sent[name].append(value)
    return {name: ", ".join(values) for name, values in sent.items()}
