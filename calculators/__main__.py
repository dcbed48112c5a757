"""``python -m calculators``: see :mod:`calculators.terminal.arguments` for what can be asked."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from calculators import CALCULATORS, definition
from calculators.clock import today_in_beijing
from calculators.core.report import usage
from calculators.scaffold import NotLaid, lay, next_steps
from calculators.terminal import ANSWERED, WRONG_INPUTS
from calculators.terminal.arguments import pairs, parser
from calculators.terminal.many import many
from calculators.terminal.one import one


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer what ``arguments`` ask; 0 where answered, 2 where the inputs or the id are wrong."""
    reading = parser()
    asked = reading.parse_intermixed_args(arguments)
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
        typed, chosen, against = map(pairs, (asked.inputs, asked.column, asked.against))
    except ValueError as error:
        reading.error(str(error))
    if useless := _useless(asked):
        reading.error(useless)
    if asked.calculator in CALCULATORS and asked.csv:
        return many(asked, typed, chosen)
    return one(asked, typed, against, f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}")


def _useless(asked: Namespace) -> str | None:
    """What is asked for and would be left out without a word."""
    if asked.against and (asked.csv or asked.ics):
        return "--against compares two answers: leave out --csv and --ics"
    if (asked.column or asked.words) and not asked.csv:
        return "--column and --words are for a table: name it with --csv"
    return None


def _new(names: Sequence[str], lang: str) -> int:
    here = Path(__file__).parent
    try:
        files = [path for name in names for path in lay(name, here, today_in_beijing())]
    except NotLaid as refused:
        print(refused.told(lang), file=sys.stderr)
        return WRONG_INPUTS
    print(*(path.relative_to(here.parent) for path in files), sep="\n")
    print(*(next_steps(name, lang) for name in names), sep="\n")
    return ANSWERED


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
