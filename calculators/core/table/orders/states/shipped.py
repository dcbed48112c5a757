"""Whether a status says that an order was shipped, and that the buyer has it."""

from calculators.core.table.orders.states.qualifying import (
    NOT_EN,
    PARTLY_EN,
    REQUEST,
    REQUESTED,
)
from calculators.core.text.patterns import lazy_pattern

_SHIPPED = lazy_pattern(
    r"已经?(?:全部)?(?:发货|出库|寄出|发出|揽收|揽件|签收|收货|妥投|送达|完成|完结|确认收货|评价)"
    r"|^妥投|(?:交易|订单)(?:成功|完成|完结)|待(?:买家|用户)?(?:确认)?(?:收货|签收|评价)|(?:发货|出库)(?:完成|成功)"
    r"|(?:运输|配送|派送|派件)中|在途|^确认收货|^(?:完成|发货)$"
    # Handed over, and what a courier does from then on.
    r"|已经?(?:全部)?(?:发[运往走车]|发快递|发了?$|揽$|上网|投妥|邮?寄(?!回|.{0,2}(?:票|样|资料|合同))|交[运寄]|投[递柜]|起运|离[仓港]|出[仓货]"
    r"|[派配运]送|派[件出]|送[货出]|取[件货]|中转|转运|自提|入柜|[到抵]达(?!.{0,4}仓)|到(?:驿站|站点|柜)"
    r"|交(?:付|给|予)?(?:承运|快递|物流))"
    r"|全部(?:发货|出库|寄出|发出|揽收|签收|收货|送达|妥投)|^[都全货]?发(?:了|走了?|出了?|完了?)$"
    r"|(?:揽[收件]|寄[件送]|投递|派送|取件)(?:完成|成功)|(?:运输|运送|派送|配送|派件|投递)$"
    r"|(?:运送|送货|投递|中转|转运|派签|清关|运输途|发运)中|待(?:派[送件签]|投递|配送|送货|自提|妥投)"
)
# Of what was shipped, what the buyer has: nothing of it is on its way any more.
_FINISHED = lazy_pattern(
    r"已经?(?:全部|被|由)?(?:买家|用户|客户|顾客|本人|家人|他人|系统|自动|代)*(?:确认)?"
    r"(?:签收|收货|收到货|妥投|送达|完成|完结|评价|自提|核销)"
    r"|^(?:买家|用户|客户|顾客|本人|系统|自动|包裹|快件)*(?:确认收货|签收|收货|妥投|完成|完结)(?:成功|完成)?$"
    r"|(?:交易|订单)(?:已经?)?(?:成功|完成|完结)|(?:签收|收货|妥投|自提)(?:成功|完成)"
    r"|待(?:买家|用户|双方)?评价|双方已评"
)
_NOT_FINISHED_BEFORE = lazy_pattern(
    r"[退拒返]|(?:提交|创建|生成|发货|出库|配货|拣货|打包|打单|揽收|揽件|入库|质检|合并|拆分|改价|待|请|将|可)(?:订单)?$"
)
_NOT_FINISHED_AFTER = lazy_pattern(
    r"(?:部分|一半|失败|异常|中$|退回|拒|(?:待|未)?(?:发货|出库|配货|拣货|打包|打单|揽|入库|质检|下单))"
)
_OF_SOMETHING_ELSE = lazy_pattern(
    rf"(?:{REQUEST}|支付|付款|备货|打印|审核|接单|部分|未|没有?|不|待|等待|准备|可|无法|[赠礼样]品|发票|返修|回)$"
)
_SOMETHING_ELSE = lazy_pattern(rf"支付|付款|审核|备货|接单|打印|{REQUEST}|前")
_SHIPPED_EN = lazy_pattern(
    r"\b(?:shipped|dispatched|despatched|delivered|completed?|finished|fulfilled|received"
    r"|signed for|buyer signed|wait(?:ing)? buyer confirm goods|in transit"
    r"|out for delivery|(?:trade|order) success(?:ful)?"
    r"|sent(?! (?:to|for) (?:(?:the|our|a) )?(?:warehouse|erp|factory|supplier|production|review"
    r"|approval|printer))|on (?:the|its) way|en route|picked up|posted|mailed|departed"
    r"|arrived(?! (?:at|in) (?:(?:the|our) )?(?:warehouse|stock))|waitbuyerreceive"
    r"|(?:handed|given|turned)(?: over)? to (?:the )?(?:carrier|courier|post)"
    r"|(?:accepted|scanned|collected) by (?:the )?(?:carrier|courier|post)"
    r"|left (?:the )?(?:warehouse|facility|hub|depot|origin|seller)"
    r"|with (?:the )?(?:courier|carrier)"
    r"|^(?:(?:parcel|package|shipment|order) (?:(?:is|was|has|been) )*)?collected)\b"
)
_FINISHED_EN = lazy_pattern(
    r"\b(?:delivered|completed?|finished|(?<!order )received|signed for|buyer signed"
    r"|(?:trade|transaction) success(?:ful)?|order successful)\b"
)
_NOT_FINISHED_BEFORE_EN = lazy_pattern(
    r"\b(?:ship(?:ping|ment)?|dispatch(?:ing)?|fulfil\w*|label|info|information|data|details"
    r"|returns?|returned)(?: (?:is|was|has|been))* $"
)
_NOT_FINISHED_AFTER_EN = lazy_pattern(
    r" (?:part|shipping|shipment|packing|picking|fulfil|dispatch|attempt"
    r"|(?:by|at|to|from|in)(?: (?:the|a|our))? (?:carrier|courier|warehouse|hub|depot|shop|seller"
    r"|sender|facility|station))"
)
_OF_SOMETHING_ELSE_EN = lazy_pattern(
    rf"\b(?:payment|pay|packing|picking|review|cancel(?:l?ation)?|close|{REQUESTED}"
    r"|invoice|e ?mail|message|reminder|notice"
    r"|notification|link|quote|code|label|info|data|details)(?: (?:is|was|has|been))* $"
)
_SOMETHING_ELSE_EN = lazy_pattern(rf" (?:payment|{REQUESTED})\b")


def says_shipped(phrase: str) -> bool:
    """Whether an order was sent off, by what is said of the order or of what follows that."""
    for found in _SHIPPED.finditer(phrase):
        if _OF_SOMETHING_ELSE.search(phrase[: found.start()]):
            continue
        if not _SOMETHING_ELSE.match(phrase, found.end()):
            return True
    for found in _SHIPPED_EN.finditer(phrase):
        before = phrase[: found.start()]
        if (
            NOT_EN.search(before)
            or PARTLY_EN.search(before)
            or _OF_SOMETHING_ELSE_EN.search(before)
        ):
            continue
        if not _SOMETHING_ELSE_EN.match(phrase, found.end()):
            return True
    return False


def says_finished(phrase: str) -> bool:
    """Whether the buyer has what was shipped, by what is said of the order or of its parcel."""
    for found in _FINISHED.finditer(phrase):
        before = phrase[: found.start()]
        if _OF_SOMETHING_ELSE.search(before) or _NOT_FINISHED_BEFORE.search(before):
            continue
        after = _SOMETHING_ELSE.match(phrase, found.end())
        if not (after or _NOT_FINISHED_AFTER.match(phrase, found.end())):
            return True
    for found in _FINISHED_EN.finditer(phrase):
        before = phrase[: found.start()]
        aside = NOT_EN.search(before) or PARTLY_EN.search(before)
        aside = aside or _OF_SOMETHING_ELSE_EN.search(before)
        if aside or _NOT_FINISHED_BEFORE_EN.search(before):
            continue
        after = _SOMETHING_ELSE_EN.match(phrase, found.end())
        if not (after or _NOT_FINISHED_AFTER_EN.match(phrase, found.end())):
            return True
    return False
