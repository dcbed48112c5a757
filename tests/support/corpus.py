"""Questions to the browser's Python, and what native Python says to them.

A call is ``[name, argument]`` as the worker knows them (``theme/element/runtime/messages.js``), or
``["orders", file]`` for a whole file of orders.
"""

import csv
import io
import json
import os
import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from calculators import CALCULATORS, definition
from calculators.core.inputs.fields import fields_of
from calculators.page import reply
from calculators.page.chart import chart
from calculators.page.comparison import comparison
from calculators.page.deadlines import calendar_file
from calculators.page.orders import Orders
from tests.support.cases import CASES, Case
from tests.support.pinned import PINNED, TODAY

type Call = tuple[str, Any]
type Said = str | dict[str, Any]

# How many inputs are generated for the slow test under Node; every night there are more.
INPUTS = int(os.environ.get("SHIPPED_INPUTS", "2000"))
# The first example of each calculator.
FIRST = [next(case for case in CASES if case.calculator == each) for each in CALCULATORS]
ENCODINGS = ("utf-8-sig", "gb18030", "utf-16-le", "utf-16-be")
# What people type besides: other digits, units, nothing, too much, other alphabets.
_STRANGE = (
    "",
    "0",
    "-1",
    "１，２９９元",
    "1.005",
    "9" * 30,
    "2024-02-29",
    "是",
    "yes",
    "甲;乙",
    "\ud7ff😀",
)
_FUNCTIONS: dict[str, Callable[[str], str]] = {
    "ask": reply,
    "chart": chart,
    "compare": comparison,
    "calendar": calendar_file,
}


def native(call: Call) -> Said:
    """What native Python says to ``call``."""
    name, argument = call
    return _answered_file(argument) if name == "orders" else _FUNCTIONS[name](argument)


def of_examples(lang: str, examples: list[Case] = CASES) -> Iterator[Call]:
    """Every example, and around each that is answered its chart, a comparison and a calendar."""
    before: dict[str, dict[str, Any]] = {}
    for case in examples:
        request = _request(case.calculator, lang, case.inputs, case.on)
        yield "ask", json.dumps(request)
        if not json.loads(reply(json.dumps(request)))["answer"]["ok"]:
            continue
        first = before.setdefault(case.calculator, request)
        yield "chart", json.dumps(request)
        yield "compare", json.dumps({**request, "first": first, "second": request})
        dated = {"stamp": "20261121T000000Z", "link": "https://handbook.example/#a"}
        yield "calendar", json.dumps({**request, **dated})


def of_files(lang: str) -> Iterator[Call]:
    """A file of orders for each calculator, made of its examples, in one encoding after another."""
    for at, calculator in enumerate(CALCULATORS):
        names = list(fields_of(definition(calculator).inputs))
        inputs = [case.inputs for case in CASES if case.calculator == calculator]
        rows = [[f"{n}", *(each.get(name, "") for name in names)] for n, each in enumerate(inputs)]
        text = io.StringIO()
        csv.writer(text).writerows([["订单号", *names], *rows])
        encoding = ENCODINGS[at % len(ENCODINGS)]
        mark = "\ufeff" if encoding.startswith("utf-16") else ""
        columns = {name: column for column, name in enumerate(["order", *names])}
        yield (
            "orders",
            {
                "request": {
                    "calculator": calculator,
                    "lang": lang,
                    "now": f"{TODAY} 12:00",
                    "on": "",
                    "sheet": None,
                },
                "plan": {"columns": columns, "given": {"on": PINNED}, "units": {}},
                "bytes": list(f"{mark}{text.getvalue()}".encode(encoding)),
            },
        )


def generated(lang: str, count: int, seed: int) -> Iterator[Call]:
    """``count`` questions of what examples type into fields of a kind, and of what people type."""
    drawn = random.Random(seed)  # noqa: S311 (the same ones are wanted again)
    fields = {each: fields_of(definition(each).inputs) for each in CALCULATORS}
    typed: dict[str, list[str]] = {}
    for case in CASES:
        for name, text in case.inputs.items():
            if name in fields[case.calculator]:
                typed.setdefault(fields[case.calculator][name].kind, []).append(text)
    for _ in range(count):
        calculator = drawn.choice(CALCULATORS)
        inputs = {
            name: drawn.choice(_STRANGE if drawn.random() < 1 / 12 else typed.get(field.kind, [""]))
            for name, field in fields[calculator].items()
            if drawn.random() < 3 / 4
        }
        day = TODAY - timedelta(days=drawn.randrange(2_000))
        on = drawn.choice(["", day.isoformat()])
        yield "ask", json.dumps(_request(calculator, lang, inputs, on))


def _request(calculator: str, lang: str, inputs: dict[str, str], on: str) -> dict[str, Any]:
    today = {"today": TODAY.isoformat()}
    return {"calculator": calculator, "lang": lang, "inputs": inputs, "on": on, **today}


def _answered_file(file: dict[str, Any]) -> dict[str, Any]:
    data = bytes(file["bytes"])
    orders = Orders(json.dumps(file["request"]), lambda at, count: data[at : at + count], len(data))
    found = orders.found()
    orders.begin(json.dumps(file["plan"]))
    pieces = b"".join(iter(orders.piece, None))
    return {
        "found": found,
        "text": pieces.decode(),
        "soFar": orders.so_far(),
        "dashboard": orders.dashboard(),
    }
