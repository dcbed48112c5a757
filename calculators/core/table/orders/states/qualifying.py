"""Words that leave open whether what a status says has happened, or to the whole of an order."""

from calculators.core.table.orders.states.beside_orders import (
    GIVEN_BACK_BEFORE,
    GIVEN_BACK_BEFORE_EN,
)
from calculators.core.text.patterns import lazy_pattern

REQUEST = (
    r"(?:售后|退款|退货|退单|换货|维权|仲裁|投诉|纠纷|介入|发票|地址修改|修改地址|改地址|拦截|补寄|补发|价保|赔付"
    r"|补偿|退款协议)"
)
REQUESTED = (
    r"(?:after ?sales?|refund|return|dispute|claim|exchange|request|case|complaint|ticket|appeal)s?"
)
PART = lazy_pattern(
    r"部分(?!(?:已?)(?:发货|签收|收货|出库))|(?<![含和及与同括连])(?:差价|运费|邮费)"
    r"|\bpart(?:s|ly|ial|ially)?\b(?! (?:shipped|shipment|delivered|fulfilled|received))"
)
OF_WHAT_ELSE_BEFORE = lazy_pattern(f"{GIVEN_BACK_BEFORE}|{GIVEN_BACK_BEFORE_EN}")
# English, as words with single blanks between them.
_NOT = (
    r"\b(?:not|no|never|un|non|(?:is|was|has|have)n t|to|will|can|cannot|may|being|await(?:ing)?"
    r"|wait(?:ing)?|pending|request(?:ed|ing)?|appl(?:y|ied|ying)|if|before)"
    r"(?: (?:yet|fully|been|be|being|completely|successfully|a|the|full|for|is|was|has|have))* $"
)
NOT_EN = lazy_pattern(_NOT)
PARTLY_EN = lazy_pattern(r"\bpart(?:ly|ial|ially)? $")
NOT_AFTER_EN = lazy_pattern(
    r" (?:(?:is|was|still|in|under|has|been) )*(?:request(?:ed)?|pending|processing|process"
    r"|progress|review|rejected|declined|denied|refused|failed|withdrawn|cancell?ed|closed)\b"
)
