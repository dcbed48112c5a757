"""Answers one can send: a link that restores them, text, and a print of the answer alone."""

import pytest
from playwright.sync_api import expect

from calculators import definition
from calculators.core.output.presentation import present
from macros.calculator_list import homes
from tests.browser.conftest import Reader, Regular
from tests.support.cases import shown_case
from tests.support.evaluating import evaluate
from tests.support.kinds_of_field import each_kind_first
from tests.support.pinned import PINNED

LATE = "orders/late-delivery"


@each_kind_first
def test_a_link_restores_inputs_answer_and_day(regular: Regular, calculators: list[str]) -> None:
    for calculator in calculators:
        case = shown_case(calculator)
        reader = regular("zh", homes("zh")[calculator])
        form = reader.calculator(calculator)
        form.by_rules_of(case.on)
        form.type(**case.inputs)
        form.submit()
        link = reader.copied_by(form.result.get_by_role("button", name="复制链接"))
        expect(form.result.locator(".result__said")).to_have_text("已复制，可以去粘贴了。")
        assert f"#{calculator}?" in link
        assert "on=20" in link
        regular("zh", "reference/glossary")
        reader.site.asked.clear()
        reader.follow(link)
        restored = evaluate(calculator, case.inputs, "zh", case.on)
        for output in present(definition(calculator), restored, "zh")["outputs"]:
            assert form.shown(output["id"]) == output["text"], calculator
        assert not any("on=" in path for path in reader.site.asked), "no server is told"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_link_is_opened_by_somebody_else_without_what_chat_programs_add_to_it(
    reader: Reader, lang: str
) -> None:
    page = f"{reader.site.address}{'en/' if lang == 'en' else ''}{LATE}/"
    link = f"{page}?from=timeline#late-delivery?paid=1299&on={PINNED}"
    reader.page.goto(f"{link}&utm_source=wechat&isappinstalled=0")
    assert "12.99" in reader.calculator("late-delivery").shown("compensation")
    assert reader.page.url == f"{page}#late-delivery?paid=1299&force_majeure=no&on={PINNED}"


@pytest.mark.own_context
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_who_walks_away_while_waiting_finds_the_answer_on_coming_back(
    reader: Reader, lang: str
) -> None:
    reader.site.faults["pyodide.asm.wasm"] = "held"
    reader.open(lang, LATE)
    form = reader.pinned("late-delivery")
    form.type(paid="1299")
    form.submit()
    assert reader.page.evaluate("location.hash").startswith("#late-delivery?paid=1299")
    reader.walk_to(lang, "reference/glossary")
    reader.site.faults.clear()
    # Who is asked after that is answered after that: by then the other answer has come.
    (script,) = (reader.site.root / "runtime").glob("shop-calculator-*.js")
    reader.page.evaluate(
        "async ([script, request]) => (await import(script)).ask(request)",
        [
            f"{reader.site.address}runtime/{script.name}",
            {"calculator": "late-delivery", "lang": lang, "inputs": {}, "on": "", "today": PINNED},
        ],
    )
    assert reader.is_at(lang, "reference/glossary")
    assert "#" not in reader.page.url
    reader.page.go_back()
    assert "12.99" in form.shown("compensation")
    expect(form.root.locator("[name=paid]")).to_have_value("1299")


@pytest.mark.own_context
def test_an_element_that_is_connected_twice_does_everything_once(reader: Reader) -> None:
    reader.page.add_init_script(
        "const { postMessage } = Worker.prototype; window.asked = [];"
        "Worker.prototype.postMessage = function (asked) {"
        " window.asked.push(asked.name ?? asked.type); postMessage.call(this, asked) }"
    )
    reader.open("zh", LATE)
    form = reader.pinned("late-delivery")
    for _ in range(2):
        form.root.evaluate("(form) => { const { parentNode } = form; parentNode.append(form) }")
    # At once: whoever hesitates between the two is answered while typing, and asks once more.
    form.root.locator("[name=paid]").evaluate(
        "(paid) => { paid.value = '1299'; paid.form.requestSubmit() }"
    )
    assert form.shown("compensation") == "12.99 元"
    expect(form.result.locator("figure.chart svg")).to_be_visible()
    panel = form.root.locator(".orders")
    panel.locator("summary").click()
    panel.locator(".orders__pasted").fill("订单,实付\n1,300")
    panel.get_by_role("button", name="计算粘贴的内容").click()
    expect(panel.locator(".orders__done")).to_contain_text("算完了")
    # The theme's search asks a worker of its own, by numbers.
    asked = [each for each in reader.page.evaluate("window.asked") if isinstance(each, str)]
    assert asked == ["start", "ask", "chart", "openOrders", "checkOrders", "answerOrders"]


@pytest.mark.own_context
def test_files_that_were_made_are_let_go_of_when_no_download_can_be_waiting(
    reader: Reader,
) -> None:
    reader.page.add_init_script(
        "const { createObjectURL, revokeObjectURL } = URL; window.held = new Set();"
        "URL.createObjectURL = (file) => {"
        " const url = createObjectURL(file); window.held.add(url); return url };"
        "URL.revokeObjectURL = (url) => { window.held.delete(url); revokeObjectURL(url) }"
    )
    reader.page.clock.install()
    reader.page.goto(f"{reader.site.address}{LATE}/")
    panel = reader.pinned("late-delivery").root.locator(".orders")
    panel.locator("summary").click()
    for amount in ("89", "1299"):
        panel.locator(".orders__pasted").fill(f"订单,实付\n1,{amount}")
        panel.get_by_role("button", name="计算粘贴的内容").click()
        with reader.page.expect_download() as begun:
            panel.locator(".orders__download a").click()
        assert amount in begun.value.path().read_text(encoding="utf-8-sig")
    assert reader.page.evaluate("held.size") == 2, "the first may still be asked about"
    reader.page.clock.run_for(61_000)
    assert reader.page.evaluate("held.size") == 1, "the second is on offer"
    reader.walk_to("zh", "reference/glossary")
    reader.page.clock.run_for(61_000)
    assert reader.page.evaluate("held.size") == 0


def test_the_address_says_what_is_on_show(regular: Regular) -> None:
    reader = regular("zh", LATE)
    form = reader.pinned("late-delivery")
    form.type(paid="1299", force_majeure="yes")
    form.submit()
    assert form.shown("compensation") == "0.00 元"
    # Another link to the same page, as from a chat: what it leaves out is not what stood there.
    form.type(paid="5")
    reader.page.evaluate(f"location.hash = '#late-delivery?paid=89&on={PINNED}'")
    expect(form.result.locator("[data-output=compensation] dd")).to_have_text("3.00 元")
    expect(form.result.locator(".result__stale")).to_have_count(0)
    form.type(paid="890")
    form.submit()
    assert form.shown("compensation") == "8.90 元"
    # Going back brings the answer before; the other language the same question.
    reader.page.go_back()
    expect(form.root.locator("[name=paid]")).to_have_value("1299")
    assert form.shown("compensation") == "0.00 元"
    form.root.locator("button[type=reset]").click()
    assert "#" not in reader.page.url


def test_the_answer_stays_on_reload_and_in_the_other_language(reader: Reader) -> None:
    reader.page.goto(f"{reader.site.address}{LATE}/#late-delivery?paid=89&on={PINNED}")
    form = reader.calculator("late-delivery")
    assert form.shown("compensation") == "3.00 元"
    form.type(paid="500")
    form.submit()
    assert form.shown("compensation") == "5.00 元"
    reader.page.reload()
    assert form.shown("compensation") == "5.00 元"
    reader.page.locator(".languages__link").click()
    assert form.shown("compensation") == "¥5.00"
    expect(form.root.locator("[name=paid]")).to_have_value("500")


def test_an_answer_out_of_date_is_not_passed_on(regular: Regular) -> None:
    form = regular("en", LATE).pinned("late-delivery")
    form.type(paid="89")
    form.submit()
    assert form.shown("compensation") == "¥3.00"
    sends = form.result.locator(".result__send")
    expect(sends.first).to_be_enabled()
    form.type(paid="890x")
    expect(form.result.locator(".result__stale")).to_be_visible()
    for each in sends.all():
        expect(each).to_be_disabled()
    form.type(paid="890")
    assert form.shown("compensation") == "¥8.90"
    expect(sends.first).to_be_enabled()
    expect(form.result.locator(".result__stale")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("paid=<img src=x onerror=alert(1)>", "as a number"),
        ("paid=5&__proto__=3", "no input called “__proto__”"),
        ("paid=5&on=yesterday", "Write the date of the rules like"),
        ("paid=%E0%A4%A", "as a number"),
        *(
            pytest.param(*each, marks=pytest.mark.slow)
            for each in [
                ("paid=5&colour=red", "no input called “colour”"),
                ("paid=5&length=3", "no input called “length”"),
                (f"paid=5&{'x' * 5000}=3", "no input called “xxx"),
                (f"paid=5&force_majeure={'x' * 5000}", "Choose one of the options"),
                ("paid=5&force_majeure=javascript:alert(1)", ": No, Yes"),
            ]
        ),
    ],
)
def test_hostile_links_are_answered_with_errors(regular: Regular, query: str, words: str) -> None:
    reader = regular("en", "reference/glossary")
    reader.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    reader.follow(f"{reader.site.address}en/orders/late-delivery/#late-delivery?{query}")
    form = reader.calculator("late-delivery")
    expect(form.problems).to_contain_text(words)
    assert reader.page.locator("shop-calculator img").count() == 0


# From what a form has no field for follows what its defaults would say otherwise: 240 hours
# promised, late by 10; 216 hours, 3 per cent. And days as people write them.
SAID = """
orders/late-delivery/#late-delivery?paid=1299&promised_at=2026-11-20 10:00&paid_at=2026-11-10 10:00\
&shipped_at=2026-11-20 20:00
orders/out-of-stock/#out-of-stock?paid=300&promised_at=2026-11-10 10:00&paid_at=2026-11-01 10:00
orders/late-delivery/#late-delivery?paid=1299&on=2025年3月1日
money/buyer-invoices/#buyer-invoice?paid=400&applied=20261001&issued=not_yet&completed=2026/10/5\
&today=2026-10-20
""".strip().split("\n")


@pytest.mark.parametrize(
    ("link", "right", "paid", "then"),
    [
        (SAID[0], "13.00 元", "400", "4.00 元"),
        (SAID[1], "9.00 元", "500", "15.00 元"),
        (SAID[2], "12.99 元", "1250.40", "12.50 元"),
        (SAID[3], "52.00 元", "401", "52.13 元"),
    ],
)
def test_what_a_link_says_holds_when_something_else_is_changed(
    regular: Regular, link: str, right: str, paid: str, then: str
) -> None:
    reader = regular("zh", "reference/glossary")
    reader.follow(reader.site.address + link)
    form = reader.calculator(link.partition("#")[2].partition("?")[0])
    assert form.shown("compensation") == right
    form.root.locator("[name=paid]").fill(paid)
    expect(form.result.locator('[data-output="compensation"] dd')).to_have_text(then)
    form.submit()
    expect(form.result).not_to_contain_class("result--stale")
    assert form.shown("compensation") == then


def test_the_answer_as_text(regular: Regular) -> None:
    reader = regular("en", "orders/late-delivery")
    form = reader.pinned("late-delivery")
    form.type(paid="1299")
    form.submit()
    form.more()
    text = reader.copied_by(form.result.get_by_role("button", name="Copy as text"))
    expect(form.result.locator(".result__said")).to_contain_text("Copied")
    lines = text.splitlines()
    assert lines[:2] == ["What a late shipment costs", "¥12.99 is taken for this order."]
    assert "Taken for this order: ¥12.99" in lines
    assert "Amount the buyer paid: ¥1,299.00" in lines
    assert "Measures against shop" in text[text.index("\nNot counted here\n") :]
    assert "(repost)" in text
    assert lines[-1].startswith(reader.site.address)


def test_where_copying_is_forbidden_the_text_can_be_selected(regular: Regular) -> None:
    reader = regular("en", LATE)
    form = reader.pinned("late-delivery")
    form.type(paid="1299")
    form.submit()
    reader.page.evaluate("Object.defineProperty(navigator, 'clipboard', { configurable: true })")
    try:
        form.result.get_by_role("button", name="Copy link").click()
        field = form.result.locator(".result__said textarea")
        expect(field).to_be_focused()
        assert "#late-delivery?paid=1299" in field.input_value()
    finally:
        reader.page.evaluate("delete navigator.clipboard")


def test_a_print_holds_the_answer_its_steps_and_sources_alone(reader: Reader) -> None:
    reader.open("en", "orders/late-delivery")
    # The browser's own dialogue is what stops here; what it is given to print is looked at.
    reader.page.evaluate(
        "window.print = () => { window.printed = document.documentElement.classList.contains("
        "'printing-calculator') && document.querySelectorAll('.printed').length }"
    )
    form = reader.pinned("late-delivery")
    form.type(paid="1299")
    form.submit()
    form.more()
    form.result.get_by_role("button", name="Print").click()
    assert reader.page.evaluate("window.printed") == 1
    # The same classes again, to look at what paper would show.
    reader.page.emulate_media(media="print")
    reader.page.evaluate(
        "document.documentElement.classList.add('printing-calculator');"
        "document.querySelector('.calculator-frame').classList.add('printed')"
    )
    expect(form.result.locator(".result__steps")).to_be_visible()
    expect(form.result.locator(".result__source").first).to_be_visible()
    expect(reader.page.locator("#in-short")).to_be_hidden()
    expect(reader.page.locator(".md-header")).to_be_hidden()


def test_the_rules_of_another_day(regular: Regular) -> None:
    reader = regular("en", "money/subsidy-invoices")
    form = reader.calculator("invoice-freeze")
    form.type(uninvoiced="100", months_overdue="2")
    form.submit()
    assert form.shown("frozen") == "¥0.00"
    form.root.locator("details.field--day summary").click()
    form.root.locator("[name=on]").fill("2021-06-30")
    form.submit()
    expect(form.result.locator('[data-output="frozen"] dd')).to_have_text("¥30.00")
