"""axe-core finds nothing serious, on a phone and on a desk, in the light and in the dark."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Playwright

from tests.browser.conftest import Reader, somebody
from tests.support.built import HOST
from tests.support.chromium import launch
from tests.support.made_day import NOW, made_day, whole_file
from tests.support.markdown import stems
from tests.support.pinned import PINNED
from tests.support.server import Site

# axe reads each page whole.
pytestmark = pytest.mark.slow

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}
# One page of each kind, looked at in both languages at both widths.
KINDS = ("index", "orders/late-delivery", "reference/rules", "calculators/index")
CHECK_UP = "orders/check-up"
# The theme's search box takes a moment to follow a change of width.
SCROLLS_SIDEWAYS = """() => {
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish()
  return document.documentElement.scrollWidth > innerWidth
}"""
READERS = [
    pytest.param(each["viewport"]["width"], marks=pytest.mark.reader(**each), id=name)
    for name, each in {"phone": PHONE, "desk": DESK}.items()
]


# A page of each kind is looked at in every run (below).
@pytest.mark.parametrize(
    "lang",
    [
        pytest.param("zh", marks=pytest.mark.reader(**PHONE)),
        pytest.param("en", marks=pytest.mark.reader(**DESK)),
    ],
)
def test_every_page(reader: Reader, lang: str) -> None:
    # axe-core takes seconds a page: each in one language, for both are built alike: `make check`
    # sees to that.
    found, sideways = {}, []
    for number, stem in enumerate(stems(lang)):
        reader.open(lang, stem)
        found[stem] = serious(reader) if (number % 2 == 0) == (lang == "zh") else []
        for width in (DESK, PHONE) if lang == "zh" else (PHONE, DESK):
            reader.page.set_viewport_size(width["viewport"])
            if reader.page.evaluate(SCROLLS_SIDEWAYS):
                sideways.append((stem, width["viewport"]["width"]))
    assert {stem: each for stem, each in found.items() if each} == {}
    assert sideways == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", READERS)
def test_a_page_of_each_kind(reader: Reader, width: int, lang: str) -> None:
    for stem in KINDS:
        reader.open(lang, stem)
        assert serious(reader) == [], (stem, width)


@pytest.mark.parametrize("width", READERS)
def test_answers_and_mistakes(reader: Reader, width: int) -> None:
    reader.open("en", "start/costs")
    form = reader.calculator("entry-cost")
    form.submit()
    form.problems.wait_for()
    assert form.root.bounding_box()["width"] <= width  # type: ignore[index]
    assert serious(reader) == []
    form.by_rules_of(PINNED)
    form.type(deposits="8000", orders_per_day="10", cost_per_order="35")
    form.submit()
    assert form.shown("deposit") == "¥8,000.00"
    assert serious(reader) == []


@pytest.mark.parametrize("width", READERS)
def test_a_list_of_choices(reader: Reader, width: int) -> None:
    asked = f"ratings=good;{'endless' * 20}"
    reader.page.goto(f"{reader.site.address}growth/shop-videos/#video-grade?{asked}")
    form = reader.calculator("video-grade")
    form.problems.wait_for()
    assert form.root.bounding_box()["width"] <= width  # type: ignore[index]
    assert serious(reader) == []


@pytest.mark.parametrize("width", READERS[:1])
def test_what_is_tapped_is_large_enough_for_a_thumb(reader: Reader, width: int) -> None:
    assert width < 400, "a phone"
    reader.open("zh", "start/costs")
    form = reader.calculator("entry-cost")
    form.submit()
    form.problems.wait_for()
    small = reader.page.evaluate(
        """() => [...document.querySelectorAll(
            "shop-calculator :is(button, textarea, label.choice, .calculator__problems a),"
            + "shop-calculator input:not([type=radio]), .languages__link, .grid.cards a")]
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
          .map((each) => each.outerHTML.slice(0, 120))"""
    )
    assert small == []


def test_text_twice_as_large_is_no_wider_than_a_phone(driver: Playwright, site: Site) -> None:
    mapped = f"--host-resolver-rules=MAP {HOST}:80 127.0.0.1:{site.port}"
    chromium = launch(driver, mapped, "--blink-settings=defaultFontSize=32")
    with somebody(chromium, site, **PHONE) as reader:
        for lang, stem in ((lang, stem) for lang in ("zh", "en") for stem in (*KINDS, CHECK_UP)):
            reader.open(lang, stem)
            assert not reader.page.evaluate(SCROLLS_SIDEWAYS), (lang, stem)
            search = reader.page.locator("header label[for=__search]").first.bounding_box()
            assert search
            assert search["x"] + search["width"] <= 390, (lang, stem)
    chromium.close()


@pytest.mark.parametrize("width", READERS)
def test_a_letter(reader: Reader, width: int) -> None:
    reader.open("en", "products/takedowns")
    letter = reader.page.locator("#letter-appeal-takedown")
    letter.evaluate("(letter) => { letter.closest('details').open = true }")
    letter.locator("[name=fact]").fill("长" * 200)
    assert serious(reader) == []
    assert not reader.page.evaluate(SCROLLS_SIDEWAYS), width
    tapped = letter.locator("button, input").evaluate_all(
        "(all) => all.map((each) => each.getBoundingClientRect().height)"
    )
    assert min(tapped) >= 44


@pytest.mark.own_context
@pytest.mark.parametrize("width", READERS)
def test_a_dashboard(reader: Reader, width: int) -> None:
    reader.page.clock.set_fixed_time(NOW)
    reader.open("zh", "orders/check-up")
    panel = reader.page.locator("#order-check-calculator .orders")
    panel.locator(":scope > summary").click()
    text = whole_file(made_day()).encode("utf-8-sig")
    morning = FilePayload(name="a.csv", mimeType="text/csv", buffer=text)
    panel.locator("input[type=file]").set_input_files(morning)
    panel.locator(".orders__download a").wait_for(timeout=60_000)
    for folded in panel.locator(".orders__rest").all():
        folded.evaluate("(details) => { details.open = true }")
    assert serious(reader) == []
    assert not reader.page.evaluate(SCROLLS_SIDEWAYS), width


def serious(reader: Reader) -> list[dict[str, Any]]:
    if not reader.page.evaluate("'axe' in window"):
        reader.page.evaluate(AXE.read_text(encoding="utf-8"))  # the page takes no script of others
    violations = reader.page.evaluate(
        "axe.run({ resultTypes: ['violations'], preload: false }).then((found) => found.violations)"
    )
    return [
        {"rule": each["id"], "where": [node["target"] for node in each["nodes"]][:4]}
        for each in violations
        if each["impact"] in {"serious", "critical"}
    ]
