"""The calculators from a terminal.

python -m calculators late-delivery paid=299.99 --lang en --json
python -m calculators late-delivery --csv orders.csv > answered.csv
python -m calculators --list
"""

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from calculators import CALCULATORS, definition, evaluate
from calculators.core.batch import NoColumns, answered_rows
from calculators.core.report import report, usage
from calculators.core.texts import LANGUAGES

ANSWERED, WRONG_INPUTS = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer what ``arguments`` ask; 0 where answered, 2 where the inputs or the id are wrong."""
    parser = _parser()
    asked = parser.parse_intermixed_args(arguments)
    if asked.list:
        for calculator in CALCULATORS:
            print(f"{calculator}\t{definition(calculator).texts(asked.lang).get('title')}")
        return ANSWERED
    if asked.calculator is None and asked.help:
        parser.print_help()
        return ANSWERED
    if asked.calculator is None:
        parser.error("name a calculator, or --list")
    if asked.calculator in CALCULATORS and asked.help:
        print("\n".join(usage(definition(asked.calculator), asked.lang)))
        return ANSWERED
    if asked.calculator in CALCULATORS and asked.csv:
        return _many(asked)
    return _one(asked, _typed(parser, asked.inputs))


def _one(asked: argparse.Namespace, typed: dict[str, str]) -> int:
    answer = evaluate(asked.calculator, typed, asked.lang, asked.on)
    if asked.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    elif answer["ok"]:
        print("\n".join(report(definition(asked.calculator), answer, asked.lang)))
    else:
        for error in answer["errors"]:
            print(f"{error['field']}: {error['text']}", file=sys.stderr)
    return ANSWERED if answer["ok"] else WRONG_INPUTS


def _many(asked: argparse.Namespace) -> int:
    try:
        # utf-8-sig: spreadsheets put a mark before the first heading.
        with Path(asked.csv).open(encoding="utf-8-sig", newline="") as table:
            rows = answered_rows(
                definition(asked.calculator), csv.reader(table), asked.lang, asked.on
            )
            csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
    except (OSError, UnicodeDecodeError, NoColumns) as error:
        print(error, file=sys.stderr)
        return WRONG_INPUTS
    return ANSWERED


def _typed(parser: argparse.ArgumentParser, inputs: Sequence[str]) -> dict[str, str]:
    """``["paid=3"]`` as ``{"paid": "3"}``."""
    typed: dict[str, str] = {}
    for each in inputs:
        name, equals, value = each.partition("=")
        if not equals or name in typed:
            parser.error(f"write each input once, as name=value, not {each!r}")
        typed[name] = value
    return typed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m calculators",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.add_argument("calculator", nargs="?")
    parser.add_argument("inputs", nargs="*", metavar="name=value")
    parser.add_argument("-h", "--help", action="store_true", help="this, or a calculator's inputs")
    parser.add_argument("--list", action="store_true", help="the calculators there are")
    parser.add_argument("--csv", metavar="FILE", help="answer each row of a table")
    parser.add_argument("--json", action="store_true", help="the answer as JSON")
    parser.add_argument("--lang", choices=LANGUAGES, default="zh")
    parser.add_argument("--on", metavar="DATE", help="use the rules of this day")
    return parser


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
