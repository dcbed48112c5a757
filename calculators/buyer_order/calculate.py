"""Whether this buyer may place this order, and how many pieces are left to them. K-05."""

from dataclasses import dataclass

from calculators.core.inputs.fields import integer, positive_integer, yes_no
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Quantity, Span, number

FILES = Files(
    assumed=("bought", "blocked"),
    unset=("cumulative", "per_order", "minimum", "category_default", "stock"),
    kept_alone=True,
)

REASONS = ("blocked", "below_minimum", "above_per_order", "above_stock", "above_cumulative")


@dataclass(frozen=True)
class Inputs:
    """Limits, stock, pieces bought and ordered, all in pieces; whether the buyer is blocked."""

    cumulative: int | None = positive_integer(optional=True, unlimited=True, limit_of="buyer")
    per_order: int | None = positive_integer(
        optional=True, unlimited=True, limit_of="order", rare=True
    )
    minimum: int | None = positive_integer(optional=True, unlimited=True, rare=True)
    category_default: int | None = positive_integer(
        optional=True, unlimited=True, limit_of="order", shown_when=("per_order", ""), rare=True
    )
    stock: int | None = integer(optional=True, rare=True, none_of="stock")
    bought: int = integer(default="0", none_of="bought")
    quantity: int = positive_integer()
    blocked: bool = yes_no(default="no", rare=True)


@dataclass(slots=True)
class Outputs:
    """Whether and why not; pieces left (``None``: no limit), and whether too few to order."""

    allowed: bool = outputs.yes_no(headline=True, yes="good", no="bad")
    reasons: tuple[str, ...] = outputs.codes(*REASONS)
    remaining: int | None = outputs.integer()
    locked_out: bool = outputs.yes_no()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """Whether the order goes through, and how many pieces are left for this buyer after it."""
    del rules
    if not outputs.allowed:
        return Headline("no")
    if outputs.remaining is None:
        return Headline("yes")
    left = outputs.remaining - inputs.quantity
    return Headline("then", {"left": Quantity(left, "pieces")}) if left else Headline("last")


@dataclass(frozen=True)
class _Limits:
    """What holds for this buyer, in pieces; ``None``: unknown, or no limit."""

    minimum: int
    per_order: int | None
    remaining: int | None

    @property
    def locked_out(self) -> bool:
        return self.remaining is not None and self.remaining < self.minimum


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """Every limit that is known is checked; one that is broken refuses the order."""
    limits = _limits(inputs, rules)
    checks = (
        step("blocked" if inputs.blocked else "not_blocked", "blacklist"),
        _minimum(inputs, limits),
        *_per_order(inputs, limits),
        *_stock(inputs),
        *_cumulative(inputs, limits),
    )
    reasons = tuple(said.code for said in checks if said.code in REASONS)
    return Outcome(
        Outputs(not reasons, reasons, limits.remaining, limits.locked_out),
        (*checks, *_outlook(inputs, limits)),
        (*_warnings(inputs, limits), *_blocking(inputs, rules)),
        (excluded("period"), excluded("variants"), excluded("accounts")),
    )


def _limits(inputs: Inputs, rules: Rules) -> _Limits:
    """The limits in effect. More bought than a limit (lowered since) leaves nothing, not less."""
    limit = inputs.cumulative
    return _Limits(
        minimum=rules.integer("minimum_default") if inputs.minimum is None else inputs.minimum,
        per_order=inputs.category_default if inputs.per_order is None else inputs.per_order,
        remaining=None if limit is None else max(limit - inputs.bought, 0),
    )


def _minimum(inputs: Inputs, limits: _Limits) -> Message:
    return step(
        "below_minimum" if inputs.quantity < limits.minimum else "minimum_met",
        "minimum_default" if inputs.minimum is None else "minimum",
        quantity=inputs.quantity,
        minimum=limits.minimum,
    )


def _per_order(inputs: Inputs, limits: _Limits) -> tuple[Message, ...]:
    if limits.per_order is None:
        return ()
    code = "above_per_order" if inputs.quantity > limits.per_order else "per_order_met"
    values = {"quantity": inputs.quantity, "limit": limits.per_order}
    if inputs.per_order is not None:
        return (step(code, "per_order", **values),)
    category = step("per_order_category", "per_order_default", limit=limits.per_order)
    return (category, step(code, "per_order_default", **values))


def _stock(inputs: Inputs) -> tuple[Message, ...]:
    if inputs.stock is None:
        return ()
    code = "above_stock" if inputs.quantity > inputs.stock else "stock_met"
    return (step(code, "stock", quantity=inputs.quantity, stock=inputs.stock),)


def _cumulative(inputs: Inputs, limits: _Limits) -> tuple[Message, ...]:
    limit, remaining = inputs.cumulative, limits.remaining
    if limit is None or remaining is None:
        return (step("cumulative_unset", "cumulative_default"),)
    values = {"limit": limit, "bought": inputs.bought, "remaining": remaining}
    left = (
        step("over_bought", "over_bought", **values)
        if inputs.bought > limit
        else step("remaining", "cumulative", **values)
    )
    if inputs.quantity <= remaining:
        return (left,)
    return (left, step("above_cumulative", "cumulative", quantity=inputs.quantity, **values))


def _outlook(inputs: Inputs, limits: _Limits) -> tuple[Message, ...]:
    """What this buyer can order in one go, whatever was asked for."""
    minimum = limits.minimum
    if limits.remaining == 0:
        return (step("used_up", "cumulative"),)
    if limits.locked_out:
        return (step("locked_out", "locked_out", remaining=limits.remaining, minimum=minimum),)
    if inputs.blocked:
        return ()
    if inputs.stock == 0:
        return (step("sold_out", "stock"),)
    most = [each for each in (limits.per_order, inputs.stock, limits.remaining) if each is not None]
    if not most:
        return (step("possible_from", "together", minimum=minimum),)
    if min(most) < minimum:
        return (step("none_possible", "together", minimum=minimum, most=min(most)),)
    return (step("possible", "together", quantity=Span(minimum, min(most))),)


def _warnings(inputs: Inputs, limits: _Limits) -> tuple[Message, ...]:
    chosen = (inputs.minimum, inputs.per_order, inputs.cumulative)
    filled = [each for each in chosen if each is not None]
    found = []
    if filled != sorted(filled):
        found.append(warning("limits_clash", "order"))
    if limits.per_order is None:
        found.append(warning("per_order_unknown", "per_order_default"))
    if inputs.stock is None:
        found.append(warning("stock_unknown", "stock"))
    return tuple(found)


def _blocking(inputs: Inputs, rules: Rules) -> tuple[Message, ...]:
    """What a block may cost; since when it does is not known, the first text is that of a day."""
    key = "block_needs_cause"
    if not inputs.blocked or key not in rules:
        return ()
    percent = number(rules.decimal("block_share"))
    amounts = Span(rules.decimal("block_minimum"), rules.decimal("block_maximum"))
    return (warning(key, key, percent=percent, amounts=amounts),)
