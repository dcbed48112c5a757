"""``python -m calculators changed`` and ``… files``; it passes both on to this room."""

import argparse
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from calculators.clock import today_in_beijing
from calculators.core.text.catalogue import LANGUAGES, Texts
from calculators.core.text.formatting import sentence
from calculators.terminal.ending import ended
from tools.changes import ANSWERED, WRONG, UnusableError
from tools.changes.comparing import changes
from tools.changes.files import files_of
from tools.changes.report import Report, Section, as_markdown, as_text
from tools.changes.revision import lay, revision
from tools.changes.tree import Tree

ROOT = Path(__file__).parents[2]

# A title, and what stands below it.
type Told = tuple[str, Iterable[Section]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Tell what ``arguments`` ask: 0 where it was told, 2 where it cannot be."""
    asked = parser().parse_args(arguments)
    texts = Texts("tools.changes", asked.lang)
    try:
        head, sections = asked.tell(asked, texts)
        lines = list((as_markdown if asked.markdown else as_text)(head, sections))
    except UnusableError as error:
        sys.stderr.write(sentence(texts, "errors", error.code, values=error.values) + "\n")
        return WRONG
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return ANSWERED


def parser() -> argparse.ArgumentParser:
    """The parser of both commands."""
    made = argparse.ArgumentParser(prog="python -m calculators", description=__doc__)
    commands = made.add_subparsers(required=True)
    for name, about, tell in (
        ("changed", "which answers change between a revision and the files as they are", _changed),
        ("files", "the files to look at when a rule changes", _files),
    ):
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument("--lang", choices=LANGUAGES, default="zh")
        command.add_argument("--markdown", action="store_true", help="as for a run's summary")
        command.set_defaults(tell=tell)
        if name == "changed":
            command.add_argument(
                "revision", nargs="?", help="by default where the branch left main"
            )
        else:
            command.add_argument("rule", metavar="RULE", help="its id: late-delivery.maximum")
    return made


def _changed(asked: Namespace, texts: Texts) -> Told:
    found = revision(ROOT, asked.revision)
    with tempfile.TemporaryDirectory() as folder:
        lay(ROOT, found.commit, Path(folder))
        old, new = (
            Tree(Path(folder), texts.get("sides", "old")),
            Tree(ROOT, texts.get("sides", "new")),
        )
        told = changes(old, new, asked.lang, today_in_beijing())
    values = {"commit": found.commit[:10], "day": found.day}
    return sentence(texts, "head", "changed", values=values), Report(texts).sections(told)


def _files(asked: Namespace, texts: Texts) -> Told:
    return files_of(asked.rule, ROOT, texts)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(ended(main))
