"""Findings for people, one screen in both languages; and for machines that show them in place."""

import json
from collections.abc import Sequence
from itertools import groupby

from calculators.core.text.catalogue import LANGUAGES
from checks.finding import Finding

# A screen holds so many; the others wait until these are mended.
_SHOWN = 12
_NONE = (
    "没有发现问题（{seconds} 秒）。",
    "Nothing to mend ({seconds} s).",
)
_COUNT = (
    "发现 {count} 处（{seconds} 秒）：{files}",
    "{count} to mend ({seconds} s): {files}",
)
_MORE = (
    "还有 {count} 处，先改上面的；或加文件名，只看一个文件。",
    "{count} more: mend these first, or name a file to see that alone.",
)
_BOTH = (
    "两种语言都改过的页：{pages}。意思一样，就运行 python tools/run.py fix 记下来。",
    "Changed in both languages: {pages}. If they say the same, run python tools/run.py fix.",
)


def screen(found: Sequence[Finding], seconds: float, renewed: Sequence[str] = ()) -> str:
    """What is told in a terminal: grouped by file, the first few, then how many there are."""
    lines: list[str] = []
    for path, group in groupby(found[:_SHOWN], key=lambda each: each.path):
        lines += ["", path]
        for each in group:
            lines += [f"  {path}:{each.line}  [{each.code}]"]
            for lang in LANGUAGES:
                lines += [f"    {each.what(lang)}", f"      → {each.mend(lang)}"]
    shown = f"{seconds:.1f}"
    files = len({each.path for each in found})
    lines.append("")
    if len(found) > _SHOWN:
        lines += [each.format(count=len(found) - _SHOWN) for each in _MORE]
    counted = _COUNT if found else _NONE
    zh, en = (each.format(count=len(found), seconds=shown, files="{files}") for each in counted)
    lines += [zh.replace("{files}", f"{files} 个文件"), en.replace("{files}", f"{files} files")]
    if renewed:
        lines += [each.format(pages=", ".join(renewed)) for each in _BOTH]
    return "\n".join(lines).lstrip("\n")


def annotations(found: Sequence[Finding]) -> str:
    """As GitHub reads them, to show each at its line of a pull request."""
    return "\n".join(
        f"::error file={each.path},line={each.line},title={_property(each.code)}::"
        + _message("\n".join(f"{each.what(lang)} → {each.mend(lang)}" for lang in LANGUAGES))
        for each in found
    )


def as_json(found: Sequence[Finding]) -> str:
    """For other programs: a list of objects, in the order of files and lines."""
    return json.dumps(
        [
            {"file": each.path, "line": each.line, "code": each.code}
            | {f"what_{lang}": each.what(lang) for lang in LANGUAGES}
            | {f"mend_{lang}": each.mend(lang) for lang in LANGUAGES}
            for each in found
        ],
        ensure_ascii=False,
        indent=1,
    )


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
