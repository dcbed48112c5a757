"""Why a table cannot be answered: a line each, or as JSON for programs."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator

from calculators.core.answers import ErrorAnswer, FieldError
from calculators.core.inputs.errors import ErrorDetails, InputError, ValidationError
from calculators.core.output.errors import error_text
from calculators.core.table.columns.doubts import Doubt, doubt_code, doubt_text, doubts_of
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence
from calculators.terminal.input import unopened, why_unopened

# What is wrong with a file, and not with an input.
_FILE = "csv"


def tell_refused(
    asked: Namespace, texts: Texts, error: OSError | InputError | ValidationError
) -> None:
    """Print all that is wrong: to standard error, or as one JSON object to standard output."""
    errors = list(_errors(texts, error, asked.lang))
    if asked.json:
        answer: ErrorAnswer = {"calculator": asked.calculator, "ok": False, "errors": errors}
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        print(*(each["text"] for each in errors), sep="\n", file=sys.stderr)


def _errors(
    texts: Texts, error: OSError | InputError | ValidationError, lang: str
) -> Iterator[FieldError]:
    if isinstance(error, OSError):
        yield _error(_FILE, why_unopened(error), unopened(error, lang))
    elif isinstance(error, InputError):
        yield from _of_columns(texts, error)
    else:
        yield from (_error(each.field, each.code, error_text(texts, each)) for each in error.errors)


def _of_columns(texts: Texts, error: InputError) -> Iterator[FieldError]:
    """A fault of the whole table, why columns are not certain, and what is missing besides."""
    details = ErrorDetails(_FILE, error.code, error.values)
    yield _error(_FILE, error.code, error_text(texts, details))
    for doubt in doubts_of(error):
        field = doubt.name if isinstance(doubt, Doubt) else _FILE
        yield _error(field, doubt_code(doubt), doubt_text(texts, doubt))
    if days := error.values.get("days"):
        text = sentence(texts, "errors", "days_alone", values={"columns": days})
        yield _error(_FILE, "days_alone", text)
    if missing := error.values.get("missing"):
        details = ErrorDetails(_FILE, "missing_columns", {"columns": missing})
        yield _error(_FILE, "missing_columns", error_text(texts, details))


def _error(field: str, code: str, text: str) -> FieldError:
    return {"field": field, "code": code, "text": text}
