"""“Is this figure wrong?” where no repository takes reports: what to send is copied."""

from playwright.sync_api import expect

from tests.browser.conftest import Reader, Regular
from tests.support.pinned import PINNED

LATE = "orders/late-delivery"
COPIED = "已复制。连同您看到的规则，发给维护这份手册的人。"


def test_a_page_is_named_with_its_language_and_day(regular: Regular) -> None:
    reader = regular("zh", LATE)
    foot = reader.page.locator(".review-dates")
    copied = reader.copied_by(foot.get_by_role("button", name="数字不对？"))
    expect(foot.locator(".report__said")).to_have_text(COPIED)
    page, language, day, address = copied.splitlines()
    assert page == "页面：发货晚了怎么赔（orders/late-delivery）"
    assert language == "语言：简体中文"
    assert day.startswith("按哪一天的规则：20")
    assert address == reader.address("zh", LATE)


def test_an_answer_is_named_with_what_was_asked(regular: Regular) -> None:
    reader = regular("zh", LATE)
    form = reader.pinned("late-delivery")
    form.type(paid="1299")
    form.submit()
    assert form.shown("compensation") == "12.99 元"
    form.more()
    button = form.result.get_by_role("button", name="数字不对？")
    copied = reader.copied_by(button).splitlines()
    expect(form.result.locator(".result__said")).to_have_text(COPIED)
    assert copied[0] == "页面：发货晚了怎么赔（orders/late-delivery）"
    said = form.result.locator(".said__headline").inner_text()
    assert said in copied
    assert f"按 {PINNED} 的规则算出。" in copied


def test_where_nothing_can_be_copied_the_text_stands_there(reader: Reader) -> None:
    reader.open("en", LATE)
    reader.page.evaluate("delete Navigator.prototype.clipboard")
    foot = reader.page.locator(".review-dates")
    foot.get_by_role("button", name="Is this figure wrong?").click()
    field = foot.get_by_label("Select the text below to copy it:")
    expect(field).to_be_focused()
    assert field.input_value().splitlines()[:2] == [
        "Page: Late shipment (orders/late-delivery)",
        "Language: English",
    ]
