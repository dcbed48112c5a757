"""A file chosen again, the next one, one that joins it: what was chosen holds and is seen."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

import pytest
from playwright.sync_api import FilePayload, Locator, expect

from tests.browser.conftest import CalculatorOnPage, Regular
from tests.support.workbooks import workbook_of

pytestmark = pytest.mark.slow

TOTAL = "[data-output=compensation] dd, [data-output=exposure] dd"
LATE = "orders/late-delivery", "late-delivery"
CHECK_UP = "orders/check-up", "order-check"
PROMISED = "2026-07-01 10:00,2026-07-11 10:00"
MOMENTS = "支付完成时间,承诺发货时间,发货时间"
# Both are late by 24 hours of a promise of 240: 1 per cent of 400 and of 500 yuan, written in fen.
ORDERS = (
    f"订单编号,实付金额,{MOMENTS}",
    f"A1,40000,{PROMISED},2026-07-12 10:00",
    f"A2,50000,{PROMISED},2026-07-12 10:00",
)
# The second was collected in time.
PARCELS = ("订单编号,快递单号,揽收时间", "A1,SF1,2026-07-12 20:00", "A2,SF2,2026-07-11 09:00")
# How often files are opened from now on, until that is asked.
COUNTING = """() => {
  const { postMessage } = Worker.prototype
  let opened = 0
  Worker.prototype.postMessage = function (...all) {
    opened += JSON.stringify(all[0]).includes('"openOrders"')
    return postMessage.apply(this, all)
  }
  window.counted = () => {
    Worker.prototype.postMessage = postMessage
    return opened
  }
}"""


def _panel(regular: Regular, page: tuple[str, str], lang: str = "zh") -> Locator:
    reader = regular(lang, page[0])
    shown = reader.calculator(page[1])
    shown.come_to_life()
    if page == CHECK_UP:
        shown.type(now="2026-07-20 10:00")
    panel = shown.root.locator(".orders")
    panel.locator("> summary").click()
    return panel


def _file(name: str, data: str | tuple[str, ...] | bytes) -> FilePayload:
    text = data if isinstance(data, str | bytes) else "\n".join(data)
    buffer = text if isinstance(text, bytes) else text.encode()
    return {"name": name, "mimeType": "text/csv", "buffer": buffer}


def _choose(panel: Locator, *files: str | tuple[str, ...] | bytes) -> None:
    given = [_file(f"{at}.csv", each) for at, each in enumerate(files)]
    panel.locator("input[type=file]").set_input_files(given)


def _join(panel: Locator, name: str, data: tuple[str, ...] | bytes) -> None:
    with panel.page.expect_file_chooser() as chosen:
        panel.get_by_role("button", name="再加一份").click()
    chosen.value.set_files(_file(name, data))


def _press(panel: Locator, name: str) -> None:
    panel.get_by_role("button", name=name).click()


def _expect(panel: Locator, *texts: str) -> None:
    """The texts stand among the answers once these are all there; an amount is the total."""
    expect(panel.locator(".orders__download a").first).to_be_visible()
    for text in texts:
        if "元" in text[-1:] or "¥" in text:
            expect(panel.locator(TOTAL).first).to_have_text(text)
        expect(panel.locator(".orders__answers")).to_contain_text(text)


@dataclass(frozen=True)
class _Mended:
    """A file two of whose cells are ``odd``, and then ``right``; the answer to the latter."""

    page: tuple[str, str]
    rows: tuple[str, ...]
    odd: tuple[str, ...]
    right: tuple[str, ...]
    answer: tuple[str, ...]
    told: dict[str, str] = field(default_factory=dict)
    again: tuple[str, ...] = ()

    def text(self, cells: tuple[str, ...]) -> str:
        return "\n".join(self.rows).format(*cells)


COLLECTED = (
    f"订单编号,应付金额（元）,{MOMENTS},揽收时间",
    f"A0,400,{PROMISED},2026-07-11 09:00,{{}}",
    f"A1,500,{PROMISED},2026-07-11 09:00,{{}}",
)
SCANS = ("7-12 20:00", "7-12 21:00"), ("2026-07-12 20:00", "2026-07-12 21:00")
SHIPPED = (
    f"订单编号,应付金额（元）,{MOMENTS}",
    f"A0,400,{PROMISED},{{}}",
    f"A1,500,{PROMISED},{{}}",
)
WORDS = ("缺货", "见备注"), ("2026-07-11 09:00", "2026-07-11 09:30")
INVOICES = (
    "订单编号,实付金额,申请开票时间,订单完成时间",
    "1,400,2026-10-01,{}",
    "2,99.5,2026-10-01,{}",
)
TRACKED = (
    "订单编号,付款时间,单号上传时间,揽收时间",
    "1,2026-07-20 10:00,2026-07-20 12:00,{}",
    "2,2026-07-20 10:00,2026-07-20 12:00,{}",
)
LATER = ("7月22日 18:00", "7月22日 19:00"), ("2026-07-22 18:00", "2026-07-22 19:00")
MENDED = [
    # Collected 34 and 35 hours late: 1 per cent each.
    _Mended(LATE, COLLECTED, *SCANS, ("9.00 元",)),
    # In time: without the moments of shipping they count as never shipped.
    _Mended(CHECK_UP, SHIPPED, *WORDS, ("0.00 元",)),
]
OTHERS = [
    _Mended(CHECK_UP, COLLECTED, *SCANS, ("9.00 元",)),
    _Mended(LATE, SHIPPED, *WORDS, ("0.00 元",), {"late_hours": "1"}, again=("late_hours",)),
    # Due on the 15th and 16th: 13 per cent each, 52.00 and 12.94.
    _Mended(
        *(("money/buyer-invoices", "buyer-invoice"), INVOICES),
        *(("10月5日", "10月6日"), ("2026-10-05", "2026-10-06"), ("64.94 元",)),
        {"issued": "not_yet", "today": "2026-10-20"},
    ),
    _Mended(
        *(("orders/false-shipment", "false-shipment"), TRACKED, *LATER),
        ("揽收超时", "物流轨迹异常"),
        {"now": "2026-07-23T10:00"},
    ),
]


@pytest.mark.parametrize(
    "case", [*MENDED, *(pytest.param(each, marks=pytest.mark.slow) for each in OTHERS)]
)
def test_a_column_that_was_unsure_in_one_file_is_found_anew_in_the_next(
    regular: Regular, case: _Mended
) -> None:
    panel = _panel(regular, case.page)
    for cells in (case.odd, case.right):
        _choose(panel, case.text(cells))
        start = panel.get_by_role("button", name="开始计算")
        expect(start).to_be_visible()
        for name, value in case.told.items():
            entry = panel.locator(f"#{case.page[1]}-orders-value-{name}")
            if not entry.is_visible():
                continue
            if cells == case.right and name in case.again:
                # What was typed for the other file is seen before it prevails over this one's own.
                expect(entry).to_have_value(value)
                entry.fill("")
            elif entry.evaluate("(entry) => entry.localName") == "select":
                entry.select_option(value)
            else:
                entry.fill(value)
        start.click()
        expect(panel.locator(".orders__download a")).to_be_visible()
    _expect(panel, *case.answer)
    expect(panel.locator(".orders__used")).not_to_contain_text("接着用")


def test_a_unit_that_was_chosen_holds_when_parcels_join_and_after_an_exchange(
    regular: Regular,
) -> None:
    panel = _panel(regular, CHECK_UP)
    _choose(panel, ORDERS)
    _expect(panel, "100.00 元")
    _press(panel, "改列")
    panel.get_by_label("买家实付金额的单位").select_option("fen")
    _press(panel, "开始计算")
    _expect(panel, "9.00 元", "“实付金额”这一列（分）→ 买家实付金额")
    # What is no table is refused alone: the answers stay, and the next one joins them.
    _join(panel, "p.pdf", b"%PDF-1.7\n")
    said = panel.locator(".orders__said")
    expect(said).to_contain_text("这是 PDF")
    expect(said).to_contain_text("“p.pdf”没有加进来")
    _expect(panel, "9.00 元")
    panel.page.evaluate(COUNTING)
    _join(panel, "p.csv", PARCELS)
    expect(panel.locator(".orders__used")).to_contain_text("第 2 个是包裹")
    assert panel.page.evaluate("counted()") == 1, "what was looked at need not be opened again"
    _expect(panel, "4.00 元", "（分）→ 买家实付金额")
    expect(panel.locator(".orders__view")).to_be_focused()
    # Wrongly exchanged, what lacks is asked, and there they are changed back.
    _press(panel, "换过来")
    expect(panel.get_by_role("button", name="开始计算")).to_be_visible()
    _press(panel, "换过来")
    _expect(panel, "4.00 元", "（分）→ 买家实付金额", "第 2 个是包裹")
    # Also what was chosen last, and not yet answered.
    _press(panel, "改列")
    panel.get_by_label("买家实付金额的单位").select_option("yuan")
    _press(panel, "换过来")
    expect(panel.locator("#order-check-orders-column-paid")).to_have_value("")
    _press(panel, "换过来")
    _expect(panel, "50.00 元", "“实付金额”这一列 → 买家实付金额")


def test_a_file_that_is_chosen_as_usual_joins_none(regular: Regular) -> None:
    """Also where the browser does not tell that the chooser was closed without a file."""
    panel = _panel(regular, CHECK_UP)
    _choose(panel, ORDERS)
    _expect(panel, "100.00 元")
    with panel.page.expect_file_chooser():
        _press(panel, "再加一份")
    with panel.page.expect_file_chooser() as chosen:
        panel.get_by_text("选择文件", exact=True).click()
    mended = tuple(row.replace("40000", "400").replace("50000", "500") for row in ORDERS)
    chosen.value.set_files(_file("b.csv", mended))
    _expect(panel, "9.00 元")
    expect(panel.locator(".orders__used")).not_to_contain_text("第 2 个")


@pytest.mark.parametrize(
    ("lang", "why", "start", "empty"),
    [
        ("zh", "请选出订单的文件里哪一列是订单号", "开始计算", "下载空白表格"),
        ("en", "choose the column of the file of orders", "Start", "Download an empty table"),
    ],
)
def test_the_numbers_by_which_two_files_are_joined_are_asked(
    regular: Regular, lang: str, why: str, start: str, empty: str
) -> None:
    panel = _panel(regular, CHECK_UP, lang)
    table = panel.get_by_role("link", name=empty).get_attribute("href") or ""
    headings = unquote(table).partition("\ufeff")[2].split(",")
    assert headings[0] == {"zh": "订单号", "en": "Order number"}[lang]
    rows = (
        ORDERS[0].replace("订单编号", "编码"),
        *(row.replace("000,", "0,") for row in ORDERS[1:]),
    )
    _choose(panel, rows, PARCELS)
    asked = panel.locator("#order-check-orders-column-order")
    expect(asked).to_have_accessible_description(re.compile(why))
    expect(panel.locator("#order-check-orders-value-order")).to_have_count(0)
    panel.get_by_role("button", name=start, exact=True).click()
    expect(asked).to_be_focused()
    asked.select_option("0")
    panel.get_by_role("button", name=start, exact=True).click()
    # 1 per cent of 400 yuan; the second was collected in time.
    _expect(panel, {"zh": "4.00 元", "en": "¥4.00"}[lang])


@pytest.mark.parametrize(
    ("lang", "late", "promised"),
    [
        (
            *("zh", "晚了多久 或者：所有行都用这一个值"),
            "承诺的发货时限 或者：所有行都用这一个值",
        ),
        (
            *("en", "How late it is Or one value for all rows"),
            "Shipping time promised Or one value for all rows",
        ),
    ],
)
def test_each_value_for_all_rows_is_named_by_what_it_is(
    regular: Regular, lang: str, late: str, promised: str
) -> None:
    panel = _panel(regular, LATE, lang)
    _choose(panel, "订单编号,订单总额,支付完成时间\nA1,400,2026-07-01 10:00")
    for name, words in (("late_hours", late), ("promised_hours", promised)):
        value = panel.locator(f"#late-delivery-orders-value-{name}")
        expect(value).to_have_accessible_name(words)
        expect(value).to_have_accessible_description(
            re.compile({"zh": "小时", "en": "hours"}[lang])
        )


def test_what_was_chosen_holds_for_the_next_file_with_the_same_headings_and_is_seen(
    regular: Regular,
) -> None:
    rows = (
        f"订单编号,实付金额,订单金额,{MOMENTS},揽收时间",
        f"1,700,30000,{PROMISED},2026-07-11 09:00,{{}}",
        f"2,800,60000,{PROMISED},2026-07-12 10:00,",
    )
    text = "\n".join(rows)
    panel = _panel(regular, LATE)
    _choose(panel, text.format("2026-07-12 20:00"))
    _expect(panel, "15.00 元")
    _press(panel, "改列")
    panel.get_by_label("买家实付金额", exact=True).select_option("2")
    panel.get_by_label("买家实付金额的单位").select_option("fen")
    # Without the collection the first is in time: 1 per cent of 600 yuan.
    panel.locator("#late-delivery-orders-column-collected_at").select_option("")
    _press(panel, "开始计算")
    seen = ("“订单金额”这一列（分）→ 买家实付金额", "“揽收时间”这一列按您选的没有用 → 首次揽收时间")
    _expect(panel, "6.00 元", *seen)
    expect(panel.locator(".orders__used")).not_to_contain_text("接着用")
    _choose(panel, text.format("2026-07-13 20:00"))
    _expect(panel, "6.00 元", *seen, "您选过的列和单位接着用")
    # Of another file nothing is known: 1 per cent of 700 and of 800 yuan.
    _choose(panel, text.replace("订单金额", "商品总价").format("2026-07-12 20:00"))
    _expect(panel, "15.00 元")
    used = panel.locator(".orders__used")
    expect(used).to_contain_text("“实付金额”这一列 →")
    expect(used).not_to_contain_text("接着用")


def test_the_time_until_which_orders_wait_can_be_said(regular: Regular) -> None:
    panel = _panel(regular, LATE)
    _choose(panel, f"订单编号,实付金额,{MOMENTS}\nA1,400,2026-11-10 10:00,2026-11-20 10:00,")
    # Out of stock by now, whenever that is.
    _expect(panel, "12.00 元")
    expect(panel.locator(".orders__notes")).to_contain_text("网页里点“改列”")
    _press(panel, "改列")
    panel.locator(".orders__rest summary").click()
    value = panel.locator("#late-delivery-orders-value-now")
    value.focus()
    for key in ("11", "20"):
        panel.page.keyboard.type(key)
    _press(panel, "开始计算")
    expect(panel.locator("#late-delivery-orders-column-now-error")).to_contain_text("要写成")
    # Late by 10 hours then: 1 per cent.
    value.fill("2026-11-20T20:00")
    _press(panel, "开始计算")
    _expect(panel, "4.00 元", "各行都用“2026-11-20 20:00” → 查看的时间")


def test_half_a_day_of_the_rules_answers_no_file(regular: Regular) -> None:
    panel = _panel(regular, LATE)
    day = panel.page.locator("#late-delivery-calculator [name=on]")
    day.evaluate("(day) => { day.closest('details').open = true }")
    day.focus()
    for key in ("02", "30", "2025"):
        panel.page.keyboard.type(key)
    _choose(panel, f"订单编号,实付金额,{MOMENTS}\nA1,400,{PROMISED},2026-07-12 10:00")
    error = panel.locator("#late-delivery-orders-column-on-error")
    expect(error).to_contain_text("规则日期要写成")
    expect(panel.locator(".orders__totals")).to_have_count(0)
    day.fill("")
    _press(panel, "开始计算")
    _expect(panel, "4.00 元")


def test_a_sheet_that_was_chosen_stays_when_parcels_join(regular: Regular) -> None:
    def rows(paid: int) -> list[tuple[object, ...]]:
        headings = ("订单编号", "应付金额（元）", *MOMENTS.split(","))
        return [headings, ("A1", paid, *PROMISED.split(","), "2026-07-12 10:00")]

    book = workbook_of({"六月": rows(400), "七月": rows(700)})
    panel = _panel(regular, CHECK_UP)
    sheet = panel.get_by_label("工作表")
    for preset in ("六月", "七月"):
        # Of a workbook with the same sheets the one that was read is chosen already.
        _choose(panel, book)
        expect(sheet).to_have_value(preset)
        sheet.select_option("七月")
        _press(panel, "读这一张")
        _press(panel, "开始计算")
        _expect(panel, "7.00 元")
    _join(panel, "p.csv", PARCELS)
    expect(panel.locator(".orders__used")).to_contain_text("第 2 个是包裹")
    _expect(panel, "7.00 元", "工作表“七月”")


@pytest.mark.parametrize(
    ("lang", "words", "said", "right"),
    [
        ("zh", "都用表单里的“{}”", ("否", "是"), "0.00 元"),
        pytest.param("en", "“{}” for all rows", ("No", "Yes"), "¥0.00", marks=pytest.mark.slow),
    ],
)
def test_questions_say_what_the_form_says_by_now(
    regular: Regular, lang: str, words: str, said: tuple[str, str], right: str
) -> None:
    panel = _panel(regular, LATE, lang)
    form = CalculatorOnPage(panel.page, LATE[1])
    _choose(panel, "\n".join(SHIPPED).format("2026-07-12 10:00", "2026-07-12 10:00"))
    panel.locator(".orders__rest summary").click()
    nowhere = panel.locator("#late-delivery-orders-column-force_majeure option").first
    expect(nowhere).to_contain_text(words.format(said[0]))
    form.type(force_majeure="yes")
    expect(nowhere).to_contain_text(words.format(said[1]))
    day = panel.locator("#late-delivery-orders-column-on option").first
    form.by_rules_of("2026-07-01")
    expect(day).to_contain_text(words.format("2026-07-01"))
    panel.locator(".orders__columns > .md-button--primary").click()
    _expect(panel, right)
    form.type(force_majeure="no")
    expect(panel.locator(".orders__said")).not_to_have_text("")
