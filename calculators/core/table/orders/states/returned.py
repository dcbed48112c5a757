"""Words for an order that came back, as far as they say that it did, in both languages."""

from calculators.core.text.patterns import lazy_pattern

_BACK = lazy_pattern(
    # 换货退货: what comes back is replaced.
    r"(?<!换)(?<!换货)退货(?:已经?)?(?:(?:处理|办理)(?:已经?)?)?(?:成功|完成|完毕|完结|结束|入库)"
    r"|(?:已经?(?:整单|全部)?|整单|全部)退单|退单(?:已经?)?(?:成功|完成|完毕|完结)"
    r"|(?:拒收|拒签)(?:后|并|且)?(?:已经?)?(?:全部)?退[回货]|^(?:整单|全部|订单)?已经?退[回货]$"
)
_NOT_BEFORE = lazy_pattern(
    r"(?:[未没不非无待可]|没有|等待|申请|请求|要求|拒绝|取消|同意|正在|准备|即将|如|若)"
    r"(?:买家|卖家|商家|用户|平台|系统|被)*$"
)
_NOT_AFTER = lazy_pattern(
    r"中|[后前时]|申请|请求|处理|审核|待|失败|关闭|取消|拒绝|被拒|驳回|在途|途中|物流|单号|地址|运费|率"
)
# Said in another phrase, what came back is not all that happened.
_MONEY_UNDER_WAY = lazy_pattern(
    r"[待未]退款|等待.{0,6}退款|退款(?:中|失败|关闭|取消|待|申请|处理|审核|驳回|被拒|被?拒绝)|换货|补发"
    r"|\b(?:await(?:ing)?|pending) refund\b|\brefund (?:pending|rejected|declined|failed|refused)\b"
    r"|\b(?:exchanged?|replace(?:d|ment)|reship(?:ped)?)\b"
)
_WAS = r"(?:(?:is|was|were|has|have|been|already|fully|successfully) )*"
_BACK_EN = lazy_pattern(
    rf"\breturns? {_WAS}(?:completed?|success|successful|succeeded|done|finished)\b"
    rf"|\b(?:completed?|successful) return\b"
    rf"|\b(?:order|goods|items?|parcel|package|products?) {_WAS}returned\b"
    r"|^(?:fully |already |was |has been )*returned (?:to (?:the )?(?:seller|sender|merchant|shop"
    r"|store|warehouse)|by (?:the )?(?:buyer|customer)|in full)\b|^(?:fully |already )returned$"
    r"|^returned (?:and|or) refunded\b"
)
_NOT_BEFORE_EN = lazy_pattern(
    r"\b(?:not|no|never|to be|to|will|can|cannot|may|being|await(?:ing)?|wait(?:ing)?|pending"
    r"|request(?:ed|ing)?|if|before|until|part(?:ly|ial|ially)?|exchange)(?: (?:for|the|a|full))* $"
)
_NOT_AFTER_EN = lazy_pattern(
    r" (?:(?:is|was|still|in|under|has|been) )*(?:request(?:ed)?|pending|processing|progress"
    r"|review|rejected|declined|denied|refused|failed|withdrawn|cancell?ed|label)\b"
)


def came_back(phrase: str) -> bool:
    """Whether a phrase says that an order came back, of which it names no part."""
    found = next(_BACK.finditer(phrase), None)
    if found and not _NOT_BEFORE.search(phrase[: found.start()]):
        return not _NOT_AFTER.match(phrase, found.end())
    found = next(_BACK_EN.finditer(phrase), None)
    if found and not _NOT_BEFORE_EN.search(phrase[: found.start()]):
        return not _NOT_AFTER_EN.match(phrase, found.end())
    return False


def is_under_way(phrase: str) -> bool:
    """Whether a phrase says that the money of what came back is still asked for, or denied."""
    return bool(_MONEY_UNDER_WAY.search(phrase))
