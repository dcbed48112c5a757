"""Asks one version of the calculators, in a Python of its own: ``python probe.py FOLDER``.

Only this file is the newest one's; all that it imports is that of the version in FOLDER. Of that
it needs what the package gives everybody (``CALCULATORS``, ``definition``, ``evaluate``), and the
macros of figures. It reads JSON from standard input and writes JSON, see :mod:`tools.changes.tree`.
"""

import json
import sys
from datetime import date
from typing import Any

# What a page calls a macro, and what the function is called.
_FUNCTIONS = {"figure": "figure", "answer": "answered"}


def described() -> dict[str, Any]:
    """All rules with their values, and all examples, by calculator."""
    from calculators import CALCULATORS, definition

    return {
        each: {
            "rules": {
                key: [_value(rule) for rule in values]
                for key, values in definition(each).rule_book.history().items()
            },
            "cases": [
                {"name": case["name"], "on": str(case["on"]), "inputs": case["inputs"]}
                for case in definition(each).cases()
            ],
            "shown": [at for at, case in enumerate(definition(each).cases()) if case.get("show")],
        }
        for each in CALCULATORS
    }


def _value(rule: Any) -> dict[str, Any]:
    return {
        "value": None if rule.value is None else str(rule.value),
        "unit": rule.unit,
        "formula": rule.name,
        "from": rule.valid_from and str(rule.valid_from),
        "until": rule.valid_until and str(rule.valid_until),
    }


def answered(asked: dict[str, Any]) -> dict[str, Any]:
    """The answers to questions, and what figures in pages say."""
    from calculators import evaluate

    lang, today = asked["lang"], date.fromisoformat(asked["today"])
    answers = [
        evaluate(calculator, dict(inputs), lang, on, today)
        for calculator, on, inputs in asked["questions"]
    ]
    return {"answers": answers, "figures": _figures(asked["figures"], lang)}


def _figures(asked: list[Any], lang: str) -> list[str | None] | None:
    """What each figure says, ``None`` for one that there is not; ``None``: there are no macros."""
    try:
        from macros import figures
    except ImportError:
        return None
    return [_figure(figures, each, lang) for each in asked]


def _figure(figures: Any, asked: list[Any], lang: str) -> str | None:
    macro, given, named, day = asked
    function = getattr(figures, _FUNCTIONS[macro])
    try:
        return str(function(*given, lang=lang, built_for=date.fromisoformat(day), **dict(named)))
    except (ValueError, TypeError):
        return None


def main() -> None:
    """Import from the folder that was named, and from nowhere before it."""
    sys.path[0] = sys.argv[1]
    asked = json.load(sys.stdin)
    json.dump(answered(asked) if asked else described(), sys.stdout)


if __name__ == "__main__":
    main()
