"""Columns that say on which platform an order was placed: a program has those of several shops."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from calculators.core.inputs.normalising import bare
from calculators.core.table.columns.layout import Layout
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

# Headings as keys. A channel may be one of advertising, and is none of these.
_HEADING = lazy_pattern(
    r"(?:订单|店铺|网店|商店|来源|销售|电商|所属|下单|交易|成交|渠道|线上|外部|业务)*平台"
    r"(?:名称?|简称|编码|类型|来源|站点|渠道)?(?:店铺)?"
    r"|(?:订单|单据|店铺|网店|数据)来源|(?:订单|来源|下单|销售|电商|店铺)渠道(?:名称?)?|(?:店铺|网店)(?:类型|站点)"
    r"|(?:order|sales?|source|shop|store|ecommerce|selling)?(?:platform|marketplace)(?:name|type|code)?"
    r"|(?:sales|order)channel|ordersource|(?:shop|store)type",
    holds=("平台", "来源", "渠道", "店", "platform", "market", "channel", "source", "type"),
)
# One where its cells say so, and all of them: 渠道 may be one of advertising.
_PERHAPS = lazy_pattern(
    r"(?:订单|销售|店铺|网店|成交|交易|下单|业务|所属|来源|电商|线上)?(?:渠道|来源|站点|归属)(?:名称?)?"
    r"|(?:order|sales|shop|store)?(?:channel|source|site)(?:name)?",
    holds=("渠道", "来源", "站点", "归属", "channel", "source", "site"),
)
_DOUYIN = r"抖音|抖店|今日头条|头条|鲁班|douyin|doudian|fxg|dy"
_OTHERS = (
    r"淘宝|天猫|淘系|淘特|淘工厂|京东|拼多多|快手|小红书|微信|视频号|唯品会?|苏宁|有赞|微盟|1688|阿里(?:巴巴)?|闲鱼|得物"
    r"|考拉|网易|露天|当当|亚马逊|速卖通|虾皮|美团|饿了么|蘑菇街|云集|贝店|度小店|百度|国美|盒马|朴朴|叮咚|线下|门店|官网|独立站"
    r"|其[他它]平台|taobao|tmall|jd(?:\.?com)?|jingdong|pinduoduo|pdd|kuaishou|xiaohongshu|rednote|wechat"
    r"|youzan|alibaba|vip(?:shop)?|suning|xianyu|amazon|aliexpress|shopee|lazada|temu|shein|ebay"
    r"|shopify|tik ?tok|walmart|etsy|offline|meituan|momo"
    r"|企业微信|微店|京喜|多多买菜|爱库存|好衣库|快团团|群接龙|wph|tb|ks|xhs"
)
_BESIDE = (
    r"(?:[\s/+、&·()（）\[\]【】_-]|平台|小店|店铺?|商城|商店|小商店|小程序|超市|国际|自营|到家|易购|严选|特价版|电商|旗舰|直播|买菜|优选"
    r"|专营|专卖|官方|订单|[a-d]店|pop|fbp|sop|shop|store|mall|china)"
)
_OTHER = lazy_pattern(rf"{_BESIDE}*+(?:(?:{_OTHERS}){_BESIDE}*+)+", re.IGNORECASE)
_OURS = lazy_pattern(rf"{_BESIDE}*+(?:(?:{_DOUYIN}){_BESIDE}*+)+", re.IGNORECASE)
_LONGEST = 30


def platform_columns(layout: Layout, taken: Collection[int]) -> Iterator[int]:
    """The columns by their headings, and cells; the ``taken`` ones tell something else."""
    for at, each in enumerate(layout.keys):
        if at in taken or not 0 < len(each) <= _LONGEST:
            continue
        if _HEADING.fullmatch(each) or (_PERHAPS.fullmatch(each) and _are_platforms(layout, at)):
            yield at


def _are_platforms(layout: Layout, column: int) -> bool:
    """Whether the first cells name platforms and nothing else, Douyin among them."""
    named = {bare(each) for each in layout.cells_of(column)} - {""}
    ours = {each for each in named if len(each) <= _LONGEST and _OURS.fullmatch(each)}
    return bool(ours) and all(map(is_of_other_platform, named - ours))


@lru_cache(256)
def is_of_other_platform(cell: str) -> bool:
    """Whether a cell names another platform than Douyin, and nothing else."""
    text = simplified(bare(cell[: _LONGEST + 1]))
    return 0 < len(text) <= _LONGEST and _OTHER.fullmatch(text) is not None
