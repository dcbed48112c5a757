"""How many pieces of an order are missing, and what can be done about it. K-10, F-05, F-06."""

from dataclasses import dataclass

from calculators.core.inputs.fields import integer
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Quantity, number

# What to do where an order cannot be shipped as it is.
_WAYS_OUT = (
    "negotiate",
    "part_refund",
    "part_later",
    "wait",
    "replace_rest",
    "replace_all",
    "refund_all",
    "choice",
)


@dataclass(frozen=True)
class Inputs:
    """Pieces shown as stock before the order, really there, and ordered."""

    shown: int = integer(none_of="stock")
    real: int = integer(none_of="stock")
    ordered: int = integer()


@dataclass(slots=True)
class Outputs:
    """Pieces that the order lacks, and whether more is sold, or shown, than there is."""

    short: int = outputs.integer(headline=True)
    oversold: bool = outputs.yes_no(yes="bad", no="good")
    fictitious_stock: bool = outputs.yes_no()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """Whether the order can be shipped, and whether the stock shown has to be mended."""
    del rules
    if outputs.short:
        return Headline("short", {"short": Quantity(outputs.short, "pieces")})
    if outputs.fictitious_stock:
        return Headline("fictitious", {"real": Quantity(inputs.real, "pieces")}, "bad")
    return Headline("enough")


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """What is ordered beyond the real stock is missing, whatever the page shows."""
    short = max(0, inputs.ordered - inputs.real)
    return Outcome(
        Outputs(short=short, oversold=short > 0, fictitious_stock=inputs.shown > inputs.real),
        (*_order(inputs, short, rules), *_stock(inputs)),
        _warnings(inputs, short, rules),
        (excluded("compensation", "out_of_stock"), excluded("other_orders")),
        _WAYS_OUT,
    )


def _order(inputs: Inputs, short: int, rules: Rules) -> tuple[Message, ...]:
    """Whether the order can be shipped; where not, every way out of it, for the buyer to choose."""
    real, ordered = inputs.real, inputs.ordered
    if not short:
        return (step("enough", "shortage", ordered=ordered, real=real),)
    found = [step("short", "shortage", ordered=ordered, real=real, short=short)]
    if "negotiate" in rules:
        found.append(step("negotiate", "negotiate"))
    wait = step("wait", "options")
    last = step("refund_all", "options"), step("choice", "choice")
    if not real:
        return *found, wait, step("replace_all", "options"), *last
    return (
        *found,
        step("part_refund", "part", real=real, short=short),
        step("part_later", "part", real=real, short=short),
        wait,
        step("replace_rest", "options", real=real, short=short),
        *last,
    )


def _stock(inputs: Inputs) -> tuple[Message, ...]:
    """What the stock on sale must be once this order is served."""
    left = max(0, inputs.real - inputs.ordered)
    shown = max(0, inputs.shown - inputs.ordered)
    if shown > left:
        found = step("lower_stock", "real_stock", left=left, shown=shown, missing=shown - left)
    elif shown < left:
        found = step("stock_room", "real_stock", left=left, shown=shown)
    else:
        found = step("stock_right", "real_stock", left=left)
    return (found, step("take_down", "take_down")) if not left else (found,)


def _warnings(inputs: Inputs, short: int, rules: Rules) -> tuple[Message, ...]:
    found = [*_out_of_stock(rules), *_number(rules)] if short else []
    if inputs.ordered > inputs.shown:
        values = {"ordered": inputs.ordered, "shown": inputs.shown}
        found.append(warning("ordered_above_shown", "shown_before", **values))
    if inputs.shown > inputs.real and _typed_at_random(inputs.shown, rules):
        found.append(warning("placeholder", "placeholder", shown=inputs.shown))
    return tuple(found)


def _out_of_stock(rules: Rules) -> tuple[Message, ...]:
    """What it costs to be out of stock, and from when on an order is."""
    found = [warning("not_free", "out_of_stock")]
    if "counts_when" in rules:
        values = {"hours": rules.integer("late_after"), "most": rules.decimal("raised_to")}
        found.append(warning("counts_when", "counts_when", **values))
    if "violation" in rules:
        percent = number(rules.decimal("day_share"))
        orders = rules.integer("day_orders")
        found.append(warning("violation", "violation", percent=percent, orders=orders))
    return tuple(found)


def _number(rules: Rules) -> tuple[Message, ...]:
    """No number is to be uploaded for goods that are not there."""
    if "unscanned_number" not in rules:
        return (warning("empty_number", "empty_number"),)
    values = {
        "scan": rules.integer("scan_within"),
        "abnormal": rules.integer("abnormal_after"),
        "days": rules.integer("really_within"),
    }
    return (warning("unscanned_number", "unscanned_number", **values),)


def _typed_at_random(shown: int, rules: Rules) -> bool:
    """Whether a stock is nothing but nines, from the article's number upwards."""
    return shown >= rules.integer("placeholder") and set(str(shown)) == {"9"}
