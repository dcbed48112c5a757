"""Limits as people write them: ``每人限3件``, ``3份/单``, ``max 3``."""

import re
from collections.abc import Mapping

from calculators.core.text.patterns import lazy_pattern

_BUYER = r"(?:人|[位名个]?(?:买家|用户|客户|顾客)|[位名]|个?(?:账号|账户|id))"
_ORDER = r"(?:单次|单|次|笔|个?订单)"
_BUYER_IN_LETTERS = r"(?:person|buyer|customer|user|account|id)"
_ORDER_IN_LETTERS = r"(?:order|purchase)"
# By whom or in what, before the count and behind it.
_TOLD: Mapping[str, tuple[str, str]] = {
    "buyer": (
        rf"[每一]{_BUYER}(?:累计|总共|一共|共)?|累计|总共|一共",
        rf"[/每]\s?{_BUYER}|(?:/|per|each|a)\s?{_BUYER_IN_LETTERS}",
    ),
    "order": (
        rf"[每一]{_ORDER}|单[次笔]",
        rf"[/每]\s?{_ORDER}|(?:/|per|each|an|a)\s?{_ORDER_IN_LETTERS}",
    ),
}
_MOST = (
    r"限购?|限量|最多(?:可?购?买)?|至多|不超过|上限|<=|[≤≦]"
    r"|max(?:imum)?(?: of)?|limit(?:ed)?(?: to| of)?|up to|at most|no more than"
)
_WRITTEN = {
    limit: lazy_pattern(
        rf"(?:{before})?+\s?+(?:{_MOST})?+\s?+:?+\s?+"
        rf"(?P<count>[^\s/:每a-z][^/:每]{{0,19}}?)\s?(?:以内|以下|之内|封顶)?\s?(?:{behind})?",
        re.IGNORECASE,
    )
    for limit, (before, behind) in _TOLD.items()
}


def count(text: str, limit_of: str) -> str:
    """The count in a limit of a ``buyer`` or of an ``order``; the text where it is no such limit.

    What is said of an order is none of a buyer, and the other way round.
    """
    found = _WRITTEN[limit_of].fullmatch(text)
    return found["count"] if found else text
