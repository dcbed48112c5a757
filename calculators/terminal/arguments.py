"""What is asked for in a terminal."""

import argparse
from itertools import chain

from calculators.core.text.catalogue import LANGUAGES
from calculators.terminal.usage import Once, Parser

EXAMPLES = """The calculators from a terminal.

shop-calculators late-delivery paid=299.99 --lang en --json
shop-calculators late-delivery paid=299.99 --against paid=3000
shop-calculators late-delivery --csv orders.csv --words > answered.csv
shop-calculators late-delivery --csv orders.csv --column paid=Total force_majeure=no
shop-calculators late-delivery --csv orders.xlsx --sheet November > answered.csv
shop-calculators order-check --csv orders.csv --csv parcels.csv --xlsx > answered.xlsx
shop-calculators order-check --csv orders.csv --to-do
shop-calculators arbitration-deadline effective=2026-11-20 today=2026-11-21 --ics
shop-calculators new my-rule
shop-calculators changed --markdown     which answers change, against a revision; as Markdown
shop-calculators files late-delivery.maximum    the files to look at when that rule changes
shop-calculators --list
"""


def parser() -> Parser:
    """The parser of ``shop-calculators``."""
    made = Parser(
        prog="shop-calculators",
        description=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    made.add_argument("calculator", nargs="?", help='its id, or "new" with the id of a new one')
    made.add_argument("inputs", nargs="*", metavar="name=value")
    made.add_argument("-h", "--help", action="store_true", help="this, or a calculator's inputs")
    made.add_argument("--list", action="store_true", help="the calculators there are")
    made.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], action=Once)
    made.add_argument("--on", metavar="DATE", action=Once, help="use the rules of this day")
    made.add_argument(
        "--against",
        metavar="name=value",
        action="append",
        default=[],
        help="compare with the same inputs but for this one",
    )
    how = made.add_mutually_exclusive_group()
    how.add_argument(
        "--json", action="store_true", help="the answer, or what a table comes to, as JSON"
    )
    how.add_argument("--ics", action="store_true", help="the deadlines as a calendar file")
    how.add_argument("--xlsx", action="store_true", help="the answered table as a workbook")
    how.add_argument("--to-do", action="store_true", help="what is to be done of a table, as text")
    made.add_argument(
        "--csv",
        metavar="FILE",
        action="append",
        default=[],
        help="answer each row of a table: a CSV file, a workbook (.xlsx), or - for standard input; "
        "a second one, of the orders' parcels, is joined with it",
    )
    table = made.add_argument_group("for a table")
    table.add_argument(
        "--column",
        metavar="name=HEADING",
        action="append",
        default=[],
        help="which column an input is in; nothing after = for none",
    )
    table.add_argument(
        "--other",
        metavar="name=HEADING",
        action="append",
        default=[],
        help="the same for the table of parcels",
    )
    table.add_argument(
        "--swap", action="store_true", help="of two tables take the other one for that of parcels"
    )
    table.add_argument(
        "--sheet",
        metavar="NAME",
        action="append",
        default=[],
        help="which sheet of a workbook; of two tables, in their order",
    )
    table.add_argument(
        "--unit",
        metavar="name=UNIT",
        action="append",
        default=[],
        help="the unit of a column of amounts: yuan, fen or wan (10,000 yuan)",
    )
    table.add_argument("--words", action="store_true", help="write words instead of ids")
    return made


def undecodable(asked: argparse.Namespace) -> str | None:
    """What was typed in bytes that are no text; the name of a file may be any bytes."""
    lists = (asked.inputs, asked.column, asked.other, asked.unit, asked.against, asked.sheet)
    typed = (asked.calculator, asked.on, *chain(*lists))
    return next((each for each in typed if each and not _is_text(each)), None)


def _is_text(typed: str) -> bool:
    try:
        typed.encode()
    except UnicodeEncodeError:
        return False
    return True
