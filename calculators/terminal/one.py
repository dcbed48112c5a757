"""One question: its answer for people or programs, as a calendar, or beside another."""

import json
import sys
from argparse import Namespace

from calculators import definition, evaluate
from calculators.core.answer import Answer
from calculators.core.calendar import calendar
from calculators.core.comparing import compare
from calculators.core.report import comparison_report, report
from calculators.terminal import ANSWERED, WRONG_INPUTS


def one(asked: Namespace, typed: dict[str, str], against: dict[str, str], stamp: str) -> int:
    """Print the answer to ``typed``, compared where ``against`` changes some of it."""
    answers = [evaluate(asked.calculator, typed, asked.lang, asked.on)]
    if against:
        day = against.pop("on", asked.on)
        answers.append(evaluate(asked.calculator, typed | against, asked.lang, day))
    if not all(each["ok"] for each in answers):
        return _refuse(asked, answers)
    if asked.json:
        print(_json(*answers))
    elif asked.ics:
        described = definition(asked.calculator)
        made = calendar(described, answers[0], asked.lang, stamp=stamp, link="")
        sys.stdout.buffer.write(made.encode())
    else:
        print("\n".join(_told(asked, *answers)))
    return ANSWERED


def _refuse(asked: Namespace, answers: list[Answer]) -> int:
    wrong = next(each for each in answers if not each["ok"])
    if asked.json:
        print(_json(*answers))
    else:
        for error in wrong["errors"]:
            print(f"{error['field']}: {error['text']}", file=sys.stderr)
    return WRONG_INPUTS


def _json(first: Answer, second: Answer | None = None) -> str:
    told = first if second is None else [first, second]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _told(asked: Namespace, first: Answer, second: Answer | None = None) -> list[str]:
    described = definition(asked.calculator)
    if second is None:
        return list(report(described, first, asked.lang))
    return list(comparison_report(compare(described, first, second, asked.lang)))
