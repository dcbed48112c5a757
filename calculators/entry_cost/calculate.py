"""The money needed to open a shop: what is spent, what is only tied up. K-03, K-17, F-26, F-29."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from calculators.core.arithmetic.money import NOTHING, percent_of, round_money
from calculators.core.inputs.errors import ErrorDetails, InputError, ValidationError
from calculators.core.inputs.fields import choice, integer, money, money_list, yes_no
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.outcome.pictures import Parts
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Span, number

NO_DEPOSIT = "required"

# The stock to pay for is most of the money, and a form begins with none.
FILES = Files(
    asked=("deposits", "trial_orders", "trial_turnover", "orders_per_day", "cost_per_order"),
    instead={"deposits": ("monthly_gmv",)},
    idle_with={
        "orders_per_day": {"cost_per_order": "0"},
        "cost_per_order": {"orders_per_day": "0"},
    },
    assumed=(
        "equipment",
        "licence",
        "agent_fee",
        "risk_shop",
        "trial",
        "payback_days_low",
        "payback_days_high",
    ),
    only_with={"agent_fee": "licence", "trial_orders": "trial", "trial_turnover": "trial"},
    unset=("deposits", "experience"),
)


PICTURE = Parts(("refundable", "working_capital_low", "sunk"))


@dataclass(frozen=True)
class Inputs:
    """Amounts in yuan; orders a day, cost of one, days until paid back; how the shop stands.

    ``deposits`` are those of all categories, since 2026-05-09 of the special base categories
    alone; ``monthly_gmv`` is what buyers paid in the last calendar month. Orders and turnover of a
    trial count from its first day.
    """

    equipment: Decimal = money(default="0", rare=True)
    licence: str = choice("self", "agent", default="self", rare=True)
    agent_fee: Decimal = money(default_rule="agent_fee", shown_when=("licence", "agent"), rare=True)
    monthly_gmv: Decimal | None = money(optional=True)
    deposits: tuple[Decimal, ...] | None = money_list(optional=True, rare=True)
    experience: tuple[Decimal, ...] | None = money_list(optional=True, rare=True)
    risk_shop: bool = yes_no(default="no", rare=True)
    trial: bool = yes_no(default="no", rare=True)
    trial_orders: int = integer(unit="orders", default="0", shown_when=("trial", "yes"), rare=True)
    trial_turnover: Decimal = money(default="0", shown_when=("trial", "yes"), rare=True)
    orders_per_day: int = integer(unit="orders", maximum=1_000_000, default="0")
    cost_per_order: Decimal = money(default="0")
    payback_days_low: int = integer(
        minimum=1, maximum=365, unit="days", default_rule="payback_low", rare=True
    )
    payback_days_high: int = integer(
        minimum=1,
        maximum=365,
        unit="days",
        default_rule="payback_high",
        follows="payback_days_low",
        rare=True,
    )

    @property
    def special(self) -> tuple[Decimal, ...]:
        """The deposits of special base categories; beside a turnover, 0 is how none is written."""
        deposits = self.deposits or ()
        return deposits if self.monthly_gmv is None or any(deposits) else ()

    @classmethod
    def derived(cls, given: Mapping[str, object]) -> dict[str, InputError]:
        """From neither deposits nor a turnover no deposit follows on any day."""
        nothing = given["deposits"] is None and given["monthly_gmv"] is None
        return {"deposits": InputError(NO_DEPOSIT)} if nothing else {}


@dataclass(slots=True)
class Outputs:
    """All in yuan. Low and high follow the two payback times; a gap may be negative."""

    licence_cost: Decimal = outputs.money()
    deposit: Decimal = outputs.money()
    experience_deposit: Decimal = outputs.money()
    working_capital_low: Decimal = outputs.money(up_to="working_capital_high")
    working_capital_high: Decimal = outputs.money()
    sunk: Decimal = outputs.money()
    refundable: Decimal = outputs.money()
    total_low: Decimal = outputs.money(headline=True, up_to="total_high", over="orders_per_day")
    total_high: Decimal = outputs.money()
    gap_low: Decimal = outputs.money(up_to="gap_high")
    gap_high: Decimal = outputs.money()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """The sum, and what of it comes back."""
    del inputs, rules
    parts = {
        "comes_back": outputs.refundable,
        "goes_round": outputs.working_capital_high,
        "spent": outputs.sunk,
    }
    codes = [code for code, amount in parts.items() if amount]
    if not codes:
        return Headline("nothing")
    if codes == ["comes_back"]:
        return Headline("refundable")
    return Headline("parts", {"parts": tuple(Headline(each) for each in codes)})


def by_highest(inputs: Inputs, rules: Rules) -> Outcome:
    """Until 2026-05-08: with several categories the highest deposit, whatever the turnover."""
    if not inputs.deposits:
        # A turnover says nothing here, and the day is known here alone.
        raise ValidationError([ErrorDetails("deposits", NO_DEPOSIT)])
    deposit = max(inputs.deposits)
    outputs = _outputs(inputs, deposit, NOTHING, rules)
    told = step("deposit", "deposit_highest", deposits=inputs.deposits, deposit=deposit)
    return Outcome(
        outputs,
        (*_spent(inputs, outputs), told, *_working_capital(inputs, outputs), *_sum(outputs, rules)),
        (
            *_outside_article(inputs.deposits, rules),
            *_maybe_by_turnover(rules),
            *_inventory(outputs),
        ),
        (excluded("floating_deposit"), excluded("running_costs"), excluded("deductions")),
    )


def by_turnover(inputs: Inputs, rules: Rules) -> Outcome:
    """From 2026-05-09: a base deposit by turnover or special category, and an experience deposit.

    A trial pays neither while it lasts.
    """
    base, base_told = _base(inputs, rules)
    experience, experience_told = _experience(inputs, base, rules)
    ends = _ends_of_trial(inputs, experience, rules) if inputs.trial else ()
    goes_on = inputs.trial and not ends
    deposit = NOTHING if goes_on else base
    outputs = _outputs(inputs, deposit, experience, rules)
    told = _trial(inputs, base, rules) if goes_on else (*ends, base_told, *experience_told)
    return Outcome(
        outputs,
        (
            *_spent(inputs, outputs),
            *told,
            *_refundable(outputs),
            *_settlement(outputs, rules, trial=goes_on),
            *_working_capital(inputs, outputs),
            *_sum(outputs, rules),
        ),
        (
            *_trial_warnings(inputs, rules, goes_on=goes_on),
            *_too_soon(inputs, outputs, rules, trial=goes_on),
            *_inventory(outputs),
        ),
        (
            excluded("raised", "raised"),
            excluded("own_rules"),
            excluded("running_costs"),
            excluded("deductions"),
        ),
    )


def _outputs(inputs: Inputs, deposit: Decimal, experience: Decimal, rules: Rules) -> Outputs:
    """Equipment and licence are spent, deposits come back, working capital goes round."""
    licence = inputs.agent_fee if inputs.licence == "agent" else rules.decimal("licence_self")
    a_day = inputs.orders_per_day * inputs.cost_per_order
    low, high = a_day * inputs.payback_days_low, a_day * inputs.payback_days_high
    sunk, refundable = inputs.equipment + licence, deposit + experience
    total_low, total_high = sunk + refundable + low, sunk + refundable + high
    claimed = rules.decimal("claimed_total")
    return Outputs(
        licence_cost=licence,
        deposit=deposit,
        experience_deposit=experience,
        working_capital_low=low,
        working_capital_high=high,
        sunk=sunk,
        refundable=refundable,
        total_low=total_low,
        total_high=total_high,
        gap_low=claimed - total_high,
        gap_high=claimed - total_low,
    )


def _spent(inputs: Inputs, outputs: Outputs) -> tuple[Message, ...]:
    by_agent = inputs.licence == "agent"
    return (
        step(
            "licence_agent" if by_agent else "licence_self",
            "agent_fee" if by_agent else "licence_self",
            cost=outputs.licence_cost,
        ),
        step("sunk", "parts", equipment=inputs.equipment, sunk=outputs.sunk),
    )


def _base(inputs: Inputs, rules: Rules) -> tuple[Decimal, Message]:
    """The base deposit of a shop that is no trial: that of a special category replaces the class.

    The text does not say what several special ones come to; the highest is taken.
    """
    if inputs.special:
        deposit = max(inputs.special)
        if len(inputs.special) == 1:
            return deposit, step("special_base", "special_base", deposit=deposit)
        values = {"deposits": inputs.special, "deposit": deposit}
        return deposit, step("special_highest", "special_highest", **values)
    deposit = rules.decimal(_turnover_class(inputs, rules))
    return deposit, _turnover_told(inputs, deposit, rules)


def _turnover_class(inputs: Inputs, rules: Rules) -> str:
    """The rule with the base deposit that goes with the turnover; a new shop has none yet."""
    turnover = inputs.monthly_gmv or NOTHING
    if turnover <= rules.decimal("turnover_low_up_to"):
        return "base_low"
    return "base_middle" if turnover <= rules.decimal("turnover_middle_up_to") else "base_high"


def _turnover_told(inputs: Inputs, deposit: Decimal, rules: Rules) -> Message:
    base, values = _turnover_class(inputs, rules), {"turnover": inputs.monthly_gmv}
    if base == "base_high":
        limit = rules.decimal("turnover_middle_up_to")
        return step("turnover_above", base, limit=limit, deposit=deposit, **values)
    limit = rules.decimal("turnover_low_up_to" if base == "base_low" else "turnover_middle_up_to")
    return step("turnover_up_to", base, limit=limit, deposit=deposit, **values)


def _experience(inputs: Inputs, base: Decimal, rules: Rules) -> tuple[Decimal, tuple[Message, ...]]:
    """The experience deposit: that of a special category, else twice the base of a risk shop."""
    entered = inputs.experience or (NOTHING,)
    special = max(entered)
    if special:
        values = {"deposits": entered, "deposit": special}
        several = len(entered) > 1
        told = (
            step("experience_highest", "experience_highest", **values)
            if several
            else step("experience", "experience", deposit=special)
        )
        both = (step("experience_prevails", "experience_prevails"),) if inputs.risk_shop else ()
        return special, (told, *both)
    if not inputs.risk_shop:
        return NOTHING, ()
    # Where a special base deposit applies, the text lets a fixed amount stand for the base here.
    counted = rules.decimal("special_counts_as") if inputs.special else base
    percent = rules.decimal("risk_share")
    deposit = round_money(percent_of(counted, percent))
    values = {"base": counted, "times": number(percent / 100), "deposit": deposit}
    if inputs.special:
        return deposit, (step("risk_special", "special_counts_as", **values),)
    return deposit, (step("risk_shop", "risk_share", **values),)


def _ends_of_trial(inputs: Inputs, experience: Decimal, rules: Rules) -> tuple[Message, ...]:
    """Why a trial is over, or cannot be had; nothing where it goes on."""
    orders, most = inputs.trial_orders, rules.integer("trial_orders")
    turnover, limit = _turnover_in_all(inputs), rules.decimal("trial_turnover")
    reasons = (
        (orders > most, step("trial_orders_over", "trial_orders", orders=orders, most=most)),
        (
            turnover > limit,
            step("trial_turnover_over", "trial_turnover", turnover=turnover, limit=limit),
        ),
        (bool(inputs.special), step("trial_special", "trial_special")),
        (bool(experience), step("trial_experience", "trial_experience")),
    )
    return tuple(said for ends, said in reasons if ends)


def _turnover_in_all(inputs: Inputs) -> Decimal:
    """A trial's turnover in all; it cannot be less than that of the last month."""
    return max(inputs.trial_turnover, inputs.monthly_gmv or NOTHING)


def _trial(inputs: Inputs, base: Decimal, rules: Rules) -> tuple[Message, ...]:
    values = {
        "orders": inputs.trial_orders,
        "most": rules.integer("trial_orders"),
        "turnover": _turnover_in_all(inputs),
        "limit": rules.decimal("trial_turnover"),
    }
    days = rules.integer("trial_top_up")
    after = step("after_trial", "trial_top_up", deposit=base, days=days)
    return step("trial", "trial_orders", **values), after


def _trial_warnings(inputs: Inputs, rules: Rules, *, goes_on: bool) -> tuple[Message, ...]:
    if not inputs.trial:
        return ()
    if not goes_on:
        days = rules.integer("trial_top_up")
        return (warning("trial_over", "trial_top_up", days=days),)
    violations = rules.integer("trial_violations")
    return (warning("trial_limits", "trial_violations", violations=violations),)


def _refundable(outputs: Outputs) -> tuple[Message, ...]:
    refundable = outputs.refundable
    return (step("refundable", "refund", refundable=refundable),) if refundable else ()


def _settlement(outputs: Outputs, rules: Rules, *, trial: bool) -> tuple[Message, ...]:
    """When the platform settles; what the days until paid back are, the article only estimates."""
    if not outputs.working_capital_high:
        return ()
    if trial:
        return (step("settlement_trial", "settle_trial", days=rules.integer("settle_trial")),)
    values = {
        "short": rules.integer("settle_short"),
        "limit": rules.integer("after_sale_short"),
        "long": rules.integer("settle_long"),
    }
    return (step("settlement", "settle_short", **values),)


def _too_soon(
    inputs: Inputs, outputs: Outputs, rules: Rules, *, trial: bool
) -> tuple[Message, ...]:
    """Money is not paid back before it is settled."""
    key = "settle_trial" if trial else "settle_short"
    days = rules.integer(key)
    if not outputs.working_capital_high or inputs.payback_days_low > days:
        return ()
    return (warning("payback_too_soon", key, days=days, entered=inputs.payback_days_low),)


def _working_capital(inputs: Inputs, outputs: Outputs) -> tuple[Message, ...]:
    capital = Span(outputs.working_capital_low, outputs.working_capital_high)
    if not capital.high:
        return (step("no_working_capital", "working_capital", capital=capital),)
    return (
        step(
            "working_capital",
            "working_capital",
            orders=inputs.orders_per_day,
            cost=inputs.cost_per_order,
            days=Span(inputs.payback_days_low, inputs.payback_days_high),
            capital=capital,
        ),
    )


def _sum(outputs: Outputs, rules: Rules) -> tuple[Message, ...]:
    claimed = rules.decimal("claimed_total")
    return (
        step("total", "parts", total=Span(outputs.total_low, outputs.total_high)),
        step("gap", "claimed_total", claimed=claimed, gap=Span(outputs.gap_low, outputs.gap_high)),
    )


def _outside_article(deposits: tuple[Decimal, ...], rules: Rules) -> tuple[Message, ...]:
    low, high = rules.decimal("deposit_low"), rules.decimal("deposit_high")
    if all(low <= deposit <= high for deposit in deposits):
        return ()
    return (warning("deposit_outside_article", "deposit_low", usual=Span(low, high)),)


def _maybe_by_turnover(rules: Rules) -> tuple[Message, ...]:
    """Since when the deposit goes by turnover is not known."""
    key = "maybe_by_turnover"
    return (warning(key, key),) if key in rules else ()


def _inventory(outputs: Outputs) -> tuple[Message, ...]:
    return (warning("no_inventory", "no_inventory"),) if outputs.working_capital_high > 0 else ()
