"""Orders said to be late, without their hours, that were in time by their moments."""

from collections.abc import Collection, Mapping

from calculators.core.inputs.errors import ErrorDetails
from calculators.core.order_files import Files


def is_in_time(files: Files, typed: Mapping[str, str]) -> bool:
    """Whether what is ``typed`` in a row has all moments by which it can be late.

    Asked of a row that was said to be late and has no hours: late by these, it would have some.
    """
    ends = [moment for name in files.settled for moment in files.instead.get(name, ())]
    shipped = any(typed.get(name) for name in files.shipped)
    return bool(ends) and shipped and all(typed.get(name) for name in ends)


def contradicted(error: ErrorDetails, some: Collection[str]) -> ErrorDetails:
    """An ``error`` of what is asked for, where a row says that there is ``some`` of it."""
    if error.code == "required" and error.field in some:
        return ErrorDetails(error.field, "said_late")
    return error
