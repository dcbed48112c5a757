"""The words of the labels of rows of totals, in both languages, by what they say.

Chinese ones are simplified (see :mod:`calculators.core.text.traditional`), English ones small
letters; each says one thing.
"""

# A sum and nothing else; a sum, a mean, a count or a spread that may be part of a name; the ends of
# a range, which many products are called by (Pro Max).
SUM, MEASURE, RANGE = "sum", "measure", "range"
# 共 and 总, which make a total of what follows; all there is.
IN_ALL, ALL = "in all", "all"
# What is counted: orders and rows, what measures them (a towel is one of 条, too), and goods.
ROWS, MEASURED, GOODS = "rows", "measured", "goods"
# The number of them, what else has a sum, whose or which part's it is, what joins words.
NUMBER, AMOUNT, PART, JOINING = "number", "amount", "part", "joining"
FIGURE, UNIT = "figure", "unit"

_WORDS = {
    SUM: """合计 总计 小计 共计 累计 总共 一共 total totals subtotal subtotals ttl""",
    MEASURE: """汇总 总和 总额 总数 统计 求和 求和项 求和值 均值 平均 平均值 平均数 平均值项 计数
        计数项 数值计数 中位数 中值 众数 标准差 标准偏差 方差 极差 最大值 最小值 最高值 最低值
        客单价 人均 同期 同比 环比 σ ∑ sum sums average averages avg mean median count counts counta
        stdev stddev stdevp stddevp deviation dev sigma variance var varp maximum minimum""",
    RANGE: """最大 最小 最高 最低 max min""",
    IN_ALL: """共 总 计""",
    ALL: """全部 所有 以上 上述 以下 整体 总体 all above overall grand whole entire altogether""",
    ROWS: """订单 记录 数据 明细 交易 orders rows records lines entries transactions""",
    MEASURED: """条 单 笔 行 票 宗""",
    GOODS: """件 个 项 张 份 套 只 商品 货品 宝贝 产品 item items piece pieces pcs unit units
        product products goods sku skus""",
    NUMBER: """数 数量 总量 no num number numbers qty quantity quantities""",
    AMOUNT: """金额 额 价格 总价 单价 均价 价 货款 实付 应付 实收 应收 实际 支付 付款 销售 成交 营业
        退款 费用 运费 邮费 优惠 折扣 补贴 佣金 手续费 服务费 税 税费 税额 价税 收入 支出 结算 款
        款项 利润 成本 消费 买家 卖家 商家 用户 平台 amount amounts value values price prices
        payment payments paid sales revenue turnover income cost costs fee fees shipping freight
        postage tax vat discount discounts refund refunds refunded payable receivable order row
        record line entry transaction buyer seller""",
    PART: """本页 当页 每页 此页 该页 上页 分页 页 页面 本次 本批 本日 当日 今日 今天 昨日 昨天 每日
        日 本周 上周 每周 周 本月 当月 上月 每月 月 月度 本季 季度 本季度 本年 全年 今年 去年 上年
        本年度 年度 年 本期 上期 截至 截止 目前 到 至 本表 表 本店 全店 店铺 门店 店 本单 部分 各 每
        阶段 显示 大写 小写 page pages p sheet table sub running cumulative final net gross daily
        weekly monthly quarterly yearly annual day week month quarter year today yesterday shop
        store std standard section report january february march april may june july august
        september october november december jan feb mar apr jun jul aug sep sept oct nov dec""",
    JOINING: """的 为 是 有 在 中 内 和 与 及 其中 不含 未含 含 包含 包括 不包括 已 除 扣除 扣 去 减
        不计 第 约 下 of in the for is are and or per to by as until incl including included
        inclusive excl excluding excluded exclusive without with before after""",
    FIGURE: """一 二 两 三 四 五 六 七 八 九 十 百 千 零 〇 壹 贰 叁 肆 伍 陆 柒 捌 玖 拾 佰 仟 整
        正""",
    UNIT: """元 元整 块 圆 角 万 万元 亿 人民币 rmb cny yuan""",
}
WORDS = {word: says for says, words in _WORDS.items() for word in words.split()}
LONGEST_CHINESE = max(len(word) for word in WORDS if not word.isascii())
