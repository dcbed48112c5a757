"""Words for what orders come to, what is left of that or taken from it, in both languages."""

from calculators.core.table.sums.labels import plainly
from calculators.core.text.patterns import lazy_pattern

_LONGEST = 30
_REMAINDER = lazy_pattern(
    r"(?:[本当上][月日周年期页季次店]|全[年月店]|最终|最后|实际|减去?|加上?|其中|扣除?|已|总|净|毛|应)*"
    r"(?:净额|净收入?|净利润?|净赚|毛利润?|利润|收入|支出|实[收付际到得]|应[付收扣退得]|结[余存]|余[额款]|盈[余利亏]|亏损|扣[款除掉]?|差额"
    r"|营收|营业[额款]|销售[额款]?|成交[额款]?|交易额|订单额|流水|业绩|进账|入账|货款"
    r"|抵扣|剩余?|还剩|到手|退款后|退款|扣后|扣除后|税[后前费]?|手续费|服务费|佣金|运费|成本|押金|定金|订金|欠款?|未[付收])"
    r"(?:金额|总额|额|款项?|收入|数|部分)?"
    r"|gmv|(?:total )?(?:sales|revenue|turnover|takings|proceeds)"
    r"|(?:net|gross)(?: (?:amount|total|income|revenue|sales|profit))?|profit|balance"
    r"|remaining|remainder|received|payable|receivable|(?:amount )?due|deductions?|deducted"
    r"|after refunds?|(?:less|minus|plus) [a-z ]{1,20}|refunds?|fees?|commissions?|paid out|payout",
)


def is_remainder(cell: str) -> bool:
    """Whether a cell says no more than that: 净额, 本月实收, GMV."""
    text = plainly(cell[: _LONGEST + 1]).strip(" \t\r\n:：=（）()")
    return len(text) <= _LONGEST and bool(_REMAINDER.fullmatch(text))
