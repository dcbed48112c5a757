"""Columns whose heading no list has, and that may tell how late orders are, or what was promised.

They hold days as often as hours; both inputs take either.
"""

from calculators.core.table.columns.of_promise import PROMISED_HOURS
from calculators.core.text.patterns import lazy_pattern

# The input that such columns tell, beside the promised hours.
_LATE_HOURS = "late_hours"

_ORDER = r"(?:订单|商品|商家|卖家|店铺|平台){0,2}"
_SHIPPED = r"(?:发货|出库|发出|寄出|履约|发运)"
_UNIT = r"(?:个?自然日|个?工作日|天|日|小时|时|分钟|分|秒|周)"
_COUNT = rf"(?:几|多少)?个?{_UNIT}(?:数|计)?"
_LATE = r"(?:晚发货?|迟发货?|晚|迟|超时|超期|逾期|延[迟误]|拖[延期])"
# 晚发天数, 发货超时（天）, 延迟发货天数, 晚几天, 发货晚了多久.
_DELAY = lazy_pattern(
    rf"{_ORDER}(?:已|实际)?{_SHIPPED}?(?:已|实际)?(?:{_LATE}|延期{_SHIPPED})了?(?:未?{_SHIPPED})?了?的?"
    rf"(?:(?:时[间长]|时长)?{_COUNT}|时长|多久)"
    rf"|{_ORDER}{_SHIPPED}延期{_COUNT}"
)
_OF_SHIPPING_EN = r"(?:shipp(?:ed|ing)|shipment|ship|dispatch(?:ed)?|order)?"
_UNIT_EN = r"(?:days?|hours?|hrs?|minutes?|mins?|weeks?|d|h)"
_LATE_EN = r"(?:late(?:ness)?|delay(?:ed)?|overdue)"
_DELAY_EN = lazy_pattern(
    rf"(?:(?:number|count|no)of)?(?:days|hours|minutes|weeks)(?:of)?(?:the)?{_OF_SHIPPING_EN}{_LATE_EN}"
    rf"{_OF_SHIPPING_EN}|{_OF_SHIPPING_EN}{_LATE_EN}{_OF_SHIPPING_EN}(?:by)?(?:in|time)?{_UNIT_EN}"
)
_SPAN = r"(?:时[效限长]|期限?|周期)"
# 承诺发货天数, 预售天数, 几天内发货, 发货周期.
_PROMISE = lazy_pattern(
    rf"{_ORDER}(?:承诺|约定|要求|规定|最[晚迟]|预售|限时|应|备货)的?{_SHIPPED}?的?(?:之?内)?"
    rf"(?:{_SPAN}(?:{_COUNT})?|(?:时间)?{_COUNT})(?:之?内)?(?:{_SHIPPED})?"
    rf"|{_ORDER}{_SHIPPED}(?:承诺|约定|限制)?(?:时[效限]|期限?|周期)(?:{_COUNT})?"
    rf"|(?:承诺)?(?:几|多少)个?{_UNIT}之?内?{_SHIPPED}"
    rf"|{_ORDER}(?:承诺|约定)(?:几|多少)个?{_UNIT}"
)
_TO_SHIP = (
    r"(?:ship(?:ping|ment|s|ped)?|dispatch(?:ed)?|fulfil?l?ment|handling|processing|preparation"
    r"|lead)"
)
_PROMISE_EN = lazy_pattern(
    rf"(?:promised|promise|maximum|max)?{_TO_SHIP}within{_UNIT_EN}?"
    rf"|(?:promised?|agreed){_TO_SHIP}?(?:time)?(?:in)?{_UNIT_EN}(?:toship)?"
    rf"|{_TO_SHIP}(?:promise|limit|window)(?:in)?{_UNIT_EN}?|{_UNIT_EN}to(?:ship|dispatch)"
    r"|(?:handling|lead|preparation|processing)(?:time)?(?:in)?(?:days?|hours?|d|h)"
)
_LIKE = {_LATE_HOURS: (_DELAY, _DELAY_EN), PROMISED_HOURS: (_PROMISE, _PROMISE_EN)}
_LONGEST = 40


def is_like_span(name: str, heading: str) -> bool:
    """Whether the key of a ``heading`` may name the durations of the input ``name``."""
    if len(heading) > _LONGEST:
        return False
    return any(each.fullmatch(heading) for each in _LIKE.get(name, ()))
