"""``python -m tools.watch``: see :mod:`tools.watch.arguments` for what can be asked."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from calculators.clock import today_in_beijing
from calculators.core.text.catalogue import Texts
from calculators.terminal.ending import ended
from tools.watch import WRONG, UnusableError
from tools.watch.arguments import parser, useless
from tools.watch.commands import Told, monthly, one_text, record, watch, weekly
from tools.watch.telling import Telling


def main(arguments: Sequence[str] | None = None) -> int:
    """Tell what ``arguments`` ask; the status is explained with the arguments."""
    reading = parser()
    asked = reading.parse_args(arguments)
    if wrong := useless(asked):
        reading.error(wrong)
    telling = Telling(
        Texts("tools.watch", asked.lang), asked.today or today_in_beijing(), cases=asked.cases
    )
    try:
        lines, status = _command(asked)(asked, telling)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    except UnusableError as error:
        sys.stderr.write(telling.say("errors", error.code, **error.values) + "\n")
        return WRONG
    return status


def _command(asked: Namespace) -> Callable[[Namespace, Telling], Told]:
    if asked.record:
        return record
    if asked.text:
        return one_text
    if asked.due:
        return monthly
    return weekly if asked.issue or asked.dry_run else watch


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(ended(main))
