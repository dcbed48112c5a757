"""A table of questions: the answered table on standard output, what it adds up to beside it."""

import sys
from argparse import Namespace
from dataclasses import replace

from calculators import definition
from calculators.clock import now_in_beijing
from calculators.core.inputs.errors import ErrorDetails, InputError, ValidationError
from calculators.core.output.errors import error_text
from calculators.core.table.answering import answered
from calculators.core.table.opening import Opened, open_table
from calculators.core.table.plan import Asked, plan
from calculators.core.table.table import Table
from calculators.core.text.formatting import sentence
from calculators.terminal import ANSWERED, WRONG_INPUTS
from calculators.terminal.ending import write
from calculators.terminal.input import table_file


def answer_table(asked: Namespace, told: Asked) -> int:
    """Answer the table ``asked.csv`` by what was ``told`` of it."""
    if asked.on:
        told = replace(told, given={**told.given, "on": asked.on})
    texts = definition(asked.calculator).texts(asked.lang)
    try:
        with table_file(asked.csv) as file:
            opened = open_table(file, sheet=asked.sheet)
            _check_certain(opened)
            table = Table(definition(asked.calculator), opened, asked.lang)
            planned = plan(table.headings, told, now_in_beijing(), words=asked.words)
            for piece in answered(table, planned):
                write(piece)
    except OSError as error:
        print(error, file=sys.stderr)
        return WRONG_INPUTS
    except InputError as error:
        print(error_text(texts, ErrorDetails("csv", error.code, error.values)), file=sys.stderr)
        return WRONG_INPUTS
    except ValidationError as error:
        print(*(error_text(texts, each) for each in error.errors), sep="\n", file=sys.stderr)
        return WRONG_INPUTS
    counted = {name: getattr(table.totals, name) for name in ("answered", "refused", "blank")}
    print(*table.totals.told(), sep="\n", file=sys.stderr)
    print(sentence(texts, "table", "counted", values=counted), file=sys.stderr)
    return ANSWERED


def _check_certain(opened: Opened) -> None:
    """A terminal cannot ask which sheet is meant; raises ``several_sheets``."""
    if not opened.sure:
        raise InputError("several_sheets", sheets=opened.sheets)
