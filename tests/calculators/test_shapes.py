"""What crosses over is what is declared, key by key: the types of the page are made from that."""

import json
from typing import Any

import pytest

from calculators import CALCULATORS, Answer, page
from calculators.core.answers import Comparison
from calculators.page import AnswerReply
from calculators.page.chart import AnswerChart, chart
from calculators.page.comparison import comparison
from calculators.page.orders import Orders, OrdersFound, OrdersProgress, PlanError, RefusedFile
from tests.support.cases import Case, cases_of, shown_case
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED, TODAY
from tests.support.shapes import differences

TABLE = "订单号,实付,备注\n甲,300,\n乙,多少,\n丙,5,\n".encode()
PLAN = {
    "columns": {"order": 0, "paid": 1},
    "given": {"force_majeure": "no", "on": PINNED},
    "units": {},
}


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_an_answer_and_its_words(calculator: str) -> None:
    for case in cases_of(calculator):
        answer = evaluate(calculator, case.inputs, "en", case.on, TODAY)
        assert list(differences(answer, Answer)) == [], str(case)
        reply = json.loads(page.reply(json.dumps(_request(case))))
        assert list(differences(reply, AnswerReply)) == [], str(case)


def test_what_goes_with_an_answer() -> None:
    request = {**_request(shown_case("late-delivery")), "inputs": {"paid": "1299"}, "on": PINNED}
    drawn = json.loads(chart(json.dumps(request)))
    assert list(differences(drawn, AnswerChart)) == []
    question = {"inputs": request["inputs"], "on": PINNED}
    compared = json.loads(
        comparison(json.dumps({**request, "first": question, "second": question}))
    )
    assert list(differences(compared, Comparison)) == []


def test_a_file_of_orders() -> None:
    orders = _orders(TABLE)
    assert list(differences(json.loads(orders.found()), OrdersFound)) == []
    changes: list[dict[str, Any]] = [{"columns": {}}, {"given": {"on": "never"}}]
    for change in changes:
        wrong = json.loads(orders.wrong(json.dumps({**PLAN, **change})))
        assert wrong
        assert list(differences(wrong, list[PlanError])) == []
    orders.begin(json.dumps(PLAN))
    while orders.piece() is not None:
        pass
    progress = json.loads(orders.so_far())
    assert (progress["answered"], progress["refused"]) == (2, 1)
    assert list(differences(progress, OrdersProgress)) == []


def test_a_file_that_is_none() -> None:
    assert list(differences(json.loads(_orders(b"").found()), RefusedFile)) == []


@pytest.mark.parametrize(
    "answer",
    [
        {"calculator": "x", "ok": False, "errors": [{"field": "paid", "code": "required"}]},
        {"calculator": "x", "ok": False, "errors": [], "more": 1},
        {"calculator": "x", "ok": True, "errors": []},
        {"calculator": "x", "ok": False, "errors": [{"field": 1, "code": "", "text": ""}]},
    ],
)
def test_what_differs_is_seen(answer: dict[str, Any]) -> None:
    assert len(list(differences(answer, Answer))) == 1


def _request(case: Case) -> dict[str, Any]:
    asked = {"calculator": case.calculator, "lang": "en", "today": TODAY.isoformat()}
    return {**asked, "inputs": case.inputs, "on": case.on}


def _orders(data: bytes) -> Orders:
    request = {"calculator": "late-delivery", "lang": "en", "now": f"{PINNED} 12:00"}
    return Orders(json.dumps(request), lambda at, count: data[at : at + count], len(data))
