"""Letters: filled by the page's answer and by the reader, counted, copied, in both languages."""

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.letters import Letter, letters
from tests.browser.conftest import Reader, Regular
from tests.support.cases import shown_case
from tests.support.evaluating import evaluate
from tests.support.markdown import LANGUAGES

LATE, TAKEDOWN = "orders/late-delivery", "products/takedowns"
TAPS = 4
# By calculator its first letter: the others of a page are filled from the same answer.
FILLED = {each.calculator: each for each in reversed(list(letters().values())) if each.calculator}
AT_ONCE = 2  # calculators whose letters are tried each time
WAY = {"zh": "写申诉", "en": "Write the appeal"}
COPY = {"zh": "复制", "en": "Copy the Chinese text"}
COPIED = {"zh": "已复制，可以去粘贴了。", "en": "Copied. Paste it wherever you like."}


def letter(page: Page, letter_id: str) -> Locator:
    """A letter of the page that is open, in sight."""
    found = page.locator(f"#letter-{letter_id}")
    folded = page.locator("details.folded:not([open])", has=found)
    if folded.count():
        folded.locator("summary").first.click()
    return found


def written(letter_id: str, variant: int, values: Mapping[str, str]) -> str:
    """The Chinese text with ``values`` in its gaps."""
    text = letters()[letter_id].variants[variant].text["zh"]
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_home_to_a_filled_letter_in_four_taps(regular: Regular, lang: str) -> None:
    reader = regular(lang, "index")
    page, taps = reader.page, 0

    def tap(place: Locator) -> None:
        nonlocal taps
        place.click()
        taps += 1

    tap(page.locator(f"article a.row[href$='{LATE}/']").first)
    form = reader.calculator("late-delivery")
    form.come_to_life()
    tap(form.root.locator("[name=paid]"))
    page.keyboard.type("1299")
    tap(form.result.get_by_role("button", name=WAY[lang]))
    filled = page.locator("#letter-appeal-force-majeure")
    expect(filled).to_be_in_viewport()
    copied = reader.copied_by(filled.get_by_role("button", name=COPY[lang]))
    assert taps + 1 <= TAPS
    expect(filled.get_by_role("status")).to_have_text(COPIED[lang])
    known = {"paid": "1299", "promised_hours": "48", "late_hours": "1"}
    gaps = letters()["appeal-force-majeure"].gaps.values()
    assert copied == written(
        "appeal-force-majeure", 0, {gap.id: f"【{gap.label['zh']}】" for gap in gaps} | known
    )
    if lang == "en":
        expect(filled.locator(".letter__meaning")).to_contain_text("¥1299 paid, to ship within 48")


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(each, id=name, marks=[pytest.mark.slow] * (at >= AT_ONCE))
        for at, (name, each) in enumerate(FILLED.items())
    ],
)
def test_nothing_is_blank_that_the_answer_knows(regular: Regular, of: Letter) -> None:
    reader = regular("zh", of.page)
    case = shown_case(str(of.calculator))
    form = reader.calculator(str(of.calculator))
    form.by_rules_of(case.on)
    form.type(**case.inputs)
    form.submit()
    filled = letter(reader.page, of.id)
    expect(form.result.get_by_role("button", name=re.compile("^写"))).to_be_visible()
    answer = evaluate(str(of.calculator), case.inputs, "zh", case.on)
    told = {**answer["inputs"], **answer["outputs"]}
    known = {name for name, value in told.items() if value is not None}
    open_gaps = filled.locator(".letter__variant:visible [data-gap]:not(.letter__gap--filled)")
    names = open_gaps.evaluate_all("(gaps) => gaps.map(({ dataset }) => dataset.gap)")
    assert set(names) & known == set()


def test_the_answer_chooses_the_text_and_what_is_no_answer_is_not_copied(regular: Regular) -> None:
    reader = regular("zh", LATE)
    form = reader.calculator("late-delivery")
    form.type(paid="1299", promised_hours="240", late_hours="5")
    form.submit()
    claim = letter(reader.page, "appeal-deduction")
    expect(claim.locator(".letter__text:visible")).to_contain_text("应扣13元，赔付列表显示")
    form.type(promised_hours="48")
    expect(claim.locator(".letter__text:visible")).to_contain_text("没有列出金额")
    form.type(paid="")
    expect(claim.locator(".letter__copy")).to_be_disabled()
    form.root.locator("button[type=reset]").click()
    expect(claim.locator(".letter__copy")).to_be_enabled()
    expect(claim.locator(".letter__text:visible")).to_contain_text("实付【买家实付金额】元")


def test_an_answer_for_a_day_before_the_text_says_so(regular: Regular) -> None:
    reader = regular("zh", LATE)
    form = reader.calculator("late-delivery")
    form.by_rules_of("2026-07-20")
    form.type(paid="1299", promised_hours="240", late_hours="5")
    form.submit()
    claim = letter(reader.page, "appeal-deduction")
    expect(claim.locator(".letter__former")).to_contain_text("2026-08-10")
    expect(letter(reader.page, "appeal-force-majeure").locator(".letter__former")).to_be_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_typed_is_counted_copied_and_there_after_a_reload(
    regular: Regular, lang: str
) -> None:
    reader = regular(lang, TAKEDOWN)
    reader.page.evaluate("sessionStorage.removeItem('handbook.letters')")
    appeal = letter(reader.page, "appeal-takedown")
    values = {gap.id: str(gap.example) for gap in letters()["appeal-takedown"].blanks}
    for name, text in values.items():
        appeal.locator(f"[name={name}]").fill(text)
    whole = written("appeal-takedown", 0, values)
    expect(appeal.locator(".letter__count")).to_have_text(
        {"zh": f"{len(whole)}/200 字", "en": f"{len(whole)} of 200 characters"}[lang]
    )
    assert reader.copied_by(appeal.get_by_role("button", name=COPY[lang])) == whole
    appeal.locator("[name=fact]").fill("长" * 200)
    expect(appeal.locator(".letter__count")).to_have_class(re.compile("letter__count--over"))
    reader.page.reload()
    again = letter(reader.page, "appeal-takedown")
    expect(again.locator("[name=fact]")).to_have_value("长" * 200)
    # One meaning has one name: the same stands in the list of all letters.
    reader.page.evaluate("sessionStorage.setItem('handbook.letters', '{\"product\": \"保温杯\"}')")
    reader.walk_to(lang, "letters")
    reader.page.locator("#letter-appeal-takedown").click()
    listed = reader.page.locator("details[open] copy-letter")
    expect(listed.locator("[name=product]")).to_have_value("保温杯")
    expect(listed.locator(".letter__text")).to_contain_text("商品“保温杯”，")


def test_where_the_clipboard_is_refused_the_text_stands_there_to_be_copied(reader: Reader) -> None:
    reader.open("zh", TAKEDOWN)
    reader.page.evaluate("delete Navigator.prototype.clipboard")
    appeal = letter(reader.page, "appeal-takedown")
    appeal.locator(".letter__copy").click()
    by_hand = appeal.get_by_role("status").locator("textarea")
    expect(by_hand).to_have_value(re.compile("^商品“【商品名称】”，"))
    expect(by_hand).to_be_focused()


@pytest.mark.reader(java_script_enabled=False)
def test_without_a_script_it_is_a_text_with_its_gaps_marked(reader: Reader) -> None:
    reader.open("en", TAKEDOWN)
    appeal = letter(reader.page, "appeal-takedown")
    expect(appeal.locator(".letter__text")).to_contain_text("【商品名称】")
    expect(appeal.locator(".letter__meaning")).to_contain_text("[Product]")
    expect(appeal.locator(".letter__blanks, .letter__tools")).to_have_count(2)
    for part in appeal.locator(".letter__blanks, .letter__tools").all():
        expect(part).to_be_hidden()
