"""Directories of both layouts, with texts that are invented for the tests."""

import json
from pathlib import Path
from typing import Any

LATE, SHIPPING, HANDLING = "aHwH9wK4Je2N", "101706", "aHwH9wK4JUHQ"

SENTENCE = "梨子晚到 48 小时以内的，每箱扣 2%，最低 2 元，最高 50 元。"
OLD = f"*一、总则 {SENTENCE} *二、其它 桃子要在 7 天内送到；过了 3 天不再收。"
REWORDED = OLD.replace("天内送到", "天内交到")
CHANGED = OLD.replace("2%", "4%").replace("最低 2 元", "最低 3.00 元")

_LISTED = {"publishedAt": None, "lastSeenAt": "2026-08-20T02:00:00.000Z", "content": ""}


def dated(root: Path, **texts: str) -> Path:
    """Files named ``<rule>_<day>.txt``; a key says ``late_2026_06_03``."""
    ids = {"late": LATE, "shipping": SHIPPING, "handling": HANDLING}
    root.mkdir(parents=True, exist_ok=True)
    rows = []
    for key, text in texts.items():
        name, day = key.split("_", 1)
        (root / f"{ids[name]}_{day.replace('_', '-')}.txt").write_text(text, encoding="utf-8")
        rows.append(f"| 【测试】{name} | {ids[name]} | | | | 1 | x |")
    (root / "index.md").write_text("\n".join(["# Texts", "", *rows]), encoding="utf-8")
    return root


def copied(
    root: Path,
    cached: dict[str, str] | None = None,
    listed: list[dict[str, Any]] | None = None,
    kept: dict[str, str] | None = None,
    fetched: str = "2026-08-20T18:00:00.000Z",
) -> Path:
    """A clone of the public copy: ``cached`` and ``kept`` are texts by rule, ``listed`` entries."""
    folder = root / "data" / "douyin"
    (folder / "rule-text").mkdir(parents=True)
    sources = {
        f"dy-rule-{rule}": {"ruleId": rule, "title": f"【测试】{rule}", "content": text}
        | {"fetchedAt": fetched, "origin": "test"}
        for rule, text in (cached or {}).items()
    }
    cache = {"version": 1, "sources": sources}
    (folder / "curated-source-cache.json").write_text(json.dumps(cache), encoding="utf-8")
    entries = [_LISTED | {"title": f"【测试】{each['id']}"} | each for each in listed or []]
    # The copy's own lists begin with a mark of their encoding.
    (folder / "rules.json").write_text(json.dumps(entries), encoding="utf-8-sig")
    for rule, text in (kept or {}).items():
        (folder / "rule-text" / f"rule-{rule}.txt").write_text(text, encoding="utf-8")
    return root
