"""What a status may speak of beside the order itself: a part of it, or another thing.

That a commission was given back, a coupon has expired or a pickup was cancelled undoes no order.
"""

# Given back without the order: Chinese, and English as small words.
_GIVEN_BACK = (
    r"(?:佣金?|(?<![免消退])费用?|运费险|保险金?|差[价额]|价保|保价|价格保护|买贵(?:必赔)?|赠品|赠送品|礼品|小样|配件"
    r"|押金|定金|订金|保证金|体验金|优惠|券|红包|积分|金币|返现|返利|补贴|补偿|赔付|赔款|罚款|扣款|税款?|税额|溢价"
    r"|多[付收](?:款项?)?|小额|一半|半额|少件|缺件)"
)
_GIVEN_BACK_EN = (
    r"(?:shipping|freight|postage|delivery|commissions?|gifts?|freebies?|deposits?|difference"
    r"|coupons?|vouchers?|points|tax(?:es)?|fees?|dut(?:y|ies)|protection|match|surcharges?"
    r"|insurance|tips?|half|cashback|rebates?|subsid(?:y|ies)|adjustments?|compensation)"
)
# Closed without the order.
_CLOSED = (
    r"(?:运单|物流单|快递单?|面单|揽[收件]|取件|上门|赠品|赠送品|礼品|小样|配件|券|红包|积分|活动|直播间?|代付|催发?货?|加急"
    r"|锁定|挂起|退件|(?:发货|收货|付款|支付)?提醒|收藏|关注|备注|评价|开票|返修|维修|工单|客诉|自动确认(?:收货)?|定时发货"
    r"|延长收货|延迟发货|退差价|标记|佣金|保险|运费险|保价)"
)
_CLOSED_EN = (
    r"(?:labels?|waybills?|pick ?ups?|collection|gifts?|freebies?|coupons?|vouchers?|points"
    r"|promotions?|campaigns?|reminders?|insurance|commissions?|subscriptions?)"
)
_WAS = r"(?: (?:is|was|were|has|have|had|been|already|fully|cost|costs|charges?|amount|payment))*"
_ARTICLE = r"(?:(?:the|this|that|a|an|his|her|their|its|only|for|of) )*"

# At the end of what stands before the word.
GIVEN_BACK_BEFORE = (
    rf"(?<![含和及与同括连]){_GIVEN_BACK}"
    r"(?:的|已经?|被|全部|全额|成功|退货|金额|款|缺货|破损|漏发|未发|少发)*$"
)
GIVEN_BACK_BEFORE_EN = rf"\b{_GIVEN_BACK_EN}{_WAS} $"
CLOSED_BEFORE = (
    rf"{_CLOSED}(?:号|服务|申请|任务)?(?:被|已经?|自动|超时|买家|卖家|商家|用户|平台|系统)*$"
)
CLOSED_BEFORE_EN = rf"\b{_CLOSED_EN}{_WAS} $"
# At the beginning of what stands behind it.
GIVEN_BACK_AFTER = rf"[-:/]?了?退?{_GIVEN_BACK}[^已返还]{{0,6}}$"
GIVEN_BACK_AFTER_EN = rf" {_ARTICLE}{_GIVEN_BACK_EN}\b"
CLOSED_AFTER = rf"了?(?:该|此|本)?(?:订单|交易)?的?{_CLOSED}"
CLOSED_AFTER_EN = rf" {_ARTICLE}{_CLOSED_EN}\b"
# A phrase of its own.
GIVEN_BACK_ALONE = rf"仅?退?{_GIVEN_BACK}(?:退款)?|(?:only )?{_GIVEN_BACK_EN}(?: only| refund)?"
