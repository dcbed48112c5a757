"""The unit of durations: said by whatever stands beside them, and never hours in silence."""

from tests.support.order_tables import answer_table

HEAD = "订单编号,实付金额,承诺发货时限,晚发小时"
N = "6926001122334455661"


def test_hours_may_be_written_as_people_do() -> None:
    rows = ["N,400,15天,2天3小时", "M,400,48小时（2天）,30分钟", "K,400,240小时,未晚"]
    found = answer_table("\n".join([HEAD, *rows, ""]), given={})
    # Five per cent of 400 after 360 hours; within 48 hours nothing is taken; not late at all.
    assert found.amounts == ["20.00", "0.00", "0.00"]
