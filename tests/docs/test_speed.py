"""The page that says how fast it is shows what was measured, with its day and machine."""

import re

import pytest

from macros.speed import SHORT, kept, lacking, other_ways, speed_ratios, speed_rows, speed_table
from macros.templating import words
from tests.support.markdown import LANGUAGES, page

STEM = "contribute/speed"


def _cells(html: str) -> list[str]:
    return re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", html)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_run_is_shown_whole_with_its_day_and_machine(lang: str) -> None:
    for run, html in ((kept(), speed_table(lang=lang)), (kept()["others"], other_ways(lang=lang))):
        assert all(run[each] in html for each in ("day", "machine", "browser"))
        names = [words(lang)["speed"]["ways"][way] for way in run["ways"]]
        assert _cells(html)[1 : len(names) + 1] == names
        for label, cells in speed_rows(run, lang):
            assert len(cells) == len(names), label


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_task_that_the_browser_does_not_tell_of_is_said_to_be_short(lang: str) -> None:
    run = {"ways": {"ours": {**kept()["ways"]["ours"], "task": [0, 0, 0]}}}
    said = words(lang)["speed"]
    assert dict(speed_rows(run, lang))[said["task"]] == [said["short"].format(limit=SHORT)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ratios_are_shown_for_each_line_and_visit(lang: str) -> None:
    cells = _cells(speed_ratios(lang=lang))
    found = [each for each in cells if re.fullmatch(r"\d\.\d\d \(\d\.\d\d–\d\.\d\d\)", each)]
    assert len(found) == 6


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_micropython_lacks_was_asked_of_it(lang: str) -> None:
    assert "`decimal`" in lacking(lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_measured_figure_is_typed_into_the_page(lang: str) -> None:
    prose = re.sub(r"```.*?```|`[^`]*`", "", page(lang, STEM).body, flags=re.DOTALL)
    assert re.findall(r"\d[\d.,]*\s?(?:kB|MB|ms|s|秒|毫秒)\b", prose) == []
