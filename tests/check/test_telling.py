"""What is found is told in words: on one screen, and where a pull request shows lines."""

import json

from checks import Finding
from checks.telling import annotations, as_json, screen

FOUND = [
    Finding("docs/zh/a.md", line, "type.space", {"near": f"第{line}行 100%"})
    for line in range(1, 41)
]


def test_a_screen_has_both_languages_places_cures_and_the_count() -> None:
    told = screen(FOUND[:1], 1.23)
    assert told.splitlines() == [
        "docs/zh/a.md",
        "  docs/zh/a.md:1  [type.space]",
        "    中文和字母、数字之间少一个空格：第1行 100%",
        "      → 中间空一格，或运行 python tools/run.py fix。",
        "    A space is missing between Chinese and Latin letters or figures: 第1行 100%",
        "      → Put one there, or run python tools/run.py fix.",
        "",
        "发现 1 处（1.2 秒）：1 个文件",
        "1 to mend (1.2 s): 1 files",
    ]


def test_many_fit_on_a_screen_and_say_how_many_wait() -> None:
    told = screen(FOUND, 2)
    assert len(told.splitlines()) < 80
    assert "28 more" in told
    assert "还有 28 处" in told


def test_nothing_found_is_said() -> None:
    assert screen([], 0.5) == "没有发现问题（0.5 秒）。\nNothing to mend (0.5 s)."


def test_a_pull_request_shows_each_at_its_line() -> None:
    (line,) = annotations(FOUND[:1]).splitlines()
    assert line.startswith("::error file=docs/zh/a.md,line=1,title=type.space::中文")
    assert "100%25" in line
    assert "%0A" in line


def test_other_programs_have_places_and_words() -> None:
    (first, *_) = json.loads(as_json(FOUND))
    assert (first["file"], first["line"], first["code"]) == ("docs/zh/a.md", 1, "type.space")
    assert {"what_zh", "what_en", "mend_zh", "mend_en"} < first.keys()
