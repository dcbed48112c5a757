"""What can be asked of the watch."""

import argparse
from datetime import date
from pathlib import Path

from calculators.core.text.catalogue import LANGUAGES
from tools.watch.reading import READ

EXAMPLES = """Which texts of the platform have changed since they were read, and what rests on them.

python -m tools.watch copy                      the public copy (a clone, or its data/douyin)
python -m tools.watch texts                     files <rule id>_<day>.txt beside index.md
python -m tools.watch texts --since 2026-06-03  as if nothing after that day had been read
python -m tools.watch new --since old           two directories, of either layout
python -m tools.watch --text a.txt --rule 101706   a text copied by hand from the console
python -m tools.watch texts --text a.txt --rule 101706   with the old sentences, if they are there
python -m tools.watch --due                     the monthly routine: the rules by their age
python -m tools.watch copy --issue --dry-run    the weekly issue, printed; without, opened by gh
python -m tools.watch texts --record --rule 101706   read, and everything put right: keep its hash

Status: 0 nothing newer, 1 something newer, stale or overdue, 2 it could not be told.
"""


def parser() -> argparse.ArgumentParser:
    """The parser of ``python -m tools.watch``."""
    made = argparse.ArgumentParser(
        prog="python -m tools.watch",
        description=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("directory", nargs="?", type=Path, metavar="DIRECTORY")
    made.add_argument("--lang", choices=LANGUAGES, default="zh")
    made.add_argument("--since", metavar="DAY|DIRECTORY", help="what counts as read")
    made.add_argument("--text", type=Path, metavar="FILE", help="a text copied by hand")
    made.add_argument("--rule", metavar="ID", help="the last part of the rule's address")
    made.add_argument("--due", action="store_true", help="the rules by the age of their sources")
    made.add_argument("--record", action="store_true", help="keep the hashes of what was read")
    made.add_argument("--issue", action="store_true", help="open the issue, or rewrite it")
    made.add_argument("--dry-run", action="store_true", help="print the issue instead")
    made.add_argument("--cases", action="store_true", help="name every example, not their number")
    made.add_argument("--today", type=date.fromisoformat, metavar="DAY", help="by default today")
    made.add_argument("--read", type=Path, default=READ, metavar="FILE", help="not read.toml")
    return made


def useless(asked: argparse.Namespace) -> str | None:
    """What is asked for and would be left out without a word."""
    issue = asked.issue or asked.dry_run
    if not (asked.directory or asked.text or asked.due or issue):
        return "name a DIRECTORY, or --text FILE --rule ID, or --due"
    if asked.text and not asked.rule:
        return "--text needs --rule ID"
    if asked.text and (issue or asked.since):
        return "--text is compared alone: leave out --issue, --dry-run and --since"
    if asked.rule and not asked.text and not asked.record:
        return "--rule belongs to --text or --record"
    if asked.due and (asked.directory or asked.text or asked.record or issue):
        return "--due stands alone; the issue has it anyway"
    if (asked.since or asked.record) and not (asked.directory or asked.text):
        return "--since and --record are about a DIRECTORY"
    if asked.record and (issue or asked.since):
        return "--record keeps hashes and does nothing else"
    return None
