"""A list of choices is put together with buttons: by thumb, by keyboard, and from a link."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import CalculatorOnPage, Reader, Regular

VIDEOS = "growth/shop-videos"


def _form(reader: Reader) -> CalculatorOnPage:
    return reader.calculator("video-grade")


def _linked(reader: Reader, lang: str, query: str) -> str:
    folder = "en/" if lang == "en" else ""
    return f"{reader.site.address}{folder}{VIDEOS}/#video-grade?{query}"


def _picker(form: CalculatorOnPage) -> Locator:
    return form.root.locator("[data-field=ratings] choice-picker")


def _chosen(form: CalculatorOnPage) -> list[str]:
    """The list as it is read, without the lines it is laid out in."""
    items = form.root.locator(".picker__item").all_inner_texts()
    return [" ".join(each.split()) for each in items]


@pytest.mark.own_context
def test_an_engine_that_knows_no_fields_of_ones_own_making(reader: Reader) -> None:
    reader.page.add_init_script("delete HTMLElement.prototype.attachInternals")
    reader.open("zh", VIDEOS)
    form = _form(reader)
    form.type(ratings="good;good;poor")
    form.submit()
    expect(form.result).to_be_visible()
    assert "ratings=good%3Bgood%3Bpoor" in reader.page.url
    form.root.locator("button[type=reset]").click()
    assert _chosen(form) == []
    expect(form.root.locator("input[name=ratings]")).to_have_value("")


def test_the_keyboard_is_enough(regular: Regular) -> None:
    reader = regular("zh", VIDEOS)
    form = _form(reader)
    press = reader.page.keyboard.press
    good = form.root.get_by_role("button", name="添加：好")
    good.focus()
    press("Enter")
    press("Space")
    expect(good).to_be_focused()
    press("Tab")
    press("Tab")
    press("Enter")
    expect(form.root.get_by_role("status").filter(has_text="第 3 个：差")).to_be_attached()
    assert _chosen(form) == ["1. 好", "2. 好", "3. 差"]
    # Past the three buttons, at the first item: the next one takes its place.
    press("Tab")
    expect(form.root.get_by_role("button", name="删除第 1 个：好")).to_be_focused()
    press("Enter")
    expect(form.root.get_by_role("status").filter(has_text="还剩 2 个")).to_be_attached()
    expect(form.root.get_by_role("button", name="删除第 1 个：好")).to_be_focused()
    # At the last item the one before, and with none left the first button.
    press("Tab")
    press("Enter")
    expect(form.root.get_by_role("button", name="删除第 1 个：好")).to_be_focused()
    expect(_picker(form)).to_have_js_property("value", "good")
    press("Space")
    expect(good).to_be_focused()
    expect(form.root.get_by_text("还没有添加")).to_be_visible()
    press("Enter")
    form.root.locator("button[type=submit]").focus()
    press("Enter")
    assert form.shown("grade") == "优质"


def test_a_change_is_answered_and_reset_empties_the_list(regular: Regular) -> None:
    form = _form(regular("en", VIDEOS))
    form.submit()
    expect(form.problems).to_contain_text("Mark at least one dimension")
    form.problems.locator("a").click()
    expect(form.root.get_by_role("button", name="Add good")).to_be_focused()
    form.type(ratings="good;neutral")
    form.submit()
    assert form.shown("grade") == "ordinary"
    expect(form.problems).to_be_hidden()
    grade = form.result.locator("[data-output=grade] dd")
    form.root.get_by_role("button", name="Remove number 2: neutral").click()
    expect(grade).to_have_text("quality")
    form.root.get_by_role("button", name="Add poor").click()
    expect(grade).to_have_text("low")
    form.root.locator("button[type=reset]").click()
    expect(form.result).to_be_hidden()
    expect(form.root.get_by_text("None added yet")).to_be_visible()
    expect(_picker(form)).to_have_js_property("value", "")


@pytest.mark.parametrize("separator", [";", "%0A", "、", "；"])
def test_a_link_puts_the_choices_into_the_list(regular: Regular, separator: str) -> None:
    # Followed within the site, the form comes to life while the page is being put together.
    reader = regular("zh", "reference/glossary")
    reader.follow(_linked(reader, "zh", f"ratings=good{separator}poor"))
    form = _form(reader)
    assert form.shown("grade") == "低质"
    assert _chosen(form) == ["1. 好", "2. 差"]
    expect(_picker(form)).to_have_js_property("value", "good;poor")
    expect(form.root.get_by_text("还没有添加")).to_be_hidden()


# Of other fields such links are tried in test_share.py.
@pytest.mark.slow
@pytest.mark.own_context
def test_a_hostile_link_is_shown_as_text_and_can_be_put_right(reader: Reader) -> None:
    reader.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    hostile = '<img src=x onerror=alert(1)><b>x"]'
    reader.page.goto(_linked(reader, "en", f"ratings=good;{hostile}"))
    form = _form(reader)
    error = "Each mark must be good, neutral or poor: remove anything else, then mark again"
    expect(form.problems).to_contain_text(error)
    expect(form.root.locator('[data-field="ratings"] .field__error')).to_have_text(error)
    assert _chosen(form) == ["1. good", f"2. {hostile}"]
    assert _picker(form).locator("img, b").count() == 0
    expect(_picker(form)).to_have_js_property("value", f"good;{hostile}")
    form.problems.locator("a").click()
    remove = form.root.get_by_role("button", name=f"Remove number 2: {hostile}")
    expect(remove).to_be_focused()
    remove.press("Enter")
    form.submit()
    assert form.shown("grade") == "quality"
    expect(form.problems).to_be_hidden()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_button_is_large_enough_and_nothing_scrolls_sideways(
    regular: Regular, lang: str
) -> None:
    reader = regular(lang, "reference/glossary")
    reader.follow(_linked(reader, lang, f"ratings=good;neutral;poor;{'endless' * 20}"))
    form = _form(reader)
    expect(form.problems).to_be_visible()
    boxes = [each.bounding_box() for each in _picker(form).get_by_role("button").all()]
    assert len(boxes) == 7
    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes), boxes
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
