"""Columns that say on which platform an order was placed: a program has those of several shops."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from calculators.core.inputs.normalising import bare
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

# Headings as keys. A channel may be one of advertising, and is none of these.
_HEADING = lazy_pattern(
    r"(?:订单|店铺|网店|商店|来源|销售|电商|所属|下单|交易|成交|渠道|线上|外部)*平台(?:名称?|类型|来源|站点|渠道)?"
    r"|(?:订单|单据)来源|销售渠道|(?:店铺|网店)类型"
    r"|(?:order|sales?|source|shop|store|ecommerce|selling)?(?:platform|marketplace)(?:name|type)?"
    r"|saleschannel|ordersource",
    holds=("平台", "来源", "渠道", "店", "platform", "market", "channel", "source"),
)
_OTHERS = (
    r"淘宝|天猫|淘系|淘特|淘工厂|京东|拼多多|快手|小红书|微信|视频号|唯品会?|苏宁|有赞|微盟|1688|阿里(?:巴巴)?|闲鱼|得物"
    r"|考拉|网易|露天|当当|亚马逊|速卖通|虾皮|美团|饿了么|蘑菇街|云集|贝店|度小店|百度|国美|盒马|朴朴|叮咚|线下|门店|官网|独立站"
    r"|其[他它]平台|taobao|tmall|jd(?:\.?com)?|jingdong|pinduoduo|pdd|kuaishou|xiaohongshu|rednote|wechat"
    r"|youzan|alibaba|vip(?:shop)?|suning|xianyu|amazon|aliexpress|shopee|lazada|temu|shein|ebay"
    r"|shopify|tik ?tok|walmart|etsy|offline|meituan|momo"
)
_BESIDE = (
    r"(?:[\s/+、&·()（）\[\]【】_-]|平台|小店|店铺?|商城|商店|小商店|小程序|超市|国际|自营|到家|易购|严选|特价版|电商|旗舰"
    r"|专营|专卖|官方|订单|[a-d]店|pop|fbp|sop|shop|store|mall|china)"
)
_OTHER = lazy_pattern(rf"{_BESIDE}*+(?:(?:{_OTHERS}){_BESIDE}*+)+", re.IGNORECASE)
_LONGEST = 30


def platform_columns(keys: Sequence[str], taken: Collection[int]) -> Iterator[int]:
    """The columns by the ``keys`` of all headings; the ``taken`` ones tell something else."""
    for at, each in enumerate(keys):
        if at not in taken and each and len(each) <= _LONGEST and _HEADING.fullmatch(each):
            yield at


@lru_cache(256)
def is_of_other_platform(cell: str) -> bool:
    """Whether a cell names another platform than Douyin, and nothing else."""
    text = simplified(bare(cell[: _LONGEST + 1]))
    return 0 < len(text) <= _LONGEST and _OTHER.fullmatch(text) is not None
