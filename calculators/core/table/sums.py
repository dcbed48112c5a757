"""Rows of totals: no orders, and their amounts are in the rows above."""

import re
from collections.abc import Sequence

from calculators.core.definition import Definition
from calculators.core.table.names import key, names_of

# A label longer than this is a remark.
_LONGEST = 40
# A count of rows, a mean and the like on their own: 共2条记录, 2 rows, avg, 总金额; no quantity, as
# 2件 is. Of keys.
_ALONE = re.compile(
    r"[共总计合]+\d+(?:条|单|笔|行|个|件|项|张)(?:记录|数据|订单|商品|明细)?"
    r"|\d+(?:条|单|笔|行|个|项)(?:记录|数据|订单|明细)"
    r"|(?:found|total)?\d+(?:rows?|records?|lines?|entries)(?:intotal|total)?"
    r"|(?:total|sum|average|avg|mean)(?:of)?(?:orders?|amounts?|paid|payments?|sales|rows?|quantity)?"
    r"|avg|median|rowcount"
    r"|(?:总|合计|共计|累计)(?:实付|应付|订单|销售|支付|成交|商品)?(?:金额|总额|额|数|数量|笔数|件数|单数)"
    r"|(?:订单|商品|记录)(?:总数|数|数量|总额|总金额)|行数|条数|笔数|计数|中位数|最大值|最小值"
)
# As others write the words: 合計, 總計.
_BESIDES = "計總匯數條筆個額條行中最"
_SIMPLE = str.maketrans("計總匯數條筆個額單訂", "计总汇数条笔个额单订")
# What counts rows or orders beside the word: 共2条, 总订单数：2, 合计：2单.
_COUNT = re.compile(r"[\d,.，:：]+|[条单笔行个件元]+$")


class SumRows:
    """Tells rows of totals by their labels."""

    def __init__(self, definition: Definition) -> None:
        self._words = frozenset(names_of(definition, "total_rows"))
        self._ends = tuple(word for word in self._words if len(word) > 1 and not word.isascii())
        letters = "".join(self._words) + _BESIDES
        # A search is twice as fast as a set of letters that each letter of a file is looked up in.
        self._letters = re.compile(f"[{re.escape(letters + letters.upper())}]")

    def may_be_in(self, text: str) -> bool:
        """Whether a label can stand in ``text``, the cells of a row one behind the other."""
        return self._letters.search(text) is not None

    def is_label(self, cell: str) -> bool:
        """Whether a cell says that its row is one: it consists of such a word or ends in one."""
        if not self._letters.search(cell) or len(text := cell.strip()) > _LONGEST:
            return False
        whole = key(text).translate(_SIMPLE)
        if _ALONE.fullmatch(whole):
            return True
        label = _COUNT.sub("", whole)
        return label in self._words or label.endswith(self._ends)

    def is_sum(self, row: Sequence[str], asked: frozenset[int], order: int | None) -> bool:
        """Whether a row is one of totals; ``asked`` are the columns that hold inputs.

        Where a column holds the orders' numbers, a row with a number is an order, whatever its
        product is called.
        """
        if order is not None and row[order].strip() and not self.is_label(row[order]):
            return False
        return any(self.is_label(cell) for at, cell in enumerate(row) if at not in asked)
