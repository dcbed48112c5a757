"""What the check finds, in a box at the top of every page that `mkdocs serve` serves.

Whoever edits looks at the page, not at a terminal. The check runs in a process of its own, because
what it reads is what has just been edited.
"""

import json
import re
import subprocess
import sys
from html import escape
from pathlib import Path

# So many; the others are told when these are mended.
_SHOWN = 8
_FAILED = (
    "这一次没有生成成功，下面是改动以前的页面；原因也写在终端里。",
    "This build failed: below is the page before the edit. The terminal has the reason, too.",
)
_STYLE = (
    "position:relative;z-index:9;padding:.6rem 1rem;font-size:.7rem;line-height:1.5;"
    "border-bottom:.15rem solid #c62828;background:#fff4f2;color:#2b1512"
)
_BOX = re.compile(r"<aside data-checks.*?</aside>", re.DOTALL)
_BODY = re.compile(r"<body[^>]*>")


def show(folder: Path, site: Path, *, failed: bool) -> None:
    """Put the findings of the project in ``folder`` into each page of ``site``; none: no box."""
    box = _box(_findings(folder), failed=failed)
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        shown = _BODY.sub(lambda body: body[0] + box, _BOX.sub("", html), count=1)
        if shown != html:
            page.write_text(shown, encoding="utf-8")


def _findings(folder: Path) -> list[dict[str, str]]:
    command = [sys.executable, "-m", "checks", "check", "--json"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 (our own check)
    try:
        found: list[dict[str, str]] = json.loads(ran.stdout)
    except ValueError:
        return []  # it could not run: what ails the code is in the terminal
    return found


def _box(found: list[dict[str, str]], *, failed: bool) -> str:
    if not found and not failed:
        return ""
    lines = [f"<p><strong>{escape(each)}</strong></p>" for each in _FAILED if failed]
    for each in found[:_SHOWN]:
        said = "".join(
            f"<br>{escape(each[f'what_{lang}'])} → {escape(each[f'mend_{lang}'])}"
            for lang in ("zh", "en")
        )
        lines.append(f"<p><code>{escape(each['file'])}:{each['line']}</code>{said}</p>")
    if more := len(found) - _SHOWN:
        lines += [f"<p>+ {more}</p>"] if more > 0 else []
    return f'<aside data-checks role="status" style="{_STYLE}">{"".join(lines)}</aside>'
