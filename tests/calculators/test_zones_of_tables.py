"""The zone of a table's moments as its title, a heading, or a column of zones tells it."""

import pytest

from calculators import definition
from calculators.core.inputs.dates import read_time
from calculators.core.inputs.errors import InputError
from calculators.core.table.columns.doubts import doubt_text, doubts_of
from calculators.core.table.columns.zones import zone_named, zone_of, zone_of_table
from tests.support.order_tables import answer_table

HEAD = "订单编号,实付金额,付款时间,承诺发货时间,发货时间"
# Promised on the last day of the old rules; in UTC on the first of the new: 48 hours and 2 late.
ROW = "1,400,2026-05-03 17:00,2026-05-05 17:00,2026-05-05 19:00"


@pytest.mark.parametrize(
    ("title", "amount"),
    [
        ("时区：UTC", "0.00"),
        ("时区,UTC", "0.00"),
        ("数据时区（UTC+0）", "0.00"),
        ("所有时间均为 UTC 时间", "0.00"),
        ("Times are in UTC", "0.00"),
        ("Time zone: GMT", "0.00"),
        ("时区：北京时间", "4.00"),
        ("时区：UTC+8", "4.00"),
        ("时区：Asia/Shanghai", "4.00"),
        ("导出时间为UTC 2026-11-12 10:00", "4.00"),
        ("时间：2026-05-01 至 2026-05-31", "4.00"),
        ("UTC 店铺订单", "4.00"),
    ],
)
def test_a_title_tells_the_zone_of_all_moments(title: str, amount: str) -> None:
    found = answer_table(f"{title},,,\n{HEAD}\n{ROW}\n", given={})
    assert found.amounts == [amount]
    assert ("another zone" in found.notes) == (amount == "0.00")


def test_a_heading_goes_before_the_title() -> None:
    head = HEAD.replace("付款时间", "付款时间（北京时间）").replace(",发货时间", ",发货时间(UTC)")
    row = "1,400,2026-05-04 00:59,2026-05-05 17:00,2026-05-05 19:00"
    # The title makes the promise one of 2026-05-06, 01:00: 49 hours from the payment, 2 late.
    text, chosen = f"时区：UTC,,,\n{head}\n{row}\n", {"shipped_at": "发货时间(UTC)"}
    assert answer_table(text, chosen=chosen, given={}).amounts == ["4.00"]


def test_a_column_of_zones_tells_that_of_each_row() -> None:
    zones = ("UTC", "Asia/Shanghai", "", "GMT+9", "东八区")
    rows = "".join(f"{at}{ROW[1:]},{zone}\n" for at, zone in enumerate(zones))
    found = answer_table(f"{HEAD},时区\n{rows}", given={})
    # 17:00 at +9 is 16:00 here, still by the old rules.
    assert found.amounts == ["0.00", "4.00", "4.00", "4.00", "4.00"]


def test_a_row_of_a_clock_that_cannot_be_told_is_not_answered() -> None:
    rows = f"{ROW},UTC\n2{ROW[1:]},America/New_York\n"
    found = answer_table(f"{HEAD},Time zone\n{rows}", given={})
    assert found.amounts == ["0.00", ""]
    assert "of another clock" in found.remarks[1]


def test_a_title_of_a_clock_that_cannot_be_told_is_asked_and_said() -> None:
    with pytest.raises(InputError) as refused:
        answer_table(f"时区：美国西部时间,,,\n{HEAD}\n{ROW}\n", given={})
    lines = ("paid_at=付款时间", "promised_at=承诺发货时间", "shipped_at=发货时间")
    assert refused.value.values["columns"] == lines
    texts = definition("late-delivery").texts("zh")
    assert all("别的时区" in doubt_text(texts, each) for each in doubts_of(refused.value))


@pytest.mark.parametrize("zone", ["美国西部时间", "PST", "America/New_York", "东京时间", "CET"])
def test_a_column_of_such_a_clock_is_not_answered_whoever_names_it(zone: str) -> None:
    heading = f"发货时间（{zone}）"
    text = f"{HEAD.replace(',发货时间', f',{heading}')}\n{ROW}\n"
    found = answer_table(text, chosen={"shipped_at": heading}, given={})
    assert found.amounts == [""]
    assert "of another clock" in found.remarks[0]


@pytest.mark.parametrize(
    ("text", "zone"),
    [("UTC", "Z"), ("Z", "Z"), ("+9", "+09:00"), ("GMT-05:30", "UTC-05:30"), ("东九区", "+09:00"),
     ("西五区", "UTC-05:00"), ("零时区", "Z"), ("东八区", ""), ("+08:00", ""), ("中国标准时间", ""),
     ("美西", None), ("Europe/Berlin", None), ("Asia/Tokyo", "+09:00"), ("华东", "?"),
     ("伦敦", None), ("纽约", None), ("美国", None), ("英国", None), ("美国东部", None),
     ("洛杉矶", None), ("Eastern", None), ("紐約", None), ("美東時間", None), ("倫敦時間", None),
     ("London", "?"), ("New York", "?"), ("CST", None), ("东京", "+09:00"), ("東京時間", "+09:00"),
     ("日本", "+09:00"), ("首尔", "+09:00"), ("韩国", "+09:00"), ("莫斯科", "+03:00"),
     ("曼谷", "+07:00"), ("Tokyo", "+09:00"), ("世界协调时", "Z"), ("", ""), ("无", ""),
     ("中国", ""), ("北京", ""), ("香港", ""), ("Singapore", ""), ("8", ""), ("+8", "")],
)  # fmt: skip
def test_zones_go_by_many_names(text: str, zone: str | None) -> None:
    assert zone_named(text) == zone


@pytest.mark.parametrize("piece", ["时区", "时间均", "utc+", "times are in ", "东", "美", "("])
def test_a_long_title_takes_no_longer_than_its_length(piece: str) -> None:
    assert zone_of(piece * 40_000) in {"", "Z", None}
    assert zone_of_table([[piece * 40_000]]) == ""


@pytest.mark.parametrize(
    ("zone", "amount", "why"),
    [
        # 17:00 in Tokyo is 16:00 here, still by the old rules: 1 % of 400.
        ("东京", "4.00", ""),
        ("曼谷", "4.00", ""),
        ("莫斯科", "4.00", ""),
        # 00:00 to 02:00 on the first day of the new ones, and later.
        ("迪拜", "4.00", ""),
        ("世界协调时", "0.00", ""),
        ("GMT-5", "0.00", ""),
        ("西五区", "0.00", ""),
        ("-5", "0.00", ""),
        ("伦敦", "", "of another clock"),
        ("美国东部", "", "of another clock"),
        ("New York", "", "not understood"),
        ("CST", "", "of another clock"),
    ],
)
def test_no_cell_of_a_column_of_zones_is_passed_over(zone: str, amount: str, why: str) -> None:
    found = answer_table(f"{HEAD},时区\n{ROW},{zone}\n", given={})
    assert found.amounts == [amount]
    assert why in found.remarks[0]


@pytest.mark.parametrize("zone", ["-0500", "-05:00", "-05", "+0900", " UTC-5", " GMT-05:00"])
def test_moments_west_of_greenwich_are_read(zone: str) -> None:
    """Promised 240 hours, 2 hours late: 1 % of 400."""
    moments = ("2026-06-03 17:00:00", "2026-06-13 17:00:00", "2026-06-13 19:00:00")
    for blank in ("", " "):
        row = ",".join(f"{each}{blank}{zone}" for each in moments)
        found = answer_table(f"{HEAD}\n1,400,{row}\n2,400,{row}\n", given={})
        assert found.amounts == ["4.00", "4.00"]


@pytest.mark.parametrize("zone", ["GMT-5", "UTC-8", "西五区", "UTC-03:30", "UTC+1", "东九区"])
def test_so_are_those_of_a_title_or_a_heading(zone: str) -> None:
    row = "1,400,2026-06-03 17:00,2026-06-13 17:00,2026-06-13 19:00"
    assert answer_table(f"时区：{zone},,,\n{HEAD}\n{row}\n", given={}).amounts == ["4.00"]
    named = {
        name: f"{each}({zone})"
        for name, each in (
            ("paid_at", "付款时间"),
            ("promised_at", "承诺发货时间"),
            ("shipped_at", "发货时间"),
        )
    }
    head = f"订单编号,实付金额,{','.join(named.values())}"
    assert answer_table(f"{head}\n{row}\n", chosen=named, given={}).amounts == ["4.00"]


@pytest.mark.parametrize(
    "text", ["2026-06-13 09:00-12:00", "2026-06-13 17:00-19:00", "2026-06-13 09:00:00-12:00"]
)
def test_a_span_of_hours_is_no_zone(text: str) -> None:
    with pytest.raises(InputError):
        read_time(text)


@pytest.mark.parametrize("title", ["时区说明见附件", "时区", "订单时区：北京时间", "时区：无"])
def test_a_title_that_names_no_zone_changes_nothing(title: str) -> None:
    assert answer_table(f"{title},,,\n{HEAD}\n{ROW}\n", given={}).amounts == ["4.00"]


def test_a_title_whose_zone_is_not_understood_is_asked_about() -> None:
    with pytest.raises(InputError) as refused:
        answer_table(f"时区：London,,,\n{HEAD}\n{ROW}\n", given={})
    texts = definition("late-delivery").texts("zh")
    assert all("不认识" in doubt_text(texts, each) for each in doubts_of(refused.value))


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("发货时间（东京）", "+09:00"),
        ("發貨時間（東京）", "+09:00"),
        ("Shipped at (Bangkok)", "+07:00"),
        # Set forward in summer.
        ("发货时间（伦敦）", None),
        ("Shipped at (Eastern)", None),
        ("发货时间（北京）", ""),
        ("发货时间（手动）", ""),
        ("发货时间（日本仓）", ""),
    ],
)
def test_a_place_apart_in_a_heading_names_its_zone(heading: str, zone: str | None) -> None:
    assert zone_of(heading) == zone
