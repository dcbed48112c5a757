"""A table of questions: the answered table on standard output, what it adds up to beside it."""

import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

from calculators import definition
from calculators.clock import today_in_beijing
from calculators.core.answer import refused_text
from calculators.core.inputs import InputsRefused
from calculators.core.refusal import Refusal, Refused
from calculators.core.table.plan import plan
from calculators.core.table.table import Table
from calculators.terminal import ANSWERED, WRONG_INPUTS

# Bytes of a table read at once.
CHUNK = 65536


def many(asked: Namespace, given: dict[str, str], chosen: dict[str, str]) -> int:
    """Answer the table ``asked.csv``; ``given`` holds for all rows, ``chosen`` names columns."""
    if asked.on:
        given = given | {"on": asked.on}
    texts = definition(asked.calculator).texts(asked.lang)
    try:
        with Path(asked.csv).open("rb") as file:
            chunks = iter(partial(file.read, CHUNK), b"")
            table = Table(definition(asked.calculator), chunks, asked.lang)
            planned = plan(table.headings, chosen, given, today_in_beijing(), words=asked.words)
            for piece in table.answered(planned):
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
