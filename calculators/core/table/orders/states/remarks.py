"""What stands beside the states of an order: why it was closed, what was asked for after the sale.

Neither tells what has become of an order, but both tell what its states mean.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from calculators.core.table import cells
from calculators.core.table.columns.beside_inputs import ASKED_FOR, CLOSING, ITEM_STATUS, STATUS
from calculators.core.table.orders.states.never_paid import says_never_paid, says_rest_never_paid
from calculators.core.text.patterns import lazy_pattern

_LONGEST = 40
# Where it is said why an order was closed.
_CLOSED = (CLOSING, STATUS, ITEM_STATUS)
# What ends an exchange ends no order, nor does what gives a part back.
_NO_REFUND = lazy_pattern(
    r"换货|换新|补[寄发]|维修|返修|价保|保价|部分|运费|邮费|退邮|差价|补差|小额|打款|价格保护|赔付|补偿|发票|投诉|咨询|安装|保修|取消"
    r"|\b(?:exchange|replace(?:ment)?|repair|resen[dt]|reship|part|freight|shipping|price|cancel)",
    re.IGNORECASE,
)
_REFUND = lazy_pattern(r"退[款货单]|\brefund|\breturn", re.IGNORECASE)


class Remarks(NamedTuple):
    """``never_paid``: the order was closed for that; ``no_refund``: no refund was asked for.

    ``rest_never_paid``: the rest of a presale order was not, whatever was paid before. ``refund``:
    one was asked for.
    """

    never_paid: bool = False
    rest_never_paid: bool = False
    no_refund: bool = False
    refund: bool = False


def remarks_of(names: Sequence[str], texts: Sequence[str]) -> Remarks:
    """What the cells say, of the columns that tell what ``names`` say."""
    told = [(name, text) for name, text in zip(names, texts, strict=True) if cells.bare(text)]
    asked = [text[:_LONGEST] for name, text in told if name == ASKED_FOR]
    no_refund = any(map(_NO_REFUND.search, asked))
    return Remarks(
        any(name == CLOSING and says_never_paid(text) for name, text in told),
        any(name in _CLOSED and says_rest_never_paid(text) for name, text in told),
        no_refund,
        not no_refund and any(map(_REFUND.search, asked)),
    )
