"""What the headings of any table are called by, in both languages: told from names and values."""

import re

from calculators.core.table.sums.labels import plainly
from calculators.core.text.patterns import lazy_pattern

_LONGEST = 30
_REMARK = lazy_pattern(r"[(\[【{][^)\]】}]{0,20}[)\]】}]")
# What headings end in.
_END = lazy_pattern(
    r"(?:[编单型货款卡账帐批]号|号码|编码|代码|条码|id|金额|[总差税余]?额|[单总售进原均]?价格?|货款|实付款?|应付款?|[运邮税]?费用?"
    r"|成本|收入|支出|利润|营收|流水|[件单次人个总台天行箱]?数量?|[销单流用发重]?量|[比概]?率|占比|比例|比重|排名|名次|时间|日期|时长|时效|[日月]份?|年份|周期|期间|阶段"
    r"|名称?|姓名|昵称|原因|理由|状态|类型|类别|分类|类目|品类|方式|渠道|来源|备注|说明|内容|描述|结果|进度|标题|款式|规格|尺码|颜色|品牌|型号"
    r"|地区|区域|省份?|城市|[省市]区?|地址|电话|手机|公司|平台|店铺|门店|仓库?|部门|岗位|人员|负责人|客服|主播|达人|提成|奖金|工资|业绩|库存|毛利|[得评]分|等级|级别|场次|[班频]次|时段|gmv|roi)$"
)
# And what may be all of one; the first or the last word of an English one.
_CHINESE = """
    订单 商品 产品 货品 宝贝 sku spu 退款 退货 售后 赔付 扣款 罚款 补偿 优惠 折扣 佣金 快递
    物流 运单 包裹 发票 买家 客户 顾客 会员 用户 商家 卖家 供应商 项目 科目 事项 指标 明细
    合计 总计 小计 序号 行标签 汇总 实付 实收 应收 应付 销售 成交 余额 星期 周 月 日 年 季度 员工
    业务员 销售员 活动 直播间 分组 组别 小组 维度 字段 选项 国家 地点 线路
"""
_ENGLISH = """
    date time day week month quarter year period amount amounts order orders count number no
    id name price total sum subtotal refund refunds refunded reason status state type qty
    quantity product products item items sku shop store channel category customer buyer seller
    carrier courier tracking parcel note notes remark remarks comment cost costs fee fees
    revenue sales turnover share rate ratio region province city country address phone email
    platform source method currency value values units description details brand size colour
    color warehouse rank result hours days deposit discount tax gmv profit income expense paid
"""
_WHOLE, _WORDS = frozenset(_CHINESE.split()), frozenset(_ENGLISH.split())
_LETTERS = lazy_pattern(r"[a-z]+", re.ASCII)


def sounds_like_heading(cell: str) -> bool:
    """Whether a cell is such a word, or ends in one: 退款单号, 原因, Orders."""
    text = _REMARK.sub("", plainly(cell[: _LONGEST + 1])).strip(" :*#")
    if not text or len(text) > _LONGEST:
        return False
    if text.isascii():
        words = _LETTERS.findall(text)
        return bool(words) and (words[-1] in _WORDS or words[0] in _WORDS)
    if text in _WHOLE:
        return True
    return _END.search(text) is not None
