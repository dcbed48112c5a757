"""The money needed to open a shop: what is spent, what is only tied up. K-03, K-17."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.core.fields import choice, integer, money, money_list
from calculators.core.outcome import Outcome, Said, excluded, output, step, warning
from calculators.core.rules import Rules
from calculators.core.wording import Span


@dataclass(frozen=True)
class Inputs:
    """Amounts in yuan; a deposit a category; orders a day, cost of one, days until paid back."""

    equipment: Decimal = money(default="0")
    licence: str = choice("self", "agent", default="self")
    agent_fee: Decimal = money(default_rule="agent_fee")
    deposits: tuple[Decimal, ...] = money_list()
    orders_per_day: int = integer(maximum=1_000_000, default="0")
    cost_per_order: Decimal = money(default="0")
    payback_days_low: int = integer(minimum=1, maximum=365, default_rule="payback_low")
    payback_days_high: int = integer(
        minimum=1, maximum=365, default_rule="payback_high", follows="payback_days_low"
    )


@dataclass(frozen=True)
class Outputs:
    """All in yuan. Low and high follow the two payback times; a gap may be negative."""

    licence_cost: Decimal = output("money")
    deposit: Decimal = output("money")
    working_capital_low: Decimal = output("money", up_to="working_capital_high")
    working_capital_high: Decimal = output("money")
    sunk: Decimal = output("money")
    refundable: Decimal = output("money")
    total_low: Decimal = output("money", headline=True, up_to="total_high", over="orders_per_day")
    total_high: Decimal = output("money")
    gap_low: Decimal = output("money", up_to="gap_high")
    gap_high: Decimal = output("money")


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """Equipment and licence are spent; the deposit comes back; working capital goes round."""
    licence = inputs.agent_fee if inputs.licence == "agent" else rules.decimal("licence_self")
    deposit = max(inputs.deposits)
    a_day = inputs.orders_per_day * inputs.cost_per_order
    low, high = a_day * inputs.payback_days_low, a_day * inputs.payback_days_high
    sunk = inputs.equipment + licence
    total_low, total_high = sunk + deposit + low, sunk + deposit + high
    claimed = rules.decimal("claimed_total")

    outputs = Outputs(
        licence_cost=licence,
        deposit=deposit,
        working_capital_low=low,
        working_capital_high=high,
        sunk=sunk,
        refundable=deposit,
        total_low=total_low,
        total_high=total_high,
        gap_low=claimed - total_high,
        gap_high=claimed - total_low,
    )
    return Outcome(
        outputs,
        _steps(inputs, outputs, claimed),
        _warnings(inputs, outputs, rules),
        (excluded("floating_deposit"), excluded("running_costs"), excluded("deductions")),
    )


def _steps(inputs: Inputs, outputs: Outputs, claimed: Decimal) -> tuple[Said, ...]:
    by_agent = inputs.licence == "agent"
    return (
        step(
            "licence_agent" if by_agent else "licence_self",
            "agent_fee" if by_agent else "licence_self",
            cost=outputs.licence_cost,
        ),
        step("sunk", "parts", equipment=inputs.equipment, sunk=outputs.sunk),
        step("deposit", "deposit_highest", deposits=inputs.deposits, deposit=outputs.deposit),
        _working_capital(inputs, outputs),
        step("total", "parts", total=Span(outputs.total_low, outputs.total_high)),
        step("gap", "claimed_total", claimed=claimed, gap=Span(outputs.gap_low, outputs.gap_high)),
    )


def _working_capital(inputs: Inputs, outputs: Outputs) -> Said:
    capital = Span(outputs.working_capital_low, outputs.working_capital_high)
    if not capital.high:
        return step("no_working_capital", "working_capital", capital=capital)
    return step(
        "working_capital",
        "working_capital",
        orders=inputs.orders_per_day,
        cost=inputs.cost_per_order,
        days=Span(inputs.payback_days_low, inputs.payback_days_high),
        capital=capital,
    )


def _warnings(inputs: Inputs, outputs: Outputs, rules: Rules) -> tuple[Said, ...]:
    low, high = rules.decimal("deposit_low"), rules.decimal("deposit_high")
    found = []
    if any(not low <= deposit <= high for deposit in inputs.deposits):
        found.append(warning("deposit_outside_article", "deposit_low", usual=Span(low, high)))
    if outputs.working_capital_high > 0:
        found.append(warning("no_inventory", "no_inventory"))
    return tuple(found)
