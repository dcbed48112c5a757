"""How fast the calculators are beside other ways to calculate in a browser, as measured last.

``make bench`` measures and keeps it (see ``benchmarks/``); no figure of it is typed by hand.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from macros.templating import render, words

KEPT = Path(__file__).parents[1] / "docs" / "speed.json"
# What the browser does not tell of: tasks of the page's own thread that are shorter, in ms.
SHORT = 50
_LINES = ("here", "fast", "slow")
_VISITS = ("cold", "warm")
_STAGES = ("fetched", "started", "answered")

# A label, and a cell for each way.
type Row = tuple[str, list[str]]


@cache
def kept() -> dict[str, Any]:
    """The last run that was kept."""
    read: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8"))
    return read


def speed_table(*, lang: str) -> str:
    """The last run: a column for each way, and when and on what it was measured."""
    return _table(kept(), lang)


def other_ways(*, lang: str) -> str:
    """The same of ways that are measured now and then, beside ours in the same run."""
    return _table(kept()["others"], lang)


def speed_ratios(*, lang: str) -> str:
    """Our time to a first answer as a share of stock Pyodide's in a worker, pair by pair."""
    said = words(lang)["speed"]
    heads = [said[visit] for visit in _VISITS]
    rows = ratio_rows(kept(), lang)
    return render("speed.html", corner=said["line"], heads=heads, rows=rows, notes=[])


def speed_stages(*, lang: str) -> str:
    """Where the time of our first answer goes."""
    said = words(lang)["speed"]
    heads, rows = stage_names(lang), stage_rows(kept(), lang)
    return render("speed.html", corner=said["line"], heads=heads, rows=rows, notes=[])


def lacking(*, lang: str) -> str:
    """The modules that our calculators import and MicroPython does not have."""
    between: str = words(lang)["speed"]["between"]
    return between.join(f"`{each}`" for each in kept()["others"]["lacks"])


def _table(run: Mapping[str, Any], lang: str) -> str:
    said = words(lang)["speed"]
    rows, heads = speed_rows(run, lang), way_names(run, lang)
    notes = [_conditions(run, lang)]
    return render("speed.html", corner=said["measured"], heads=heads, rows=rows, notes=notes)


def way_names(run: Mapping[str, Any], lang: str) -> list[str]:
    """The ways that ``run`` has measured."""
    return [words(lang)["speed"]["ways"][way] for way in run["ways"]]


def speed_rows(run: Mapping[str, Any], lang: str) -> list[Row]:
    """What was measured of each way in ``run``, in words."""
    said, ways = words(lang)["speed"], run["ways"].values()
    rows = [
        (said["bytes"], [f"{way['bytes'] / 1_000:,.0f} kB" for way in ways]),
        (said["requests"], [str(way["requests"]) for way in ways]),
    ]
    for line in _LINES:
        for visit in _VISITS:
            label = said["first"].format(line=said[line], visit=said[visit])
            rows.append((label, [_seconds(way[line][visit]) for way in ways]))
    return [
        *rows,
        (said["again"], [_milliseconds(way["again"]) for way in ways]),
        (said["task"], [_task(way["task"], said["short"]) for way in ways]),
        (said["memory"], [f"{way['memory'][0] / 1e6:.0f} MB" for way in ways]),
    ]


def ratio_rows(run: Mapping[str, Any], lang: str) -> list[Row]:
    """Of each line, the ratio of a first and of a second visit: the median and the range."""
    said, ratios = words(lang)["speed"], run["ratios"]
    return [(said[line], [_ratio(ratios[line][visit]) for visit in _VISITS]) for line in _LINES]


def stage_names(lang: str) -> list[str]:
    """What a first answer consists of."""
    return [words(lang)["speed"]["stages"][stage] for stage in _STAGES]


def stage_rows(run: Mapping[str, Any], lang: str) -> list[Row]:
    """Of each line, what each stage takes."""
    said, stages = words(lang)["speed"], run["stages"]
    return [(said[line], [_seconds(stages[line][each]) for each in _STAGES]) for line in _LINES]


def _conditions(run: Mapping[str, Any], lang: str) -> str:
    said = words(lang)["speed"]
    before, after = run["load"]
    values = {
        **run,
        "versions": said["between"].join(f"{name} {at}" for name, at in run["versions"].items()),
        "before": before,
        "after": after,
        "empty": f"{run['empty'] / 1e6:.0f}",
        **run["rounds"],
    }
    conditions: str = said["conditions"].format(**values)
    return conditions


def _seconds(spread: Sequence[float]) -> str:
    return f"{spread[0]:.2f} s"


def _milliseconds(spread: Sequence[float]) -> str:
    return f"{spread[0]:.2g} ms"


def _task(spread: Sequence[float], short: str) -> str:
    return f"{spread[0]:.0f} ms" if spread[0] else short.format(limit=SHORT)


def _ratio(spread: Sequence[float]) -> str:
    median, low, high = spread
    return f"{median:.2f} ({low:.2f}–{high:.2f})"
