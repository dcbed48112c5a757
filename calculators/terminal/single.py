"""One question: its answer for people or programs, as a calendar, or beside another."""

import json
import sys
from argparse import Namespace

from calculators import definition, evaluate
from calculators.core.outcome.outcome import Answer
from calculators.core.output.comparison import compare
from calculators.core.output.icalendar import calendar
from calculators.core.output.presentation import deadlines
from calculators.core.output.report import comparison_report, report
from calculators.terminal import ANSWERED, WRONG_INPUTS


def answer_question(
    asked: Namespace, typed: dict[str, str], against: dict[str, str], stamp: str
) -> int:
    """Print the answer to ``typed``, compared where ``against`` changes some of it."""
    answers = [evaluate(asked.calculator, typed, asked.lang, asked.on)]
    if against:
        second = typed | against
        day = second.pop("on", asked.on)
        answers.append(evaluate(asked.calculator, second, asked.lang, day))
    wrong = next((each for each in answers if not each["ok"]), None)
    if asked.json:
        print(_json(*answers))
    elif wrong:
        for error in wrong["errors"]:
            print(f"{error['field']}: {error['text']}", file=sys.stderr)
    elif asked.ics:
        described = definition(asked.calculator)
        if not deadlines(described, answers[0]):
            print(described.texts(asked.lang).get("calendar", "nothing"), file=sys.stderr)
            return WRONG_INPUTS
        made = calendar(described, answers[0], asked.lang, stamp=stamp, link="")
        sys.stdout.buffer.write(made.encode())
    else:
        print("\n".join(_told(asked, *answers)))
    return WRONG_INPUTS if wrong else ANSWERED


def _json(first: Answer, second: Answer | None = None) -> str:
    told = first if second is None else [first, second]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _told(asked: Namespace, first: Answer, second: Answer | None = None) -> list[str]:
    described = definition(asked.calculator)
    if second is None:
        return list(report(described, first, asked.lang))
    return list(comparison_report(compare(described, first, second, asked.lang)))
