"""Whether a product's purchase limits fit together, and what holds where one is empty. K-04."""

from dataclasses import dataclass

from calculators.core.inputs.fields import integer, positive_integer
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Span

FILES = Files(unset=("cumulative", "per_order", "minimum", "category_default", "stock"))


@dataclass(frozen=True)
class Inputs:
    """Numbers of pieces, all optional: a limit that is left empty is not set."""

    cumulative: int | None = positive_integer(optional=True, unlimited=True, limit_of="buyer")
    per_order: int | None = positive_integer(optional=True, unlimited=True, limit_of="order")
    minimum: int | None = positive_integer(optional=True, unlimited=True)
    category_default: int | None = positive_integer(
        optional=True, unlimited=True, limit_of="order", shown_when=("per_order", ""), rare=True
    )
    stock: int | None = integer(optional=True, rare=True, none_of="stock")


@dataclass(slots=True)
class Outputs:
    """Whether the limits are valid, what breaks, and the limits in effect (``None``: no limit)."""

    valid: bool = outputs.yes_no(headline=True, yes="good", no="bad")
    violations: tuple[str, ...] = outputs.codes(
        "per_order_above_cumulative", "minimum_above_per_order", "minimum_above_cumulative"
    )
    effective_cumulative: int | None = outputs.integer()
    effective_per_order: int | None = outputs.integer()
    effective_minimum: int = outputs.integer()
    largest_order: int | None = outputs.integer()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """Whether the console takes the limits, and what a buyer can order by them."""
    del inputs, rules
    if not outputs.valid:
        return Headline("no")
    if outputs.largest_order is None:
        return Headline("open")
    if outputs.largest_order < outputs.effective_minimum:
        return Headline("cannot_buy", tone="bad")
    return Headline("yes", {"pieces": Span(outputs.effective_minimum, outputs.largest_order)})


def fix(inputs: Inputs, outputs: Outputs, rules: Rules) -> dict[str, str]:
    """The limits cut to those above them, so that they can be saved and somebody can buy."""
    del rules
    per_order, minimum = inputs.per_order, inputs.minimum
    if per_order is not None and inputs.cumulative is not None:
        per_order = min(per_order, inputs.cumulative)
    if minimum is not None:
        known = (per_order, inputs.cumulative, outputs.largest_order)
        minimum = min((minimum, *(each for each in known if each is not None)))
    changed = {"per_order": per_order, "minimum": minimum}
    # Where there is no stock, no minimum is low enough.
    return {
        name: str(value)
        for name, value in changed.items()
        if value and value != getattr(inputs, name)
    }


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """Minimum ≤ per order ≤ cumulative, each only where both are set."""
    comparisons = _comparisons(inputs)
    violations = tuple(said.code for said, broken in comparisons if broken)
    per_order = inputs.per_order if inputs.per_order is not None else inputs.category_default
    minimum = inputs.minimum if inputs.minimum is not None else rules.integer("minimum_default")
    known = [limit for limit in (per_order, inputs.cumulative, inputs.stock) if limit is not None]
    outputs = Outputs(
        valid=not violations,
        violations=violations,
        effective_cumulative=inputs.cumulative,
        effective_per_order=per_order,
        effective_minimum=minimum,
        largest_order=min(known) if known else None,
    )
    fitting = tuple(said for said, broken in comparisons if broken) or (step("fits", "order"),)
    return Outcome(
        outputs,
        (*fitting, *_effective(inputs, outputs)),
        _warnings(inputs, minimum),
        (excluded("period"), excluded("maximum")),
    )


def _comparisons(inputs: Inputs) -> tuple[tuple[Message, bool], ...]:
    """Each pair of limits as the step that tells of a clash, and whether they clash."""
    cumulative, per_order, minimum = inputs.cumulative, inputs.per_order, inputs.minimum
    pairs = (
        ("per_order_above_cumulative", "per_order_cumulative", per_order, cumulative),
        ("minimum_above_per_order", "minimum_others", minimum, per_order),
        ("minimum_above_cumulative", "minimum_others", minimum, cumulative),
    )
    return tuple(
        (step(code, rule, lower=lower, upper=upper), _above(lower, upper))
        for code, rule, lower, upper in pairs
    )


def _above(number: int | None, limit: int | None) -> bool:
    return number is not None and limit is not None and number > limit


def _effective(inputs: Inputs, outputs: Outputs) -> tuple[Message, ...]:
    """What each limit comes to, and the rule that says so where it is not set."""
    per_order = outputs.effective_per_order
    steps = [
        step("cumulative_set", "cumulative", limit=inputs.cumulative)
        if inputs.cumulative is not None
        else step("cumulative_unset", "cumulative_default"),
        step("per_order_set", "per_order", limit=per_order)
        if inputs.per_order is not None
        else step("per_order_category", "per_order_default", limit=per_order)
        if per_order is not None
        else step("per_order_unknown", "per_order_default"),
        step("minimum_set", "minimum", limit=outputs.effective_minimum)
        if inputs.minimum is not None
        else step("minimum_unset", "minimum_default", limit=outputs.effective_minimum),
    ]
    if outputs.largest_order is not None:
        steps.append(step("largest", "order", limit=outputs.largest_order))
    return tuple(steps)


def _warnings(inputs: Inputs, minimum: int) -> tuple[Message, ...]:
    found = []
    if _above(minimum, inputs.stock):
        values = {"minimum": minimum, "stock": inputs.stock}
        found.append(warning("cannot_buy", "minimum_stock", **values))
    if inputs.per_order is None:
        default = inputs.category_default
        if _above(minimum, default):
            values = {"minimum": minimum, "default": default}
            found.append(warning("minimum_above_category_default", "per_order_default", **values))
        if _above(default, inputs.cumulative):
            values = {"default": default, "cumulative": inputs.cumulative}
            found.append(
                warning("category_default_above_cumulative", "per_order_default", **values)
            )
    return tuple(found)
