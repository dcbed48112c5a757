"""The built site: strict, complete, and content to talk to nobody else."""

import json
import marshal
import re
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import brotli
import pytest

from calculators.core import resources
from macros.bundle.build import bundle
from macros.bundle.lean.tables import TABLE
from macros.section_lines import heading_id, sections
from tests.support.markdown import GUIDES, LANGUAGES, html_of, page, stems


def _html(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    for lang in LANGUAGES:
        for stem in stems(lang):
            assert html_of(site, lang, stem).is_file(), (lang, stem)


def test_no_macro_and_no_id_is_left_as_text(site: Path) -> None:
    for path in _html(site):
        html = re.sub(
            r"<code>.*?</code>|<template.*?</template>", "", path.read_text(), flags=re.DOTALL
        )
        assert re.findall(r"\{\{.*?\}\}|\{%.*?%\}|\{ #[\w-]+ \}", html) == [], path


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for path in _html(site):
        html = path.read_text(encoding="utf-8")
        fetched = re.findall(
            r"<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc=\"([^\"]+)", html
        )
        fetched += re.findall(
            r"<link\b(?=[^>]*rel=\"(?:stylesheet|preload|preconnect|icon)\")[^>]*href=\"([^\"]+)",
            html,
        )
        assert [each for each in fetched if re.match(r"(?:https?:)?//", each)] == [], path
    for path in site.rglob("*.css"):
        outside = re.findall(
            r"url\(\s*['\"]?(?:https?:)?//[^)]*\)|@import[^;]*//", path.read_text()
        )
        assert outside == [], path


def test_the_runtime_lies_once_under_names_of_its_contents(site: Path) -> None:
    assert not (site / "en" / "runtime").exists()
    fetched = [path for path in (site / "runtime").iterdir() if path.suffix != ".map"]
    kinds = sorted(path.name.rpartition("-")[0] for path in fetched)
    scripts = ["orders", "pages", "search", "shop-calculator", "style", "worker"]
    assert kinds == sorted(
        ["files", "library", "orders", "pyodide", "texts-en", "texts-zh", "workbooks", *scripts]
    )


def test_every_script_and_sheet_has_its_source_map(site: Path) -> None:
    runtime = site / "runtime"
    made = [path for path in runtime.iterdir() if path.suffix in {".js", ".css"}]
    assert len(made) == 6
    for path in made:
        assert f"sourceMappingURL={path.name}.map" in path.read_text(encoding="utf-8")
        named = json.loads((runtime / f"{path.name}.map").read_text(encoding="utf-8"))
        assert len(named["sources"]) == len(named["sourcesContent"]) > 0


def test_no_file_is_of_a_kind_that_a_plain_server_does_not_know(site: Path) -> None:
    # nginx serves .mjs as application/octet-stream, which no browser runs as a module.
    assert list(site.rglob("*.mjs")) == []


def test_only_pages_with_a_calculator_name_its_script(site: Path) -> None:
    for path in _html(site):
        html = path.read_text(encoding="utf-8")
        named = re.search(r'<script type="module" src="[^"]*/shop-calculator-', html)
        assert bool(named) == ("<shop-calculator" in html), path
        # A page that has moved only leads on.
        sheets = re.findall(r'<link rel="stylesheet" href="[^"]*runtime/style-', html)
        assert len(sheets) == ("data-moved-page" not in html), path


def test_the_same_sources_give_the_same_names(site: Path) -> None:
    assert all((site / "runtime" / name).is_file() for name in bundle().files)


# Compresses all that is fetched, most of which is the same in both languages.
@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=pytest.mark.slow)])
def test_a_first_answer_fetches_few_bytes_in_few_requests(site: Path, lang: str) -> None:
    fetched = ["worker-*.js", "pyodide-*/*", "library-*.zip", f"texts-{lang}-*.zip"]
    files = [path for name in fetched for path in (site / "runtime").glob(name)]
    assert len(files) == 4
    # Brotli 9 takes seconds; 11 takes a minute and gives 2,180,000.
    # With what forms read as files do: weekdays, months of bills, traditional
    # characters, counts and limits in words (每人限三件), labels of returns, months in English.
    assert sum(map(_compressed, files)) < 2_528_000


def test_the_service_worker_is_small_and_knows_every_file(site: Path) -> None:
    script = (site / "sw.js").read_bytes()
    assert len(script) < 10_000
    (listed,) = re.findall(rb'"(runtime/files-[0-9a-f]{12}\.json)"', script)
    build = json.loads((site / listed.decode()).read_bytes())
    for path, (digest, size, _) in build["files"].items():
        file = site / path
        data = (file / "index.html" if file.is_dir() else file).read_bytes()
        assert (sha256(data).hexdigest()[:16], len(data)) == (digest, size), path
    pages = {path for path in build["files"] if (site / path).is_dir()}
    assert {f"{lang}{stem}" for lang in ("", "en/") for stem in ("", "offline/")} < pages
    for lang in LANGUAGES:
        kinds = sorted(Path(path).name.partition("-")[0] for path in build["answer"][lang])
        assert kinds == ["library", "pyodide.asm.wasm", "shop", "texts", "worker"]


def test_files_fetch_little_more(site: Path) -> None:
    # What an open part for files brings, what a file in it does, and a workbook.
    limits = {"orders-*.js": 11_000, "orders-*.zip": 326_000, "workbooks-*.zip": 100_500}
    for name, most in limits.items():
        (part,) = (site / "runtime").glob(name)
        assert _compressed(part) < most


def _compressed(path: Path) -> int:
    return len(brotli.compress(path.read_bytes(), quality=9))


def test_the_library_holds_bytecode_and_what_the_calculators_read(site: Path) -> None:
    modules, files = _table(site, "library")
    assert "calculators/late_delivery/rules.toml" in files
    assert not [name for name in files if name.endswith((".py", "cases.toml", "zh.toml"))]
    assert not [name for name in modules if "core.table" in name or name in {"sqlite3", "pathlib"}]
    assert len(modules) < 240
    _, code = modules[resources.__name__]
    assert resources.__doc__
    assert resources.__doc__.encode() not in code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_come_in_one_language(site: Path, lang: str) -> None:
    modules, files = _table(site, f"texts-{lang}")
    assert not modules
    assert {name.rpartition("/")[2] for name in files} == {f"{lang}.toml", "sources.toml"}
    sources = json.loads(files["calculators/sources.toml"])["sources"]
    assert {*chain.from_iterable(each["title"] for each in sources.values())} == {lang}


def _table(site: Path, part: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    (archive,) = (site / "runtime").glob(f"{part}-*.zip")
    with ZipFile(archive) as library:
        table: tuple[dict[str, Any], dict[str, bytes]] = marshal.loads(library.read(TABLE))  # noqa: S302 (of our own build)
    return table


def test_what_macros_give_has_its_line_too(site: Path) -> None:
    # The lines are made of what a page names, which macros replace by its value.
    for stem in GUIDES:
        html = (site / stem / "index.html").read_text(encoding="utf-8")
        for heading, lines in sections(page("zh", stem).body):
            if re.search(r"\bfigure\(", "\n".join(lines)) and (found := heading_id(heading)):
                section = html.partition(f'id="{found}"')[2]
                section = re.split(r"<h\d", section, maxsplit=1)[0]
                assert re.search('<p class="(sources|confidence)"', section), (stem, found)


@pytest.mark.slow
def test_overdue_pages_say_so(site_of_march: Path) -> None:
    late = site_of_march / "en" / "orders" / "late-delivery" / "index.html"
    assert "due for review by 2027-02-24" in late.read_text(encoding="utf-8")
    # 180 days, not 90: not due on the day of the build.
    glossary = (site_of_march / "reference" / "glossary" / "index.html").read_text(encoding="utf-8")
    assert "review-overdue" not in glossary
    rules = json.loads((site_of_march / "rules.json").read_text(encoding="utf-8"))
    assert rules["built_for"] == "2027-03-01"


def test_the_rules_lie_once_where_the_pages_link_to_them(site: Path) -> None:
    for name in ("rules", "api"):
        for folder in (site / "reference" / name, site / "en" / "reference" / name):
            html = (folder / "index.html").read_text(encoding="utf-8")
            (link,) = re.findall(r'href="([^"]*rules\.json)"', html)
            assert (folder / link).resolve() == (site / "rules.json").resolve()


def test_each_language_searches_its_own_pages(site: Path) -> None:
    chinese, english = _indexed(site), _indexed(site / "en")
    assert any("保证金" in title for title in chinese)
    assert "What counts as late" in english
    assert not any("What counts as late" in title for title in chinese)
    words = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "problems_one" not in words, "a form's own words are not the page's"
    assert not any("\u4e00" <= mark <= "\u9fff" for title in english for mark in title)


def _indexed(site: Path) -> list[str]:
    """The titles that a search looks through."""
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    return [each["title"] for each in index["docs"]]
