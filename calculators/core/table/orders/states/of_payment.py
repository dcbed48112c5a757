"""What a column of payments says of a payment though it does not name it: 处理中, declined."""

from calculators.core.inputs.normalising import bare
from calculators.core.table.columns.yes_or_no import answer_of
from calculators.core.table.orders.states.said import Said, phrases_of, said
from calculators.core.text.patterns import lazy_pattern

_OF = (
    r"(?:银行|转账|汇款|打款|付款|支付|收款|款项|货款|资金|凭证|线下|平台|财务|系统|商家|卖家|人工|订单"
    r"|交易|对方)*"
)
_NOT_YET = r"(?:[未待没]|尚未|还没|没有|等待|暂未)"
_DONE = (
    r"(?:处理|完成|确认|审核|核实|核销|验证|提交|成功|收到?|到账|入账|结清|付清|缴费?|缴纳|收讫"
    r"|收齐)"
)
_NOT_PAID = lazy_pattern(
    rf"{_OF}{_NOT_YET}{_OF}{_DONE}(?:收款|付款|支付|到账|款项?|货款)?"
    rf"|{_OF}(?:处理|确认|审核|核实|验证|收款|入账|到账|转账|进行)中"
    rf"|{_OF}(?:已经?|被)*(?:拒绝|驳回|拒付|撤回)"
)
_NOT_PAID_EN = lazy_pattern(
    r"(?:(?:payment|transfer|transaction|bank|order) )*(?:(?:is|was|has been|still|been) )*"
    r"(?:processing|in (?:process|progress|review)|under review|incomplete|uncollected|outstanding"
    r"|overdue|rejected|declined|refused|denied|withdrawn"
    r"|(?:await(?:ing)?|waiting(?: for)?|pending) (?:confirmation|approval|review|verification"
    r"|settlement|clearance|transfer|processing)"
    r"|not (?:yet )?(?:been )?(?:completed?|processed|received|confirmed|made|collected|cleared"
    r"|settled|done|successful))(?: payment)?"
)
_PAID = lazy_pattern(
    r"(?:款项|货款|全款)?(?:已经?|全部)+(?:收到?款?|收讫|到账|入账|缴费|缴纳|结清|付清|收齐)"
    r"|(?:收款|到账|缴费|入账)?(?:成功|完成)"
    r"|(?:payment )?(?:success(?:ful)?|succeeded|captured|settled|collected|cleared)"
)
# As a state, and no answer, it may say that nothing was asked for.
_NOTHING = {"无", "無"}


def said_of_payment(cell: str) -> Said:
    """What a cell of such a column says, with what it says of the payment alone.

    What was closed there was a payment that nobody made, as far as nothing else says that it was.
    """
    found, phrases = said(cell), phrases_of(cell)
    if found.unpaid or found.refunded:
        return found
    text = bare(cell).casefold()
    answer = "" if text in _NOTHING else answer_of(text, plainly=False)
    closed = found.closed and not found.order_closed
    not_paid = any(_NOT_PAID.fullmatch(each) or _NOT_PAID_EN.fullmatch(each) for each in phrases)
    if not_paid or closed or answer == "no":
        return found._replace(perhaps_unpaid=True)
    return found._replace(paid=found.paid or answer == "yes" or any(map(_PAID.fullmatch, phrases)))
