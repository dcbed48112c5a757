"""Whether a status says that an order has not left: that it waits, or what is done before that."""

from calculators.core.table.orders.states.paid import says_paid, says_unpaid
from calculators.core.text.patterns import lazy_pattern

_BEFORE_LEAVING = (
    r"(?:发货|发出|寄[出件]|出[库仓货]|揽[收件]?|交[运寄]|备货|备料|配货|拣货|打包|包装|打单|打印|[接派]单|[初复终财客]?审核?|确认|处理|推送"
    r"|下发|分配|验货|质检|称重|扫描|生产|制作|定制|加工|补货|采购|到货|入仓|仓库?$|合单|发运|排[单产期]|导单)"
)
_WAITING = lazy_pattern(
    rf"(?:[未没待]|没有|等待|等候|还没|尚无)(?:买家|卖家|商家|仓库|系统|人工|客服|平台|快递|物流|完成|被|外仓|云仓|供应商|供销商|分销商|厂家|工厂|递交|选|分)*"
    rf"(?:{_BEFORE_LEAVING}|发$)"
    rf"|{_BEFORE_LEAVING}中"
    r"|已经?(?:支付|付款|下单|审核?|[财客]审|通过审核|接单|派单|确认(?!收货)|打单|打印|配货|拣货|打包|备货|推送|下发|分配|验货|质检|称重|排产)"
    r"|(?:审核|打印|打单|配货|拣货|打包|备货|下单|接单)(?:已经?)?(?:通过|成功|完成|完毕)"
    r"|成团|拼团中|待(?:快递|物流)取件|缺货|断货|无货|预售|预订|备货|催发|新订?单|新建|(?:暂停|延[迟期]|暂缓|推迟|超时未?)发货|挂起"
)
_PARTLY = lazy_pattern(r"部分|一部|一半|\bpart(?:s|ly|ial|ially)?\b")
_WAITING_EN = lazy_pattern(
    r"\b(?:un ?(?:fulfilled|shipped|dispatched|sent)|waitsellersend|new|open|processing|in process"
    r"|in progress|pre ?par(?:ing|ed)|packing|packed|picking|printed|on ?hold|hold"
    r"|back ?order(?:ed)?"
    r"|pre ?order(?:ed)?|in production|out of stock|confirmed|accepted(?! by)|approved|placed"
    r"|not(?: yet)?(?: been)? (?:shipped|dispatched|sent|fulfilled|collected|picked up|packed"
    r"|processed)"
    r"|(?:to|yet to) be (?:shipped|dispatched|sent|fulfilled|packed|processed|collected)"
    r"|(?:await(?:ing)?|wait(?:ing|s)?(?: for)?|pending|ready for) (?:ship(?:ment|ping)?|dispatch"
    r"|fulfil\w*|process(?:ing)?|pack(?:ing)?|pick(?:ing)?|collection|courier|carrier|stock"
    r"|production|approval|confirmation|review|seller|warehouse)"
    r"|(?:ready )?to (?:ship|dispatch|fulfil\w*|process|pack|pick)"
    r"|label (?:(?:is|was|has|been) )*(?:created|printed|purchased)|order (?:received|created)"
    r"|seller stock out)\b"
    r"|^(?:pending|created|hold|picked|allocated|released|pre transit)$"
)


def says_waiting(phrase: str) -> bool:
    """Whether an order has not left; of one that left in part no phrase says so."""
    if _PARTLY.search(phrase):
        return False
    if says_paid(phrase) or says_unpaid(phrase):
        return True
    return bool(_WAITING.search(phrase) or _WAITING_EN.search(phrase))
