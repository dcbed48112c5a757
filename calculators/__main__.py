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
from calculators.core.memory import rarely_collected
from calculators.terminal import ANSWERED, STANDARD_INPUT, WRONG_INPUTS
from calculators.terminal.arguments import parser, undecodable
from calculators.terminal.checkout import COMMANDS, run_in_checkout
from calculators.terminal.ending import ended
from calculators.terminal.usage import UsageError, language_of, pairs

# What else is needed depends on what is asked, and is loaded where it is: what reads files takes a
# third of the time of a question, which needs none of it.

# One of orders, and one of their parcels.
_TABLES = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer what ``arguments`` ask; 0 where answered, 2 where the inputs or the id are wrong."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in COMMANDS:
        return run_in_checkout(words)
    try:
        return _answer(words)
    except UsageError as error:
        print(error.told(language_of(words)), file=sys.stderr)
        raise SystemExit(WRONG_INPUTS) from None


def _answer(words: Sequence[str]) -> int:
    reading = parser()
    asked = reading.parse_intermixed_args(words)
    if unread := undecodable(asked):
        raise UsageError("undecodable", word=ascii(unread))
    if asked.list:
        for calculator in CALCULATORS:
            print(f"{calculator}\t{definition(calculator).texts(asked.lang).get('title')}")
        return ANSWERED
    if asked.help:
        from calculators.core.output.report import usage  # noqa: PLC0415

        known = asked.calculator in CALCULATORS
        lines = (
            usage(definition(asked.calculator), asked.lang, today_in_beijing())
            if known
            else [reading.format_help()]
        )
        print("\n".join(lines))
        return ANSWERED
    if asked.calculator is None:
        raise UsageError("no_calculator")
    if asked.calculator == "new" and asked.inputs:
        return _new(asked.inputs, asked.lang)
    typed, against = pairs(asked.inputs), pairs(asked.against, "--against")
    if "on" in typed and asked.on:
        raise UsageError("pair_twice", name="on", word="on= --on")
    chosen, other = pairs(asked.column, "--column"), pairs(asked.other, "--other")
    units = pairs(asked.unit, "--unit")
    if useless := _useless(asked):
        raise UsageError(useless)
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    if asked.calculator in CALCULATORS and asked.csv:
        from calculators.core.table.planning.plan import Asked  # noqa: PLC0415
        from calculators.terminal.batch import answer_table  # noqa: PLC0415

        return answer_table(asked, Asked(chosen, typed, units), other, stamp)
    from calculators.terminal.single import answer_question  # noqa: PLC0415

    return answer_question(asked, typed, against, stamp)


def _useless(asked: Namespace) -> str | None:
    """The code for what is asked for and would be left out without a word."""
    if not all(asked.csv):
        return "no_file"
    if asked.against and (asked.csv or asked.ics):
        return "against_alone"
    of_tables = asked.column or asked.unit or asked.words or asked.sheet
    if of_tables and not asked.csv:
        return "of_tables"
    if (asked.xlsx or asked.to_do) and not asked.csv:
        return "written_tables"
    if (asked.other or asked.swap) and len(asked.csv) < _TABLES:
        return "of_two_tables"
    if len(asked.csv) > _TABLES:
        return "three_tables"
    if asked.csv.count(STANDARD_INPUT) > 1:
        return "input_twice"
    return None


def _new(names: Sequence[str], lang: str) -> int:
    from calculators.scaffold import (  # noqa: PLC0415
        CalculatorNameError,
        create_calculator,
        next_steps,
    )

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
    with rarely_collected():
        return ended(main)


if __name__ == "__main__":
    sys.exit(command())
