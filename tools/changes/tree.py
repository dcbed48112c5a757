"""One version of the project in a folder: its rules, its examples, what it answers."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from calculators.core.answers import Answer
from tools.changes import Call, Question, UnusableError

PROBE = Path(__file__).with_name("probe.py")


@dataclass(frozen=True)
class Answers:
    """Answers to questions, and what figures say on a day, each in the order asked.

    A figure is ``None`` where there is none; all together are, where the version has no macros, or
    the packages that these need are not installed.
    """

    answers: list[Answer]
    figures: list[str | None] | None


class Tree:
    """The version in ``folder``; ``name`` says which, where it cannot be asked."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name

    @cached_property
    def described(self) -> dict[str, Any]:
        """By calculator: ``rules`` with their values by key, ``cases``, the places of ``shown``.

        Raises :class:`UnusableError` where the files do not hold together.
        """
        told: dict[str, Any] = self._asked({})
        return told

    def answered(
        self,
        questions: Sequence[Question],
        figures: Sequence[tuple[Call, date]],
        lang: str,
        today: date,
    ) -> Answers:
        """What this version answers; raises :class:`UnusableError` where it breaks."""
        told = self._asked(
            {
                "lang": lang,
                "today": today.isoformat(),
                "questions": questions,
                "figures": [(*call, day.isoformat()) for call, day in figures],
            }
        )
        return Answers(told["answers"], told["figures"])

    def _asked(self, asked: dict[str, Any]) -> Any:
        ran = subprocess.run(
            [sys.executable, PROBE, self.folder],
            input=json.dumps(asked),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if ran.returncode:
            # The last line of what Python says is the reason.
            why = ran.stderr.strip().rpartition("\n")[2]
            raise UnusableError("unanswered", name=self.name, why=why)
        return json.loads(ran.stdout)
