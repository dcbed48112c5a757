"""Remarks beside a table: who made it and when, what it is from, what to mind."""

import re
from collections.abc import Sequence

from calculators.core.inputs.normalising import LONGEST
from calculators.core.table.columns.descriptions import is_figure
from calculators.core.table.sums.labels import count_in, kind_of, plainly
from calculators.core.text.patterns import lazy_pattern

_WORDS = (
    r"(?:(?:报表|数据|文件|表格|订单|本表)?(?:导出|下载|打印|制表|填表|填报|编制|制作|生成|统计|更新|创建"
    r"|查询|截止|截至|提交|上报|签收|出表|制单|发布)"
    r"(?:时间|日期|人员?|者|账号|帐号|单位|部门|条件|周期|区间|范围|口径|方式|说明)?"
    r"|(?:审核|复核|审批|批准|核准|核对|经办|负责|操作|联系|记账|校对|监制|签发|抄送|录入)"
    r"(?:人员?|者|电话|方式|日期|时间)?|主管|经理|财务|会计|出纳|签[字名章]|盖章|公章"
    r"|日期|时间(?:范围|段|区间)?|筛选条件|数据(?:来源|口径|范围|说明|时间)?|来源|备\s?注|附?注|附(?:件|言|录)"
    r"|说明|备注说明|口径|(?:温馨|友情)?提示|注意(?:事项)?|(?:免责)?声明|店铺(?:名称?)?|门店|公司(?:名称)?"
    r"|企业名称|客服|(?:客服|联系)?电话|手机|地址|网址|邮箱|微信|单位|币种|版本(?:号)?|页码|文件名"
    r"|报表名称|表名"
    r"|(?:export|print|download|report|data|creat|generat|updat)(?:ed|ing|ion)?"
    r"(?: (?:at|on|by|from|date|time|period|day))*"
    r"|(?:prepared|checked|approved|reviewed|made|issued|signed|compiled|verified)"
    r"(?: (?:by|on|at))?"
    r"|notes?|nb|n\.b\.|ps|p\.s\.|remarks?|comments?|source|disclaimer|date|time|period|signature"
    r"|shop|store|company|contact|phone|unit|version|attention|important)"
)
_BEFORE = r"[\s#*※★◆●■·•\-—=~【\[({<]*+"
_REMARK = lazy_pattern(
    rf"{_BEFORE}(?:{_WORDS}\s?\d{{0,2}}[\s】\])}}>]*+(?:[:：=\s-]|(?=20\d\d)|$)"
    r"|(?:以[上下]|本[表报页文件]|此表|如有|请[勿注核及]|仅供|未经|数据由|由.{1,20}(?:导出|生成|提供))"
    r"|(?:this|these|the above|end of|all (?:amounts|prices|times)|generated|exported|printed"
    r"|please|for )\b)"
)
# 制表人：小王 says itself what it is.
_LABELLED = lazy_pattern(r"[^:：\d]{1,20}[:：]")
_MOMENT = lazy_pattern(r"\d[-/:.年月]\d{1,2}[-/:.月日]|\d[年月]|\d:\d\d|20\d{6}")


def begins_as_remark(cell: str) -> bool:
    """Whether a cell says of itself that it is a remark: 导出时间：2025-02-05, 以上数据仅供参考."""
    # No such word begins with a figure.
    return not "0" <= cell[:1] < ":" and bool(_REMARK.match(plainly(cell[:LONGEST])))


# Between brackets or marks, and what orders of a group have in common: 【11月11日应发】.
_MARKED = lazy_pattern(r"(?:[【\[《<「(（].{1,60}[】\]》>」)）]|([=*~※★◆■#-])\1*.{1,60}\1)[:：]?")
_OF_GROUP = lazy_pattern(
    r"[年月日号][^\d]|[月日]$|周[一二三四五六日天]|星期|礼拜|第.{1,4}[批组页部]|批次|[应待未需][该]?发|[前内]发货|发货(?:的|前|日|批)"
    r"|\b(?:due|batch|group|page|week|part|ship(?:ped|ping)? (?:on|by|before))\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_NUMBER = lazy_pattern(r"\d{9}")


def is_group_heading(cell: str) -> bool:
    """Whether a cell that stands alone in its row heads a group of orders, and is none of them."""
    text = cell[:LONGEST].strip()
    if not text or (text.isalnum() and text.isascii()) or _NUMBER.search(text):
        return False
    if _MARKED.fullmatch(text) and not text[1:-1].strip().isdigit():
        return True
    return bool(_OF_GROUP.search(text))


def is_labelled(cell: str) -> bool:
    """Whether a cell says what it is, whatever that may be."""
    return bool(_LABELLED.match(plainly(cell[:LONGEST])))


def is_label_of_sum(cell: str) -> bool:
    """Whether a cell may be the label of a row of totals."""
    return bool(kind_of(cell)) or count_in(cell) is not None


def are_remarks(filled: Sequence[str]) -> bool:
    """Whether the ``filled`` cells of a row say of themselves that they are remarks.

    Each is one or a moment, or all stand behind a label and none of them is an amount.
    """
    # Nearly all rows are told by their first cell.
    if not filled or not begins_as_remark(filled[0]):
        return False
    if any(map(is_label_of_sum, filled)):
        return False
    return not any(is_figure(cell) and not _MOMENT.search(cell) for cell in filled)
