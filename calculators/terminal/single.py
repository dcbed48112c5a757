"""One question: its answer for people or programs, as a calendar, or beside another."""

import json
import sys
from argparse import Namespace

from calculators import definition, evaluate
from calculators.core.answers import Answer, OkAnswer
from calculators.core.output.comparison import compare
from calculators.core.output.icalendar import calendar
from calculators.core.output.presentation import deadlines
from calculators.core.output.report import comparison_report, report
from calculators.terminal import ANSWERED, WRONG_INPUTS


def answer_question(
    asked: Namespace, typed: dict[str, str], against: dict[str, str], stamp: str
) -> int:
    """Print the answer to ``typed``, compared where ``against`` changes some of it."""
    answers = [_answer(asked, typed)]
    if against:
        answers.append(_answer(asked, typed | against))
    if asked.json:
        print(_json(*answers))
        return ANSWERED if all(each["ok"] for each in answers) else WRONG_INPUTS
    told: list[OkAnswer] = []
    for each in answers:
        if not each["ok"]:
            for error in each["errors"]:
                print(f"{error['field']}: {error['text']}", file=sys.stderr)
            return WRONG_INPUTS
        told.append(each)
    if asked.ics:
        return _write_calendar(asked, told[0], stamp)
    print("\n".join(_told(asked, *told)))
    return ANSWERED


def _answer(asked: Namespace, typed: dict[str, str]) -> Answer:
    """By the rules of the day ``on``, where that is among what was typed."""
    inputs = typed.copy()
    day = inputs.pop("on", "") or asked.on
    return evaluate(asked.calculator, inputs, asked.lang, day)


def _json(first: Answer, second: Answer | None = None) -> str:
    told = first if second is None else [first, second]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _write_calendar(asked: Namespace, answer: OkAnswer, stamp: str) -> int:
    described = definition(asked.calculator)
    if not deadlines(described, answer):
        print(described.texts(asked.lang).get("calendar", "nothing"), file=sys.stderr)
        return WRONG_INPUTS
    made = calendar(described, answer, asked.lang, stamp=stamp, link="")
    sys.stdout.buffer.write(made.encode())
    return ANSWERED


def _told(asked: Namespace, first: OkAnswer, second: OkAnswer | None = None) -> list[str]:
    described = definition(asked.calculator)
    if second is None:
        return list(report(described, first, asked.lang))
    return list(comparison_report(compare(described, first, second, asked.lang)))
