"""What the worker of a page calls: JSON in, JSON out, and the same answers as everywhere."""

import json
import re
from typing import Any

import pytest

from calculators import CALCULATORS, definition
from calculators.core.chart.around import chart_around
from calculators.core.chart.svg import svg
from calculators.core.inputs.errors import ErrorDetails
from calculators.core.output.comparison import compare
from calculators.core.output.errors import error_in_words
from calculators.core.output.icalendar import calendar
from calculators.core.output.presentation import present
from calculators.core.text.catalogue import LANGUAGES
from calculators.page import reply
from calculators.page.chart import chart
from calculators.page.comparison import comparison
from calculators.page.deadlines import calendar_file
from tests.support.cases import Case, cases_of
from tests.support.evaluating import Answer, evaluate
from tests.support.pinned import PINNED, TODAY

TYPED = {"paid": "1299"}


def _request(calculator: str = "late-delivery", **other: Any) -> dict[str, Any]:
    asked = {"calculator": calculator, "inputs": TYPED, "lang": "en", "on": PINNED}
    return asked | {"today": TODAY.isoformat()} | other


def _asked(case: Case, lang: str) -> str:
    return json.dumps(_request(case.calculator, inputs=case.inputs, lang=lang, on=case.on))


def _in_words(answer: Answer, lang: str) -> None:
    """A page has no ids of choices: it names them by their words."""
    asked = definition(answer["calculator"])
    for error in answer["errors"]:
        if error["code"] == "not_a_choice":
            details = ErrorDetails(error["field"], "not_a_choice")
            error["text"] = error_in_words(asked.texts(lang), asked.inputs, details)
            assert not re.search(r"[a-z]_[a-z]", error["text"]), "no id is left"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_a_page_answers_as_python_does(calculator: str, lang: str) -> None:
    for case in cases_of(calculator):
        answer = evaluate(calculator, case.inputs, lang, case.on, TODAY)
        told = json.loads(reply(_asked(case, lang)))
        if not answer["ok"]:
            _in_words(answer, lang)
            whole = {"answer": json.loads(json.dumps(answer)), "shown": None}
            assert told == whole, str(case)
            continue
        assert told["answer"] == json.loads(json.dumps(answer)), str(case)
        inputs = told["shown"].pop("inputs")
        assert told["shown"] == present(definition(calculator), answer, lang), str(case)
        entered = [each for each in answer["inputs"].values() if each is not None]
        assert len(inputs) == len(entered), str(case)


def test_what_was_entered_is_shown_in_words() -> None:
    told = json.loads(reply(json.dumps(_request())))
    assert told["shown"]["inputs"][0] == {"label": "Amount the buyer paid", "text": "¥1,299.00"}


def test_characters_are_sent_as_they_are() -> None:
    assert "12.99 元" in reply(json.dumps(_request(lang="zh")))


def test_the_day_is_the_one_that_is_named_else_the_page_s_today() -> None:
    for on, today, used in (
        (PINNED, "2026-11-25", PINNED),
        (None, "2026-11-24", "2026-11-24"),
        (None, "2026-11-25", "2026-11-25"),
    ):
        told = json.loads(reply(json.dumps(_request(on=on, today=today))))
        assert told["answer"]["on"] == used


def test_the_drawing_is_that_of_the_answer() -> None:
    answer = evaluate("late-delivery", TYPED, "en", PINNED)
    drawing = chart_around(definition("late-delivery"), answer, "en")
    assert drawing
    drawn = json.loads(chart(json.dumps(_request())))
    assert (drawn["svg"], drawn["caption"]) == (svg(drawing), drawing["caption"])
    assert (drawn["kind"], drawn["marks"]) == (None, [])
    assert chart(json.dumps(_request(inputs={"paid": "0"}))) == "null"


def test_two_questions_are_compared_each_on_its_day() -> None:
    bill = {"uninvoiced": "100", "months_overdue": "2"}
    questions = {
        "first": {"inputs": bill, "on": "2021-06-30"},
        "second": {"inputs": bill, "on": ""},
    }
    compared = json.loads(comparison(json.dumps(_request("invoice-freeze", **questions))))
    first = evaluate("invoice-freeze", bill, "en", "2021-06-30")
    second = evaluate("invoice-freeze", bill, "en", TODAY.isoformat())
    assert compared == compare(definition("invoice-freeze"), first, second, "en")
    day = next(row for row in compared["inputs"] if row["id"] == "on")
    assert (day["first"], day["second"]) == ("2021-06-30", TODAY.isoformat())


def test_the_calendar_has_the_page_s_moment_and_link() -> None:
    typed = {"effective": "2026-11-20", "today": "2026-11-21"}
    stamp, link = "20261121T130000Z", "https://example.org/#arbitration-deadline"
    request = _request("arbitration-deadline", inputs=typed, stamp=stamp, link=link)
    answer = evaluate("arbitration-deadline", typed, "en", PINNED)
    described = definition("arbitration-deadline")
    made = calendar_file(json.dumps(request))
    assert made == calendar(described, answer, "en", stamp=stamp, link=link)
    assert f"DTSTAMP:{stamp}" in made
    assert f"URL:{link}" in made
