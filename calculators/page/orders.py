"""A file of orders in a page: looked at, then answered piece by piece while the page stays free."""

import json
from collections.abc import Iterable, Iterator

from calculators import definition
from calculators.core.answer import refused_text
from calculators.core.outcome import outputs_of
from calculators.core.presenting import column_label
from calculators.core.refusal import Refusal, Refused
from calculators.core.table.plan import Plan
from calculators.core.table.table import Table
from calculators.page import today_of, written


class Orders:
    """``request`` is ``{"calculator", "lang", "today"}``; ``chunks`` are the file's bytes.

    Raises nothing for a file that is no table: :meth:`found` says so to the reader.
    """

    def __init__(self, request: str, chunks: Iterable[bytes]) -> None:
        asked = json.loads(request)
        self._definition = definition(asked["calculator"])
        self._today = today_of(asked)
        self._texts = self._definition.texts(asked["lang"])
        self._pieces: Iterator[bytes] = iter(())
        self._refused = ""
        try:
            self._table = Table(self._definition, chunks, asked["lang"])
        except Refused as refused:
            self._refused = refused_text(self._texts, Refusal("csv", refused.code))

    def found(self) -> str:
        """What the file's first lines tell, or ``{"refused": sentence}``.

        ``{"columns": [{"heading", "samples"}], "fields": [{"name", "label", "column", "likely",
        "needed"}], "ask": [name], "outputs": [label]}``: ``column`` is the one that is sure, or
        ``null``, ``likely`` are others that it may be, ``ask`` names the fields to ask about.
        """
        if self._refused:
            return written({"refused": self._refused})
        headings, layout = self._table.headings, self._table.layout
        return written(
            {
                "columns": [
                    {"heading": heading, "samples": layout.samples(at)}
                    for at, heading in enumerate(layout.headings)
                ],
                "fields": [
                    {
                        "name": name,
                        "label": self._texts.get("fields", name, "label"),
                        "column": match.columns[0] if match.sure else None,
                        "likely": [] if match.sure else list(match.columns),
                        "needed": name in headings.needed,
                    }
                    for name, match in headings.matches.items()
                ],
                # Also what the form has: one order was tried there, and would answer for all.
                "ask": headings.unsure({}),
                "outputs": [
                    column_label(self._definition, name, self._texts)
                    for name in outputs_of(self._definition.outputs)
                ],
            }
        )

    def begin(self, plan: str) -> None:
        """Answer by ``plan``: ``{"columns": {field: column}, "given": {field: text}}``."""
        asked = json.loads(plan)
        self._pieces = self._table.answered(
            Plan(asked["columns"], self._today, asked["given"], words=True)
        )

    def piece(self) -> bytes | None:
        """The next bytes of the answered file; ``None`` after the last."""
        try:
            return next(self._pieces, None)
        except Refused as refused:
            self._refused = refused_text(self._texts, Refusal("csv", refused.code))
            return None

    def so_far(self) -> str:
        """Totals, first rows and first errors of the rows answered so far; see ``Totals``."""
        return written(self._table.totals.words() | {"unreadable": self._refused})
