"""``shop-calculators``, or ``python -m calculators``.

What can be asked stands in :mod:`calculators.terminal.arguments`.
"""

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from calculators import CALCULATORS, definition
from calculators.clock import today_in_beijing
from calculators.core.output.report import usage
from calculators.core.table.plan import Asked
from calculators.scaffold import CalculatorNameError, create_calculator, next_steps
from calculators.terminal import ANSWERED, WRONG_INPUTS
from calculators.terminal.arguments import pairs, parser, undecodable
from calculators.terminal.batch import answer_table
from calculators.terminal.checkout import COMMANDS, run_in_checkout
from calculators.terminal.ending import ended
from calculators.terminal.input import STANDARD_INPUT
from calculators.terminal.single import answer_question

# One of orders, and one of their parcels.
_TABLES = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer what ``arguments`` ask; 0 where answered, 2 where the inputs or the id are wrong."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in COMMANDS:
        return run_in_checkout(words)
    return _answer(words)


def _answer(words: Sequence[str]) -> int:
    reading = parser()
    asked = reading.parse_intermixed_args(words)
    if unread := undecodable(asked):
        print(f"this is not written in UTF-8: {unread!a}", file=sys.stderr)
        return WRONG_INPUTS
    if asked.list:
        for calculator in CALCULATORS:
            print(f"{calculator}\t{definition(calculator).texts(asked.lang).get('title')}")
        return ANSWERED
    if asked.help:
        known = asked.calculator in CALCULATORS
        lines = (
            usage(definition(asked.calculator), asked.lang, today_in_beijing())
            if known
            else [reading.format_help()]
        )
        print("\n".join(lines))
        return ANSWERED
    if asked.calculator is None:
        reading.error("name a calculator, or --list")
    if asked.calculator == "new" and asked.inputs:
        return _new(asked.inputs, asked.lang)
    try:
        typed, against = map(pairs, (asked.inputs, asked.against))
        chosen, other, units = map(pairs, (asked.column, asked.other, asked.unit))
    except ValueError as error:
        reading.error(str(error))
    if useless := _useless(asked):
        reading.error(useless)
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    if asked.calculator in CALCULATORS and asked.csv:
        return answer_table(asked, Asked(chosen, typed, units), other, stamp)
    return answer_question(asked, typed, against, stamp)


def _useless(asked: Namespace) -> str | None:
    """What is asked for and would be left out without a word."""
    if asked.against and (asked.csv or asked.ics):
        return "--against compares two answers: leave out --csv and --ics"
    of_tables = asked.column or asked.unit or asked.words or asked.sheet
    if of_tables and not asked.csv:
        return "--column, --unit, --sheet and --words are for a table: name it with --csv"
    if (asked.xlsx or asked.to_do) and not asked.csv:
        return "--xlsx and --to-do are for a table: name it with --csv"
    if (asked.other or asked.swap) and len(asked.csv) < _TABLES:
        return "--other and --swap are for two tables: name both with --csv"
    if len(asked.csv) > _TABLES:
        return "two tables at the most: one of orders, one of their parcels"
    if asked.csv.count(STANDARD_INPUT) > 1:
        return "standard input holds one table"
    return None


def _new(names: Sequence[str], lang: str) -> int:
    here = Path(__file__).parent
    if not (here.parent / "pyproject.toml").is_file():
        print(CalculatorNameError("not_here").message(lang), file=sys.stderr)
        return WRONG_INPUTS
    try:
        files = [
            path for name in names for path in create_calculator(name, here, today_in_beijing())
        ]
    except CalculatorNameError as error:
        print(error.message(lang), file=sys.stderr)
        return WRONG_INPUTS
    print(*(path.relative_to(here.parent) for path in files), sep="\n")
    print(*(next_steps(name, lang) for name in names), sep="\n")
    return ANSWERED


def command() -> int:
    """:func:`main` as a command of its own: in UTF-8, and told in one line when it is cut short."""
    return ended(main)


if __name__ == "__main__":
    sys.exit(command())
