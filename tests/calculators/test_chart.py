"""A chart shows the calculator's own curve, with its jumps where they are."""

from decimal import Decimal
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import CALCULATORS, definition
from calculators.core.chart.around import chart_around
from calculators.core.chart.drawing import Drawing
from calculators.core.chart.sampling import sample
from calculators.core.chart.scale import BOTTOM, LEFT, RIGHT, TOP, ticks
from calculators.core.chart.svg import svg
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.text.catalogue import LANGUAGES
from tests.support.cases import CASES
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED

FEN = Decimal("0.01")
DRAWN = [
    calculator
    for calculator in CALCULATORS
    if any(output.over for output in outputs_of(definition(calculator).outputs).values())
]


def _drawn(calculator: str, lang: str) -> Drawing:
    """The chart of the calculator's first example that has one."""
    for case in CASES:
        if case.calculator == calculator and case.answerable:
            answer = evaluate(calculator, case.inputs, lang, case.on)
            if chart := chart_around(definition(calculator), answer, lang):
                return chart
    raise AssertionError(f"{calculator}/cases.toml: no example has a chart, though one has `over`")


def _compensation(paid: Decimal) -> Decimal:
    answer = evaluate("late-delivery", {"paid": str(paid)}, on=PINNED)
    return Decimal(answer["outputs"]["compensation"])


@given(st.decimals(1, 20000, places=2), st.decimals(0, 1, places=4))
def test_the_line_is_never_far_from_the_curve(top: Decimal, part: Decimal) -> None:
    points = sample(_compensation, top, FEN, [Decimal(3), Decimal(300)])
    assert points[0][0] == 0
    assert points[-1][0] == top
    x = (top * part).quantize(FEN)
    left, right = next((a, b) for a, b in pairwise(points) if a[0] <= x <= b[0])
    straight = left[1] + (right[1] - left[1]) * (x - left[0]) / (right[0] - left[0])
    height = max(y for _, y in points)
    assert abs(straight - _compensation(x)) <= max(height / 200, 2 * FEN)


def test_a_jump_is_drawn_within_a_fen() -> None:
    points = sample(_compensation, Decimal(1000), FEN, [])
    assert (Decimal("3.00"), Decimal(0)) in points
    assert (Decimal("3.01"), Decimal(3)) in points
    assert len(points) < 10


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", DRAWN)
def test_the_entered_value_is_marked_in_the_middle(calculator: str, lang: str) -> None:
    chart = _drawn(calculator, lang)
    (mark,) = chart["marks"]
    assert Decimal(mark["x"]) == Decimal(LEFT + RIGHT) / 2
    assert mark["label"] in chart["description"], "the text alternative has it, too"
    for points in chart["lines"]:
        for place in points.split():
            x, y = map(Decimal, place.split(","))
            assert LEFT <= x <= RIGHT
            assert TOP <= y <= BOTTOM


def test_a_range_is_two_lines_and_says_which_is_which() -> None:
    chart = _drawn("entry-cost", "zh")
    assert len(chart["lines"]) == len(chart["marks"][0]["ys"]) == 2
    assert "虚线" in chart["caption"]


@pytest.mark.parametrize(
    ("calculator", "inputs"),
    [
        ("late-delivery", {"paid": "0"}),
        ("late-delivery", {"paid": "500", "force_majeure": "yes"}),
        ("entry-cost", {"deposits": "2000"}),
        ("presale-days", {"days": "3"}),
    ],
)
def test_no_chart_where_there_is_nothing_to_see(calculator: str, inputs: dict[str, str]) -> None:
    answer = evaluate(calculator, inputs, on=PINNED)
    assert chart_around(definition(calculator), answer, "zh") is None


@pytest.mark.parametrize("paid", ["3.01", "9999999999.99"])
def test_the_smallest_and_the_largest_amount(paid: str) -> None:
    answer = evaluate("late-delivery", {"paid": paid}, on=PINNED)
    assert chart_around(definition("late-delivery"), answer, "zh")


@pytest.mark.parametrize(
    ("paid", "corners", "told"),
    [
        ("250", 8, ["¥0 → ¥2", "¥249.99 → ¥2", "¥250 → ¥3", "¥349.99 → ¥3", "¥350 → ¥4",
                    "¥449.99 → ¥4", "¥450 → ¥5", "¥500 → ¥5"]),
        ("275", 9, ["¥0 → ¥2", "¥275 → ¥3", "¥550 → ¥6"]),
    ],
)  # fmt: skip
def test_a_text_alternative_of_more_than_eight_corners_tells_the_ends(
    paid: str, corners: int, told: list[str]
) -> None:
    asked = {"paid": paid, "promised_hours": "240", "late_hours": "1"}
    answer = evaluate("late-delivery", asked, on="2026-09-01")
    chart = chart_around(definition("late-delivery"), answer, "en")
    assert chart
    assert len(chart["lines"][0].split()) == corners
    assert chart["description"].split("; ") == told


@pytest.mark.parametrize("largest", ["0.02", "3", "7000", "9999999999.99"])
def test_ticks_are_few_and_round(largest: str) -> None:
    found = ticks(Decimal(largest))
    assert 3 <= len(found) <= 6
    assert found[0] == 0
    assert found[-1] <= Decimal(largest)
    assert set(str(found[1].normalize()).partition("E")[0].strip("0.")) <= set("125")


def test_what_is_drawn_is_money_over_an_amount_or_a_count() -> None:
    for calculator in CALCULATORS:
        described = definition(calculator)
        for output in outputs_of(described.outputs).values():
            if output.over:
                field = fields_of(described.inputs)[output.over]
                assert field.step is not None
                assert output.adds_up


def _elements(drawing: Drawing) -> list[Element]:
    return list(fromstring(svg(drawing)).iter())  # noqa: S314 (our own drawing)


@pytest.mark.parametrize("calculator", DRAWN)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_drawing_is_well_formed_and_says_its_points(calculator: str, lang: str) -> None:
    drawing = _drawn(calculator, lang)
    root, *shapes = _elements(drawing)
    assert root.get("role") == "img"
    assert drawing["description"] in str(root.get("aria-label"))
    marks = [each.text for each in shapes if each.get("class") == "chart__mark"]
    assert marks == [drawing["marks"][0]["label"]], "one mark is labelled where it stands"
    points = [each for each in shapes if each.get("class") == "chart__point"]
    assert len(points) == len(drawing["marks"][0]["ys"])


@pytest.mark.parametrize(("x", "anchor"), [(LEFT, "start"), (200, "middle"), (RIGHT, "end")])
def test_a_label_does_not_run_over_the_edge(x: int, anchor: str) -> None:
    drawing = _drawn("late-delivery", "zh")
    (mark,) = drawing["marks"]
    shapes = _elements(drawing | {"marks": [mark | {"x": str(x)}]})
    (label,) = (each for each in shapes if each.get("class") == "chart__mark")
    assert label.get("text-anchor") == anchor


def test_words_are_no_markup() -> None:
    drawing = _drawn("late-delivery", "zh") | {"x_title": 'a<b>&"c"'}
    assert 'a<b>&"c"' in [each.text for each in _elements(drawing)]
