"""The calculators from a terminal.

python -m calculators late-delivery paid=299.99 --lang en --json
python -m calculators late-delivery --csv orders.csv > answered.csv
python -m calculators late-delivery --csv orders.csv --column paid=Total force_majeure=no
python -m calculators --list
"""

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from calculators import CALCULATORS, definition, evaluate
from calculators.core.answer import refused_text
from calculators.core.inputs import InputsRefused
from calculators.core.refusal import Refusal, Refused
from calculators.core.report import report, usage
from calculators.core.table.plan import plan
from calculators.core.table.table import Table
from calculators.core.texts import LANGUAGES

ANSWERED, WRONG_INPUTS = 0, 2
# Bytes of a table read at once.
CHUNK = 65536


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
    typed = _pairs(parser, asked.inputs)
    if asked.calculator in CALCULATORS and asked.csv:
        return _many(asked, typed, _pairs(parser, asked.column))
    return _one(asked, typed)


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


def _many(asked: argparse.Namespace, typed: dict[str, str], chosen: dict[str, str]) -> int:
    given = typed | ({"on": asked.on} if asked.on else {})
    texts = definition(asked.calculator).texts(asked.lang)
    try:
        with Path(asked.csv).open("rb") as file:
            chunks = iter(partial(file.read, CHUNK), b"")
            table = Table(definition(asked.calculator), chunks, asked.lang)
            for piece in table.answered(plan(table.headings, chosen, given, words=asked.words)):
                sys.stdout.buffer.write(piece)
    except OSError as error:
        print(error, file=sys.stderr)
        return WRONG_INPUTS
    except Refused as refused:
        print(refused_text(texts, Refusal("csv", refused.code, refused.values)), file=sys.stderr)
        return WRONG_INPUTS
    except InputsRefused as refused:
        print(*(refused_text(texts, each) for each in refused.refusals), sep="\n", file=sys.stderr)
        return WRONG_INPUTS
    counted = {name: getattr(table.totals, name) for name in ("answered", "refused", "blank")}
    print(texts.say("table", "counted", values=counted), file=sys.stderr)
    return ANSWERED


def _pairs(parser: argparse.ArgumentParser, written: Sequence[str]) -> dict[str, str]:
    """``["paid=3"]`` as ``{"paid": "3"}``."""
    typed: dict[str, str] = {}
    for each in written:
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
    parser.add_argument(
        "--column",
        metavar="name=HEADING",
        action="append",
        default=[],
        help="which column of the table an input is in; nothing after = for none",
    )
    parser.add_argument(
        "--words", action="store_true", help="words instead of ids in the answered table"
    )
    parser.add_argument("--json", action="store_true", help="the answer as JSON")
    parser.add_argument("--lang", choices=LANGUAGES, default="zh")
    parser.add_argument("--on", metavar="DATE", help="use the rules of this day")
    return parser


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
