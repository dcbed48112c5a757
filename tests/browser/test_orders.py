"""A file of orders in the page: chosen, dropped or pasted, answered as the terminal answers it."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Reader, Regular
from tests.support.orders import write_orders
from tests.support.pinned import PINNED
from tests.support.terminal import run

LATE = "orders/late-delivery"
DONE = {"zh": "算完了", "en": "Finished"}


def _panel(reader: Reader, calculator: str = "late-delivery") -> Locator:
    """The calculator's panel, opened; what has no day of its own goes by the pinned day."""
    reader.pinned(calculator)
    panel = reader.page.locator(f"#{calculator}-calculator .orders")
    panel.locator("summary").click()
    return panel


def _choose(panel: Locator, name: str, data: bytes) -> None:
    panel.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": data}
    )


def _download(reader: Reader, panel: Locator, folder: Path) -> bytes:
    with reader.page.expect_download() as begun:
        panel.locator(".orders__download a").click()
    target = folder / "answered.csv"
    begun.value.save_as(target)
    return target.read_bytes()


def _by_terminal(path: Path, *arguments: str) -> bytes:
    ran = run(*arguments, "--csv", str(path), "--words")
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_is_answered_as_in_a_terminal(regular: Regular, tmp_path: Path, lang: str) -> None:
    path = write_orders(tmp_path / "11 月订单.csv", 1500)
    reader = regular(lang, LATE)
    panel = _panel(reader)
    panel.locator("input[type=file]").set_input_files(path)
    expect(panel.locator(".orders__done")).to_contain_text(DONE[lang])
    expect(panel.locator(".orders__done")).to_contain_text("1,470")
    answered = _download(reader, panel, tmp_path)
    assert answered == _by_terminal(path, "late-delivery", "--lang", lang, "--on", PINNED)
    assert answered.startswith(b"\xef\xbb\xbf")
    assert b",=cmd" not in answered
    # The first rows are on show, and the rows that need mending are named as a spreadsheet does.
    expect(panel.locator("tbody tr")).to_have_count(10)
    expect(panel.locator("tbody tr").first.locator("td").first).to_have_text("3")
    expect(panel.locator(".orders__wrong li")).to_contain_text("2")
    expect(panel.locator(".orders__wrong li")).to_contain_text("30")
    expect(panel.locator("[data-output=compensation] dd")).to_contain_text(".")


ASKED = "paid=应付金额（元）"
SUBMITTED = (
    "主订单编号,{paid},订单提交时间,支付完成时间,承诺发货时间,发货时间",
    "1,1299,2026-{m}-05 09:59,2026-{m}-05 10:00,2026-{m}-07 10:00,2026-{m}-08 10:00",
    "2,400,2026-{m}-05 09:59,2026-{m}-05 10:00,2026-{m}-07 10:00,2026-{m}-08 10:00",
)
PARCEL = ",".join(f"2026-11-{when}" for when in ("21 10:00", "21 18:00", "22 20:00", "23 10:00"))
TRACKED = (
    "订单编号,付款时间,单号上传时间,揽收时间,首次分拨时间,最近轨迹时间,派件时间,签收时间",
    f"1,2026-11-20 10:00,2026-11-20 12:00,{PARCEL},2026-11-23 12:00",
    "2,2026-11-20 10:00,2026-11-20 12:00,,,,,",
)
PROMISED = (
    "订单号,实付金额,付款时间,承诺发货时间,发货时间",
    "1,400,2026-11-01 10:00,2026-11-11 10:00,",
    "2,80,2026-11-01 10:00,2026-11-03 10:00,2026-11-20 10:00",
)


def _submitted(paid: str, month: str) -> str:
    return "\n".join(SUBMITTED).format(paid=paid, m=month)


@dataclass(frozen=True)
class _Alike:
    """A file, what is said in the form and in the questions, the same in a terminal; the answer."""

    page: str
    text: str
    right: str
    terminal: tuple[str, ...] = ()
    form: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)


# With and without questions, by the rows' own days and by one that is named, and a moment told.
QUICK = [
    # Promised until 2026-05-07, the second day of today's rules: late by 24 hours, nothing.
    _Alike(LATE, _submitted("订单应付金额", "05"), "0.00 元"),
    # The day that is named holds, whatever the rows say: 12.99 and 4.00.
    _Alike(
        *(LATE, _submitted("应付金额（元）", "07"), "16.99 元"),
        terminal=("--column", ASKED, "--on", PINNED),
        form={"on": PINNED},
    ),
    _Alike(
        *("orders/false-shipment", "\n".join(TRACKED), "揽收超时"),
        terminal=("now=2026-11-27 10:00",),
        told={"now": "2026-11-27T10:00"},
    ),
]
OTHERS = [
    _Alike(LATE, _submitted("应付金额（元）", "05"), "0.00 元", ("--column", ASKED)),
    _Alike(
        *(LATE, _submitted("订单应付金额", "07"), "16.99 元", ("--on", PINNED)),
        form={"on": PINNED},
    ),
    # Promised for 240 hours 3 per cent, for 48 at least 2 yuan; the first was not shipped yet.
    _Alike("orders/out-of-stock", "\n".join(PROMISED), "14.00 元"),
    _Alike(
        *("orders/check-up", _submitted("订单应付金额", "05"), "0.00 元"),
        terminal=("now=2026-05-20 10:00",),
        form={"now": "2026-05-20T10:00"},
    ),
]


@pytest.mark.parametrize(
    "case", [*QUICK, *(pytest.param(each, marks=pytest.mark.slow) for each in OTHERS)]
)
def test_a_column_that_is_only_likely_is_never_taken_unseen(
    regular: Regular, tmp_path: Path, case: _Alike
) -> None:
    page, form = case.page, case.form
    names = {LATE: "late-delivery", "orders/check-up": "order-check"}
    calculator = names.get(page, page.removeprefix("orders/"))
    path = tmp_path / "a.csv"
    path.write_text(case.text, encoding="utf-8")
    reader = regular("zh", page)
    shown = reader.calculator(calculator)
    shown.come_to_life()
    shown.by_rules_of(form.get("on"))
    shown.type(**{name: each for name, each in form.items() if name != "on"})
    panel = shown.root.locator(".orders")
    panel.locator("> summary").click()
    panel.locator("input[type=file]").set_input_files(path)
    ran = run(calculator, "--csv", str(path), "--words", *case.terminal)
    assert ran.returncode == 0, ran.stderr
    start = panel.get_by_role("button", name="开始计算")
    link = panel.locator(".orders__download a")
    # As it comes, and once more after a look at the columns: nothing was touched in between.
    for change in (False, True):
        if change:
            panel.get_by_role("button", name="改列").click()
        expect(start.or_(link)).to_be_visible()
        for name, value in case.told.items():
            panel.locator(f"#{calculator}-orders-value-{name}").fill(value)
        if start.is_visible():
            start.click()
        assert _download(reader, panel, tmp_path) == ran.stdout
        assert case.right in panel.locator(".orders__answers").inner_text()
        for note in panel.locator(".orders__notes li").all_inner_texts():
            assert note in ran.stderr.decode()


def test_a_day_that_is_named_later_prevails_over_a_column(regular: Regular) -> None:
    reader = regular("zh", "money/subsidy-invoices")
    form = reader.calculator("invoice-freeze")
    form.come_to_life()
    panel = form.root.locator(".orders")
    panel.locator("summary").click()
    rows = "未开票金额,已拖月数,规则日期\n100,2,2021-06-30\n100,2,2021-07-31\n"
    _choose(panel, "a.csv", rows.encode())
    panel.locator("#invoice-freeze-orders-value-freeze_after").select_option("3")
    start = panel.get_by_role("button", name="开始计算")
    start.click()
    frozen = panel.locator("tbody td:nth-child(3)")
    expect(frozen).to_have_text(["30.00 元", "0.00 元"])
    form.by_rules_of("2021-07-31")
    expect(panel.locator(".orders__said")).to_contain_text("表单改过了")
    panel.get_by_role("button", name="改列").click()
    expect(panel.locator("#invoice-freeze-orders-column-on")).to_have_value("")
    start.click()
    expect(frozen).to_have_text(["0.00 元", "0.00 元"])


def test_no_two_calculators_of_a_page_share_an_id(regular: Regular) -> None:
    reader = regular("zh", "money/subsidy-invoices")
    for calculator in ("invoice-freeze", "invoice-deadline"):
        panel = _panel(reader, calculator)
        _choose(panel, "a.csv", "甲,乙,丙\n1,2,3\n".encode())
        expect(panel.get_by_text("请核对哪一列是什么")).to_be_focused()
    ids = reader.page.locator("shop-calculator [id]").evaluate_all(
        "(all) => all.map(({ id }) => id)"
    )
    assert len(ids) == len(set(ids))
    # Each question keeps its own label.
    named = "(all) => all.every(({ labels, ariaLabel }) => labels.length || ariaLabel)"
    assert panel.locator("select, .orders__value input").evaluate_all(named)


def test_the_first_rows_name_the_order_and_what_it_was_answered_for(regular: Regular) -> None:
    panel = _panel(regular("zh", LATE))
    rows = ("备注,应付金额（分）,主订单编号", "急,20000,M1", ",30000,M1", ",50000,M2")
    _choose(panel, "a.csv", "\n".join(rows).encode())
    panel.get_by_label("买家实付金额", exact=True).select_option("1")
    panel.get_by_role("button", name="开始计算").click()
    expect(panel.locator("tbody td:nth-child(2)")).to_have_text(["M1", "M2"])
    expect(panel.locator("tbody td:nth-child(3)")).to_have_text(["5.00 元", "5.00 元"])
    expect(panel.locator("tbody td:nth-child(6)")).to_have_text(["50000", "50000"])


def test_two_exports_of_orders_are_refused_without_a_result(
    regular: Regular, tmp_path: Path
) -> None:
    panel = _panel(regular("zh", "orders/check-up"), "order-check")
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in paths:
        path.write_text(_submitted("订单应付金额", "05"), encoding="utf-8")
    panel.locator("input[type=file]").set_input_files(paths)
    expect(panel.get_by_role("alert").first).to_contain_text("请先合成一份")
    for part in (".orders__download", ".orders__first", ".orders__totals", ".orders__running"):
        expect(panel.locator(part)).to_be_hidden()
    expect(panel.locator(".orders__done")).to_have_text("")
    expect(panel.get_by_role("button", name="两份文件换过来")).to_be_visible()


def test_a_change_of_columns_answers_again(regular: Regular) -> None:
    reader = regular("zh", LATE)
    panel = _panel(reader)
    _choose(panel, "a.csv", "订单,实付金额,定金\n1,5,1000\n".encode("gbk"))
    total = panel.locator("[data-output=compensation] dd")
    expect(total).to_have_text("3.00 元")
    panel.get_by_role("button", name="改列").click()
    # What was read is there to be changed; what was not found is folded.
    expect(panel.locator(".orders__columns > .field .field__label")).to_have_text("买家实付金额")
    expect(panel.locator(".orders__rest")).not_to_have_attribute("open", "")
    panel.locator("select").first.select_option(label="第 3 列：定金（例：1000）")
    panel.get_by_role("button", name="开始计算").click()
    expect(total).to_have_text("10.00 元")
    expect(panel.locator(".orders__used")).to_contain_text("“定金”")


def test_columns_that_are_not_certain_are_asked_for(regular: Regular) -> None:
    reader = regular("en", LATE)
    panel = _panel(reader)
    _choose(panel, "a.csv", b"order,total of all paid amounts,x\n1,1299,2\n")
    heading = panel.get_by_text("Check which column is which")
    expect(heading).to_be_focused()
    # By keyboard alone: the first choice, an error where it is left open, the column, on.
    reader.page.keyboard.press("Tab")
    select = panel.locator("select").first
    expect(select).to_be_focused()
    select.select_option("")
    panel.get_by_role("button", name="Start").press("Enter")
    expect(panel.locator(".orders__columns .field__error").first).to_contain_text("needed")
    expect(select).to_be_focused()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowDown")
    panel.get_by_role("button", name="Start").press("Enter")
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("¥12.99")


def test_one_order_tried_in_the_form_does_not_answer_for_all(regular: Regular) -> None:
    reader = regular("zh", LATE)
    reader.calculator("late-delivery").type(paid="89")
    panel = _panel(reader)
    _choose(panel, "抖店售后.csv", "订单号,应付金额（元）\nA1,1299\n".encode("gbk"))
    select = panel.get_by_label("买家实付金额", exact=True)
    # Proposed, because its cells are amounts; what the form says is not among the choices.
    expect(select).to_have_value("1")
    expect(select.locator("option").first).to_have_text("请选择")
    select.select_option("")
    panel.get_by_role("button", name="开始计算").click()
    expect(panel.locator(".orders__columns .field__error:visible")).to_contain_text("必须有")
    expect(panel.locator(".orders__answers")).to_be_hidden()
    select.select_option(label="第 2 列：应付金额（元）（例：1299）")
    panel.get_by_role("button", name="开始计算").click()
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("12.99 元")
    expect(panel.locator(".orders__view")).to_be_focused()


def test_what_has_no_column_is_taken_from_the_form(regular: Regular) -> None:
    reader = regular("en", LATE)
    reader.calculator("late-delivery").type(force_majeure="yes")
    panel = _panel(reader)
    _choose(panel, "a.csv", b"paid\n500\n")
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("\u00a50.00")
    expect(panel.locator(".orders__used")).to_contain_text("“Yes” for every row")
    expect(panel.locator(".orders__used")).to_contain_text("File: a.csv")
    # What the form says is no longer what the answers were given.
    reader.calculator("late-delivery").type(force_majeure="no")
    expect(panel.locator(".orders__said")).to_contain_text("You have changed the form")
    reader.calculator("late-delivery").type(force_majeure="yes")
    expect(panel.locator(".orders__said")).to_be_hidden()


def test_an_order_is_answered_by_the_rules_of_its_own_day(regular: Regular) -> None:
    reader = regular("zh", "money/subsidy-invoices")
    # No day is named in the form: one would hold for all rows.
    panel = reader.calculator("invoice-freeze").root.locator(".orders")
    panel.locator("summary").click()
    _choose(
        panel,
        "账单.csv",
        "未开票金额,已拖月数,账期\n100,2,2021-06\n100,2,2021-07\n".encode("gb18030"),
    )
    expect(panel.get_by_label("规则日期", exact=True)).to_have_value("2")
    after = panel.locator("#invoice-freeze-orders-value-freeze_after")
    expect(after).to_have_value("")
    after.select_option("3")
    panel.get_by_role("button", name="开始计算").click()
    expect(panel.locator(".orders__used")).not_to_contain_text("“3”")
    frozen = panel.locator("tbody td:nth-child(3)")
    expect(frozen).to_have_text(["30.00 元", "0.00 元"])


def test_cells_pasted_from_a_spreadsheet(regular: Regular) -> None:
    reader = regular("zh", LATE)
    panel = _panel(reader)
    use = panel.get_by_role("button", name="计算粘贴的内容")
    use.click()
    expect(panel.locator(".orders__said")).to_have_text("还没有粘贴内容")
    panel.locator("textarea").fill("订单\t实付\n1\t300\n2\t3,000.01\n")
    use.click()
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("33.00 元")
    expect(panel.locator(".orders__said")).to_be_hidden()


def _paste(into: Locator, text: str) -> None:
    """As a browser does, which puts in what nobody else has taken."""
    into.evaluate(
        """(field, text) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData("text/plain", text)
          field.focus()
          if (field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true })))
            document.execCommand("insertText", false, text)
        }""",
        text,
    )


def test_a_long_paste_is_taken_without_being_laid_out(regular: Regular) -> None:
    reader = regular("zh", LATE)
    panel = _panel(reader)
    pasted, done = panel.locator("textarea"), panel.locator(".orders__done")
    use = panel.get_by_role("button", name="计算粘贴的内容")
    rows = "".join(f"{number}\t{number}.50\n" for number in range(4, 2004))
    _paste(pasted, f"订单\t实付\n{rows}")
    assert len(pasted.input_value()) < 100
    use.click()
    expect(done).to_contain_text("2,000 个结果")
    # What is pasted or typed next takes the place of what stands for it.
    _paste(pasted, "订单\t实付\n1\t300\n")
    assert pasted.input_value() == "订单\t实付\n1\t300\n"
    use.click()
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("3.00 元")
    _paste(pasted, f"订单\t实付\n{rows}")
    pasted.press("End")
    pasted.press_sequentially("实付")
    assert pasted.input_value() == "实付"
    # Behind what was there already, on a line of its own: the headings stay.
    pasted.fill("订单\t实付")
    pasted.press("End")
    _paste(pasted, rows)
    use.click()
    expect(done).to_contain_text("2,000 个结果")
    expect(panel.locator(".orders__used")).to_contain_text("“实付”这一列")


def test_a_dropped_file(regular: Regular) -> None:
    reader = regular("zh", LATE)
    reader.pinned("late-delivery")
    data = base64.b64encode("订单,实付\n1,300\n".encode("gbk")).decode()
    drop = """(calculator, [data, count]) => {
      const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      for (; count; count -= 1) dataTransfer.items.add(new File([bytes], `${count}.csv`))
      const dropped = { dataTransfer, cancelable: true, bubbles: true }
      calculator.dispatchEvent(new DragEvent("drop", dropped))
    }"""
    calculator = reader.page.locator("#late-delivery-calculator")
    # The panel is closed, and what is said in it is to be seen.
    calculator.evaluate(drop, [data, 2])
    expect(calculator.locator(".orders__said")).to_be_in_viewport()
    expect(calculator.locator(".orders__said")).to_have_text("一次只能读一个文件。")
    calculator.evaluate(drop, [data, 1])
    total = reader.page.locator("#late-delivery-calculator [data-output=compensation] dd")
    expect(total).to_have_text("3.00 元")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "PDF"),
        pytest.param(b" \n,\n", "empty", marks=pytest.mark.slow),
        pytest.param(b"x" * 1_100_000, "no line breaks", marks=pytest.mark.slow),
    ],
)
def test_what_is_no_table(regular: Regular, data: bytes, words: str) -> None:
    reader = regular("en", LATE)
    panel = _panel(reader)
    _choose(panel, "a.csv", data)
    expect(panel.locator(".orders__said")).to_contain_text(words)
    # The next file is taken as if nothing had been.
    _choose(panel, "b.csv", b"paid\n5\n")
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("¥3.00")
    expect(panel.locator(".orders__said")).to_be_hidden()


def test_a_question_gets_through_and_stopping_stops(regular: Regular, tmp_path: Path) -> None:
    reader = regular("zh", LATE)
    panel = _panel(reader)
    panel.locator("input[type=file]").set_input_files(write_orders(tmp_path / "a.csv", 60_000))
    expect(panel.locator("tbody tr")).to_have_count(10)
    form = reader.calculator("late-delivery")
    form.type(paid="89")
    form.submit()
    assert form.shown("compensation") == "3.00 元"
    panel.get_by_role("button", name="停止").click()
    expect(panel.locator(".orders__done")).to_contain_text("已停止")
    expect(panel.locator(".orders__running")).to_be_hidden()
    expect(panel.locator(".orders__view")).to_be_focused()
    # A part of the total would be taken for the whole.
    for part in ("download", "totals", "notes", "wrong"):
        expect(panel.locator(f".orders__{part}")).to_be_hidden()
    form.type(paid="300.50")
    form.submit()
    expect(form.result.locator("[data-output=compensation] dd")).to_have_text("3.01 元")


@pytest.mark.own_context
def test_a_later_file_overtakes_an_earlier_one(reader: Reader) -> None:
    seen: list[str] = []
    reader.page.expose_function("seen", lambda text: seen.insert(0, text))
    reader.open("en", LATE)
    panel = _panel(reader)
    panel.evaluate(
        "(shown) => new MutationObserver(() => seen(shown.innerText)).observe(shown,"
        " { childList: true, subtree: true })"
    )
    # Both wait for the browser's Python, which opens one after the other. The first would be asked
    # about: none of its headings is certain.
    _choose(panel, "first.csv", b"order,total of all paid amounts,x\n1,89,2\n")
    _choose(panel, "second.csv", b"order,paid\n1,1299\n")
    expect(panel.locator(".orders__done")).to_contain_text(DONE["en"], timeout=20_000)
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("¥12.99")
    assert any("second.csv" in text for text in seen)
    assert not any("Check which column is which" in text for text in seen)


# As after one of its own script, in test_orders_script.py, and of the network.
@pytest.mark.slow
@pytest.mark.own_context
def test_after_a_failure_the_file_is_tried_again(reader: Reader) -> None:
    reader.site.faults["pyodide.asm.wasm"] = "missing"
    reader.open("zh", LATE)
    panel = _panel(reader)
    _choose(panel, "a.csv", "订单,实付\n1,300\n".encode())
    failure = panel.locator(".orders__said")
    expect(failure).to_be_visible()
    expect(reader.calculator("late-delivery").failure).to_be_hidden()
    reader.site.faults.clear()
    failure.get_by_role("button").click()
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("3.00 元")
    reader.complaints.clear()  # about the missing file, as they should be


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_exception_over_a_file_is_told_beside_it(regular: Regular, lang: str) -> None:
    reader = regular(lang, LATE)
    panel = _panel(reader)
    form = reader.calculator("late-delivery")
    other = reader.beside(lang, "orders/out-of-stock", "out-of-stock")
    other.type(paid="1299", promised_hours="48")
    other.submit()
    assert "64.95" in other.shown("compensation")
    workers = reader.page.workers
    # Python knows no such language: an exception that no reader can bring about.
    form.root.evaluate(
        "(form) => Object.defineProperty(form, 'language', { value: 'xx', configurable: true })"
    )
    _choose(panel, "a.csv", "订单,实付\n1,300\n".encode())
    said = panel.locator(".orders__said")
    expect(said).to_contain_text({"zh": "不是您的操作有问题", "en": "you did nothing wrong"}[lang])
    expect(form.failure).to_be_hidden()
    # The other calculator is answered, by the same worker; the file is not begun again by that.
    other.type(paid="89", promised_hours="48")
    other.submit()
    expect(other.result.locator("[data-output=compensation] dd")).not_to_contain_text("64.95")
    assert "5.00" in other.shown("compensation")
    assert reader.page.workers == workers
    expect(said).to_be_visible()
    form.root.evaluate("(form) => delete form.language")
    said.get_by_role("button").click()
    expect(panel.locator("[data-output=compensation] dd")).to_contain_text("3.00")
    expect(said).to_be_hidden()
    reader.complaints.clear()  # about the exception, as they should be


def test_where_no_row_has_an_answer_no_first_ones_stand(regular: Regular) -> None:
    panel = _panel(regular("zh", LATE))
    _choose(panel, "a.csv", "订单编号,实付金额\n1,-5\n".encode())
    panel.get_by_label("买家实付金额", exact=True).select_option("1")
    panel.get_by_role("button", name="开始计算").click()
    expect(panel.locator(".orders__wrong")).to_contain_text("第 2 行")
    expect(panel.locator(".orders__done")).to_contain_text("算完了：0 个结果")
    expect(panel.locator(".orders__download")).to_be_visible()
    expect(panel.locator(".orders__first")).to_be_hidden()


def test_a_file_that_has_changed_takes_its_questions_with_it(
    regular: Regular, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("订单编号,实付金额\n1,500\n", encoding="utf-8")
    panel = _panel(regular("zh", LATE))
    panel.locator("input[type=file]").set_input_files(path)
    panel.get_by_role("button", name="改列").click()
    path.write_text("订单编号,实付金额\n1,500\n2,600\n", encoding="utf-8")
    panel.get_by_role("button", name="开始计算").click()
    expect(panel.locator(".orders__said")).to_contain_text("这个文件读不了")
    expect(panel.locator(".orders__columns")).to_be_hidden()
    # The button that was pressed is gone; what is said asks for a file.
    expect(panel.locator("input[type=file]")).to_be_focused()


def test_what_the_cells_say_is_text(regular: Regular) -> None:
    reader = regular("zh", LATE)
    reader.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    panel = _panel(reader)
    evil = "<img src=x onerror=alert(1)>"
    _choose(panel, f"{evil}.csv", f"{evil},实付\n{evil},300\n{evil},x\n".encode())
    expect(panel.locator("tbody td:nth-child(2)")).to_have_text(evil)
    assert panel.locator("img").count() == 0


def test_the_empty_table_can_be_had(regular: Regular, tmp_path: Path) -> None:
    reader = regular("zh", LATE)
    panel = _panel(reader)
    with reader.page.expect_download() as begun:
        panel.get_by_role("link", name="下载空白表格").click()
    begun.value.save_as(tmp_path / "empty.csv")
    assert begun.value.suggested_filename.endswith(".csv")
    head = (tmp_path / "empty.csv").read_bytes().decode("utf-8-sig")
    # All that a file may hold, the moments that the hours follow from among it.
    columns = (
        "买家实付金额",
        "承诺的发货时限",
        "晚了多久",
        "晚发是不可抗力造成的吗？",
        "付款时间",
        "承诺发货时间",
        "发货时间",
        "首次揽收时间",
        "查看的时间",
        "是否晚发",
    )
    assert head.splitlines() == [",".join(columns)]


def _press(reader: Reader, *keys: str) -> None:
    for key in keys:
        reader.page.keyboard.press(key)


def _unpinned(reader: Reader) -> Locator:
    panel = reader.page.locator("#late-delivery-calculator .orders")
    panel.locator("summary").click()
    return panel


def test_amounts_in_fen_are_asked_about(regular: Regular, tmp_path: Path) -> None:
    data = "订单编号,实付金额(分)\n1,20000\n2,29999\n".encode()
    path = tmp_path / "分.csv"
    path.write_bytes(data)
    reader = regular("zh", LATE)
    panel = _panel(reader)
    panel.locator("input[type=file]").set_input_files(path)
    select = panel.get_by_label("买家实付金额", exact=True)
    unit = panel.get_by_label("买家实付金额的单位")
    expect(select).to_have_value("")
    expect(unit).to_be_hidden()
    select.select_option("1")
    expect(unit).to_have_value("fen")
    panel.get_by_role("button", name="开始计算").click()
    # As yuan they would be capped: 30.00 each.
    expect(panel.locator("tbody td:nth-child(3)")).to_have_text(["3.00 元", "3.00 元"])
    told = ("--column", "paid=实付金额(分)", "--unit", "paid=fen", "--on", PINNED)
    assert _download(reader, panel, tmp_path) == _by_terminal(path, "late-delivery", *told)
    # 29,999 fen are a fen less than the share begins at; read as yuan it is the cap.
    panel.get_by_role("button", name="改列").click()
    expect(unit).to_have_value("fen")
    unit.select_option("yuan")
    panel.get_by_role("button", name="开始计算").click()
    expect(panel.locator("tbody td:nth-child(3)")).to_have_text(["30.00 元", "30.00 元"])


def test_a_unit_goes_with_its_column(regular: Regular) -> None:
    panel = _panel(regular("zh", LATE))
    _choose(panel, "a.csv", "订单编号,应付金额(分),应付金额（元）\n1,20000,200\n".encode())
    select = panel.get_by_label("买家实付金额", exact=True)
    unit = panel.get_by_label("买家实付金额的单位")
    select.select_option("1")
    expect(unit).to_have_value("fen")
    select.select_option("2")
    expect(unit).to_have_value("yuan")
    unit.select_option("wan")
    select.select_option("1")
    expect(unit).to_have_value("fen")
    select.select_option("2")
    expect(unit).to_have_value("wan")


def test_another_currency_is_no_yuan(regular: Regular) -> None:
    panel = _panel(regular("zh", LATE))
    _choose(panel, "a.csv", "订单编号,实付金额(美元)\n1,500\n".encode())
    unit = panel.get_by_label("买家实付金额的单位")
    start = panel.get_by_role("button", name="开始计算")
    panel.get_by_label("买家实付金额", exact=True).select_option("1")
    expect(unit).to_have_value("")
    start.click()
    error = panel.locator(".orders__columns .field__error:visible")
    expect(error).to_contain_text("别的货币先换成元")
    expect(unit).to_be_focused()
    expect(panel.locator(".orders__answers")).to_be_hidden()
    unit.select_option("yuan")
    start.click()
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("5.00 元")


def test_rows_of_one_order_are_one_order(regular: Regular, tmp_path: Path) -> None:
    path = tmp_path / "子订单.csv"
    rows = ("M1,S1,2000", "M2,S4,2", "M1,S2,2000", "M1,S3,2000", "M2,S5,2")
    path.write_text("\n".join(("主订单编号,子订单编号,实付金额", *rows)), encoding="utf-8")
    reader = regular("zh", LATE)
    panel = _panel(reader)
    panel.locator("input[type=file]").set_input_files(path)
    # 6,000 yuan are capped once; three orders of 2,000 would come to 60.00.
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("33.00 元")
    expect(panel.locator("tbody td:nth-child(2)")).to_have_text(["M1", "M2"])
    expect(panel.locator("tbody td:nth-child(3)")).to_have_text(["30.00 元", "3.00 元"])
    # Above the total stands what it hangs on, below it how the table was read besides.
    expect(panel.locator(".orders__notes li")).to_contain_text(["的规则算", "全部按“否”算"])
    expect(panel.locator(".orders__notes + .orders__totals")).to_be_visible()
    expect(panel.locator(".orders__totals ~ .orders__asides li")).to_contain_text(
        ["按“主订单编号”一列把同一订单的几行合成一单", "同一订单的其余各行：3 行"]
    )
    answered = _download(reader, panel, tmp_path)
    assert answered == _by_terminal(path, "late-delivery", "--on", PINNED)
    assert answered.decode().count("30.00") == 1


def test_an_order_that_was_never_paid_is_not_counted(regular: Regular) -> None:
    panel = _panel(regular("zh", LATE))
    rows = (
        f"1,500,{PINNED} 10:00,已发货",
        "2,700,,已关闭",
        f"3,900,{PINNED} 10:00,已关闭",
    )
    _choose(panel, "a.csv", "\n".join(("订单编号,实付金额,支付完成时间,订单状态", *rows)).encode())
    # The third was paid first: it stands apart, because it may have been charged.
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("5.00 元")
    asides = panel.locator(".orders__asides")
    expect(asides).to_contain_text("没有付款或付款前已关闭的：1 行，不算")
    notes = panel.locator(".orders__notes")
    expect(notes).to_contain_text("付款后退款或关闭的：1 单，不在合计里（一共要扣 9.00 元）")
    expect(panel.locator(".orders__wrong")).to_be_hidden()


def test_rows_of_totals_are_left_out_and_said(regular: Regular) -> None:
    panel = _panel(regular("en", LATE))
    rows = ("1,200.00", "2,178.00", "Total,378.00", ",378.00")
    _choose(panel, "a.csv", "\n".join(("Order number,Amount paid", *rows)).encode())
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("¥6.00")
    expect(panel.locator(".orders__done")).to_contain_text("Answers: 2;")
    expect(panel.locator(".orders__asides")).to_contain_text("no orders and were left out: 2.")
    expect(panel.locator(".orders__totals li")).to_have_text("flat amount: 2 rows")


@pytest.mark.parametrize(("said", "notes"), [("no", 1), ("yes", 0)])
def test_a_default_that_was_taken_is_said(regular: Regular, said: str, notes: int) -> None:
    reader = regular("en", LATE)
    panel = _panel(reader)
    reader.calculator("late-delivery").type(force_majeure=said)
    _choose(panel, "a.csv", b"Order number,Amount paid\n1,500\n")
    expect(panel.locator(".orders__done")).to_contain_text("Finished")
    note = panel.locator(".orders__notes").get_by_text("“No” was taken for all")
    expect(note).to_have_count(notes)


# Under today's rules, and with nothing that tells what was promised and how late they are.
OF_2026 = (
    "订单编号,实付金额,支付完成时间",
    "1,1299,2026-07-01 10:00",
    "2,200,2026-07-01 10:00",
)


def test_what_decides_an_amount_is_asked_and_answered_by_keyboard(
    regular: Regular, tmp_path: Path
) -> None:
    path = tmp_path / "七月.csv"
    path.write_text("\n".join(OF_2026), encoding="utf-8")
    reader = regular("zh", LATE)
    # Whoever waits for the chooser only asks the browser to hand it over: a key may come before.
    reader.page.on("filechooser", lambda _: None)
    panel = reader.page.locator("#late-delivery-calculator .orders")
    expect(panel.locator("summary")).to_be_visible()
    panel.locator("summary").focus()
    _press(reader, "Enter", "Tab", "Tab")
    expect(panel.locator("input[type=file]")).to_be_focused()
    with reader.page.expect_file_chooser() as chosen:
        _press(reader, "Enter")
    chosen.value.set_files(path)
    expect(panel.get_by_text("请核对哪一列是什么")).to_be_focused()
    promised = panel.locator("#late-delivery-orders-value-promised_hours")
    late = panel.locator("#late-delivery-orders-value-late_hours")
    # The form's own 48 hours and 1 hour are no answer.
    expect(promised).to_have_value("")
    expect(late).to_have_value("")
    # Tab after tab to the end of the questions, all of them left as they are.
    start = panel.get_by_role("button", name="开始计算")
    while not start.evaluate("(button) => button === document.activeElement"):
        _press(reader, "Tab")
        assert panel.locator(".orders__columns :focus").count(), "the focus has left the questions"
    _press(reader, "Enter")
    errors = panel.locator(".orders__columns .field__error:visible")
    expect(errors).to_have_count(2)
    expect(panel.get_by_label("承诺的发货时限", exact=True)).to_be_focused()
    expect(panel.locator(".orders__answers")).to_be_hidden()
    _press(reader, "Tab", "2", "4", "0", "Tab", "Tab")
    reader.page.keyboard.type("soon")
    _press(reader, "Enter")
    # What cannot be read is told beside its field, and stays to be mended.
    expect(errors).to_have_count(1)
    expect(errors).to_contain_text("晚了多久")
    expect(late).to_be_focused()
    expect(late).to_have_value("soon")
    expect(promised).to_have_value("240")
    late.select_text()
    _press(reader, "5", "0", "Enter")
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("45.00 元")
    expect(panel.locator(".orders__view")).to_be_focused()
    expect(panel.locator(".orders__used")).to_contain_text("各行都用“240” → 承诺的发货时限")
    expect(panel.locator(".orders__download a")).to_be_visible()
    _press(reader, "Tab")
    with reader.page.expect_download() as begun:
        _press(reader, "Enter")
    begun.value.save_as(tmp_path / "answered.csv")
    expected = _by_terminal(path, "late-delivery", "promised_hours=240", "late_hours=50")
    assert (tmp_path / "answered.csv").read_bytes() == expected


def test_what_the_columns_tell_is_not_asked(regular: Regular) -> None:
    panel = _unpinned(regular("zh", LATE))
    rows = (
        "订单编号,实付金额,付款时间,承诺发货时间,承诺发货时间,发货时间",
        "1,1299,2026-07-01 10:00,2026-07-02 10:00,2026-07-11 10:00,2026-07-14 10:00",
    )
    _choose(panel, "a.csv", "\n".join(rows).encode())
    start = panel.get_by_role("button", name="开始计算")
    start.click()
    errors = panel.locator(".orders__columns .field__error:visible")
    # How late it is follows from whichever of the two is chosen.
    expect(errors).to_have_count(1)
    # Ten days, and 72 hours more: both follow from the column that is chosen now.
    panel.get_by_label("承诺发货时间", exact=True).select_option("4")
    start.click()
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("39.00 元")


def test_what_is_not_asked_is_folded(regular: Regular) -> None:
    panel = _unpinned(regular("en", LATE))
    _choose(panel, "a.csv", "\n".join(OF_2026).encode())
    asked = panel.locator(".orders__columns > .field .field__label:visible")
    # The hours, and the moments from which they would follow.
    hours = ["Shipping time promised", "How late it is"]
    due = ["Time of payment", "Promised to ship by"]
    expect(asked).to_have_text([*hours, *due, "Marked as shipped at", "First collection scan"])
    rest = panel.locator(".orders__rest")
    expect(rest.locator("summary")).to_have_text("Other inputs: 2 of 11 found in the table")
    expect(rest.locator("select").first).to_be_hidden()


def test_nothing_that_was_said_is_lost(regular: Regular) -> None:
    panel = _unpinned(regular("zh", LATE))
    data = "\n".join(OF_2026).encode()
    _choose(panel, "a.csv", data)
    promised = panel.locator("#late-delivery-orders-value-promised_hours")
    column = panel.get_by_label("承诺的发货时限", exact=True)
    promised.fill("241")
    column.select_option("1")
    expect(promised).to_be_hidden()
    column.select_option("")
    expect(promised).to_have_value("241")
    others = panel.locator(".orders__rest summary")
    others.click()
    panel.get_by_label("规则日期", exact=True).select_option("2")
    _choose(panel, "b.pdf", b"%PDF-1.7\n")
    expect(panel.locator(".orders__said")).to_contain_text("PDF")
    expect(promised).to_have_count(0)
    _choose(panel, "a.csv", data)
    expect(promised).to_have_value("241")
    expect(panel.get_by_label("规则日期", exact=True)).to_have_value("2")
    # Asked all the same: what was said of one file answers for another only once it is confirmed.
    expect(panel.locator(".orders__answers")).to_be_hidden()
    panel.locator("#late-delivery-orders-value-late_hours").fill("48")
    panel.get_by_role("button", name="开始计算").click()
    # 5% of 1,299 are above the maximum of 50 yuan, and 5% of 200 are 10.
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("60.00 元")
    panel.get_by_role("button", name="改列").click()
    expect(promised).to_have_value("241")
    expect(panel.locator("#late-delivery-orders-value-late_hours")).to_have_value("48")
    # What was left out is not proposed again.
    others.click()
    panel.get_by_label("规则日期", exact=True).select_option("")
    panel.get_by_role("button", name="开始计算").click()
    expect(panel.locator(".orders__done")).to_contain_text(DONE["zh"])
    panel.get_by_role("button", name="改列").click()
    expect(panel.get_by_label("规则日期", exact=True)).to_have_value("")


def test_what_was_said_of_a_file_before_stands_open(regular: Regular) -> None:
    panel = _unpinned(regular("zh", LATE))
    rows = "订单编号,应付金额（元）,支付完成时间,承诺发货时间,发货时间\n1,1299,"
    rows += "2026-07-01 10:00,2026-07-{day} 10:00,2026-07-14 10:00\n"
    promised = panel.locator("#late-delivery-orders-value-promised_hours")
    _choose(panel, "a.csv", rows.format(day="02").encode())
    panel.locator(".orders__rest summary").click()
    promised.fill("241")
    # It prevails over the moments of the mended file, so it is seen before they are answered.
    _choose(panel, "a.csv", rows.format(day="11").encode())
    expect(promised).to_be_visible()
    expect(promised).to_have_value("241")


def test_hours_of_one_file_do_not_answer_for_another_with_times_of_its_own(
    regular: Regular,
) -> None:
    panel = _unpinned(regular("en", LATE))
    _choose(panel, "a.csv", "\n".join(OF_2026).encode())
    panel.locator("#late-delivery-orders-value-promised_hours").fill("241")
    panel.locator("#late-delivery-orders-value-late_hours").fill("48")
    rows = (
        "Order ID,Order Amount,Paid Time,Ship By,Shipped Time",
        "1,1299,2026-11-01 10:00,2026-11-11 10:00,2026-11-11 20:00",
    )
    _choose(panel, "b.csv", "\n".join(rows).encode())
    panel.get_by_label("Amount the buyer paid", exact=True).select_option("1")
    panel.get_by_role("button", name="Start").click()
    # Promised for ten days later and late by ten hours: 1 per cent.
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("¥13.00")
    expect(panel.locator(".orders__used")).not_to_contain_text("241")
