"""The handbook's calculators beside other ways to calculate in a browser: one table from one run.

``python -m benchmarks [--rounds N] [--others NODE_MODULES] [--keep]`` measures each way in turn,
round by round, and prints medians. ``--keep`` writes them to ``docs/speed.json``, which a page of
the handbook shows. With ``--others`` it measures PyScript and MicroPython as well, from a folder
that has their packages; what was kept of them before stays otherwise.
"""

import argparse
import ast
import json
import os
import re
import statistics
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Playwright, sync_playwright

from benchmarks.visits import Stages, Visit, lacks, memory, stages, visit
from benchmarks.ways import OTHERS, WAYS, Way, lay, version
from calculators.core.inputs.dates import CHINA
from macros.bundle.library import calculator_sources
from macros.speed import KEPT, kept, ratio_rows, speed_rows, stage_names, stage_rows, way_names
from tests.support.chromium import launch, launch_with_profile
from tests.support.server import Pace, Site, serving

# What a browser emulates does not reach its workers: the server keeps the pace. On the slowest line
# stock Pyodide takes half a minute for a first answer: half as many rounds there.
LINES = {"here": None, "fast": Pace(10e6 / 8, 0.040), "slow": Pace(1.6e6 / 8, 0.150)}
OF_MEMORY = 2
_VISITS = ("cold", "warm")

# Visits by line and way, and bytes of memory by way, a round each.
type Visits = dict[str, dict[str, list[Visit]]]
type Memory = dict[str, list[int]]


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and keep what was measured if that is wanted."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--others", type=Path, help="a node_modules with their packages")
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args(arguments)
    run = measured(given.rounds, given.others)
    for part in (run, run.get("others")):
        if part:
            print(_aligned(["", *way_names(part, "en")], speed_rows(part, "en")))
    print(_aligned(["ours / stock", *_VISITS], ratio_rows(run, "en")))
    print(_aligned(["ours", *stage_names("en")], stage_rows(run, "en")))
    print(f"load average {run['load'][0]} before, {run['load'][1]} after")
    if given.keep:
        if "others" not in run:
            run["others"] = kept()["others"]
        KEPT.write_text(f"{json.dumps(run, ensure_ascii=False, indent=1)}\n", encoding="utf-8")


def measured(rounds: int, others: Path | None) -> dict[str, Any]:
    """One run: ``docs/speed.json`` without the others of an earlier run."""
    ways = (*WAYS, *(OTHERS if others else ()))
    counts = {line: rounds if line != "slow" else max(1, rounds // 2) for line in LINES}
    before = _load()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        asked = lay(Path(name), others)
        browser = launch(playwright)
        with serving(Path(name), quality=11) as site:
            site.compress_all()
            visits = _all_visits(playwright, site, ways, asked, counts)
            spent = {
                line: _stages(browser, site, asked, counts[line])
                for line, site.pace in LINES.items()
            }
            lacking = _lacking(browser, site, asked) if others else []
            browser.close()
            site.pace = None
            empty, needed = _all_memory(playwright, site, ways, asked)
        told = f"Chromium {browser.version}"
    columns = {way.id: _column(visits, needed, way) for way in ways}
    run = {
        "day": datetime.now(CHINA).date().isoformat(),
        "machine": _machine(),
        "load": [before, _load()],
        "browser": told,
        "rounds": counts,
        "empty": empty,
    }
    packages = ("pyodide", "decimal.js")
    whole: dict[str, Any] = {
        **run,
        "versions": {package: version(package) for package in packages},
        "ways": {way.id: columns[way.id] for way in WAYS},
        "ratios": {line: _ratios(visits[line]) for line in LINES},
        "stages": spent,
    }
    if others:
        packages_of_others = {each.package: version(each.package, others) for each in OTHERS}
        whole["others"] = {
            **run,
            "versions": packages_of_others,
            "ways": {id_: columns[id_] for id_ in ("ours", *(each.id for each in OTHERS))},
            "lacks": lacking,
        }
    return whole


def _all_visits(
    driver: Playwright,
    site: Site,
    ways: Iterable[Way],
    asked: dict[str, Any],
    counts: dict[str, int],
) -> Visits:
    visits: Visits = {line: {way.id: [] for way in ways} for line in LINES}
    for line, site.pace in LINES.items():
        for count in range(counts[line]):
            for way in ways:
                print(f"{line} {count + 1}/{counts[line]}: {way.id}", file=sys.stderr)
                with launch_with_profile(driver) as context:
                    visits[line][way.id].append(visit(context, site, way, asked))
    return visits


def _stages(
    browser: Browser, site: Site, asked: dict[str, Any], count: int
) -> dict[str, list[float]]:
    """Where our time goes on the line that the site keeps."""
    seen = []
    for _ in range(count):
        context = browser.new_context()
        seen.append(stages(context, site, asked))
        context.close()
    return {
        name: _spread(each)
        for name, each in zip(Stages._fields, zip(*seen, strict=True), strict=True)
    }


def _all_memory(
    playwright: Playwright, site: Site, ways: Iterable[Way], asked: dict[str, Any]
) -> tuple[int, Memory]:
    """An empty page's, and each way's."""
    empty = memory(playwright, site, None, asked)
    return empty, {
        way.id: [memory(playwright, site, way, asked) for _ in range(OF_MEMORY)] for way in ways
    }


def _lacking(browser: Browser, site: Site, asked: dict[str, Any]) -> list[str]:
    """What the calculators import of Python's library and MicroPython has not."""
    imported: set[str] = set()
    for name, source in calculator_sources().items():
        if name.endswith(".py"):
            for found in ast.walk(ast.parse(source)):
                if isinstance(found, ast.Import):
                    imported |= {each.name.partition(".")[0] for each in found.names}
                if isinstance(found, ast.ImportFrom) and found.module:
                    imported.add(found.module.partition(".")[0])
    names = sorted(imported & set(sys.stdlib_module_names))
    context = browser.new_context()
    missing = lacks(context, site, OTHERS[-1], asked, names)
    context.close()
    return missing


def _column(visits: Visits, needed: Memory, way: Way) -> dict[str, Any]:
    here = visits["here"][way.id]
    return {
        "bytes": here[0].bytes,
        "requests": here[0].requests,
        "again": _spread([each.again for each in here]),
        "task": _spread([each.task for each in here]),
        "memory": _spread(needed[way.id]),
        **{
            line: {
                name: _spread([getattr(each, name) for each in visits[line][way.id]])
                for name in _VISITS
            }
            for line in LINES
        },
    }


def _ratios(visits: dict[str, list[Visit]]) -> dict[str, list[float]]:
    """Ours by stock Pyodide's in a worker, round by round."""
    return {
        name: _spread(
            [
                getattr(ours, name) / getattr(stock, name)
                for ours, stock in zip(visits["ours"], visits["worker"], strict=True)
            ]
        )
        for name in _VISITS
    }


def _spread(values: Sequence[float]) -> list[float]:
    """The median, the least and the most."""
    return [round(each, 3) for each in (statistics.median(values), min(values), max(values))]


def _machine() -> str:
    """The processor and how many of it there are."""
    said = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    (model, *_) = re.findall(r"model name\s*: (.+)", said) or ["?"]
    return f"{os.cpu_count()} × {model.strip()}"


def _load() -> float:
    return round(os.getloadavg()[0], 2)


def _aligned(heads: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    """A table in Markdown that can be read as it is."""
    lines = [list(heads), *([label, *cells] for label, cells in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    first, *rest = (
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |"
        for line in lines
    )
    rule = f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    return "\n".join([first, rule, *rest, ""])


if __name__ == "__main__":
    main(sys.argv[1:])
