"""How many pieces of an order are missing, and what can be done about it. K-10."""

from dataclasses import dataclass

from calculators.core.fields import integer
from calculators.core.outcome import Outcome, Said, excluded, output, step, warning
from calculators.core.rules import Rules


@dataclass(frozen=True)
class Inputs:
    """Pieces shown as stock before the order, really there, and ordered."""

    shown: int = integer()
    real: int = integer()
    ordered: int = integer()


@dataclass(frozen=True)
class Outputs:
    """Pieces that the order lacks, and whether more is sold, or shown, than there is."""

    short: int = output("integer", headline=True)
    oversold: bool = output("yes_no")
    fictitious_stock: bool = output("yes_no")


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """What is ordered beyond the real stock is missing, whatever the page shows."""
    short = max(0, inputs.ordered - inputs.real)
    return Outcome(
        Outputs(short=short, oversold=short > 0, fictitious_stock=inputs.shown > inputs.real),
        (*_order(inputs, short), *_stock(inputs)),
        _warnings(inputs, short, rules),
        (excluded("compensation", "out_of_stock"), excluded("other_orders")),
    )


def _order(inputs: Inputs, short: int) -> tuple[Said, ...]:
    """Whether the order can be shipped; where not, every way out of it, for the buyer to choose."""
    real, ordered = inputs.real, inputs.ordered
    if not short:
        return (step("enough", "shortage", ordered=ordered, real=real),)
    found = step("short", "shortage", ordered=ordered, real=real, short=short)
    wait = step("wait", "options")
    last = step("refund_all", "options"), step("choice", "choice")
    if not real:
        return found, wait, step("replace_all", "options"), *last
    return (
        found,
        step("part_refund", "part", real=real, short=short),
        step("part_later", "part", real=real, short=short),
        wait,
        step("replace_rest", "options", real=real, short=short),
        *last,
    )


def _stock(inputs: Inputs) -> tuple[Said, ...]:
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


def _warnings(inputs: Inputs, short: int, rules: Rules) -> tuple[Said, ...]:
    found = []
    if short:
        found += [warning("not_free", "out_of_stock"), warning("empty_number", "empty_number")]
    if inputs.ordered > inputs.shown:
        values = {"ordered": inputs.ordered, "shown": inputs.shown}
        found.append(warning("ordered_above_shown", "shown_before", **values))
    if inputs.shown > inputs.real and _typed_at_random(inputs.shown, rules):
        found.append(warning("placeholder", "placeholder", shown=inputs.shown))
    return tuple(found)


def _typed_at_random(shown: int, rules: Rules) -> bool:
    """Whether a stock is nothing but nines, from the article's number upwards."""
    return shown >= rules.integer("placeholder") and set(str(shown)) == {"9"}
