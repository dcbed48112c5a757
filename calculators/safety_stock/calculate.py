"""How many pieces of a popular product to hold back, as an article advises. K-09."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.core.inputs.fields import integer
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Span

FILES = Files(assumed=("share_low", "share_high"))


@dataclass(frozen=True)
class Inputs:
    """Pieces in stock, and the least and most of them to hold back (whole per cent)."""

    stock: int = integer(none_of="stock")
    share_low: int = integer(maximum=100, unit="percent", default_rule="share_low")
    share_high: int = integer(
        maximum=100, unit="percent", default_rule="share_high", follows="share_low"
    )


@dataclass(slots=True)
class Outputs:
    """Pieces to hold back, and pieces left to list: most are listed where least is held back."""

    reserve_low: int = outputs.integer(headline=True, up_to="reserve_high")
    reserve_high: int = outputs.integer()
    listable_low: int = outputs.integer(up_to="listable_high")
    listable_high: int = outputs.integer()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """What to hold back, and what is left to list."""
    del outputs, rules
    return Headline("answer" if inputs.stock else "nothing")


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """A share of the stock, part pieces rounded up; the rest is listed."""
    low, high = _reserve(inputs.stock, inputs.share_low), _reserve(inputs.stock, inputs.share_high)
    outputs = Outputs(
        reserve_low=low,
        reserve_high=high,
        listable_low=inputs.stock - high,
        listable_high=inputs.stock - low,
    )
    return Outcome(
        outputs,
        (_platform(rules), *_shares(inputs, rules), *_pieces(inputs, outputs)),
        _warnings(inputs, rules),
        (excluded("speed"), excluded("losses", "losses")),
    )


def _reserve(stock: int, percent: int) -> int:
    """``percent`` per cent of ``stock`` in whole pieces, rounded up."""
    return -(-stock * percent // 100)


def _platform(rules: Rules) -> Message:
    """What the platform's own text says: no share to hold back, only not to invent any stock."""
    key = "platform_stock" if "platform_stock" in rules else "no_platform_text"
    return step(key, key)


def _shares(inputs: Inputs, rules: Rules) -> tuple[Message, ...]:
    """Each share of the stock to the hundredth of a piece; once where both are the same."""
    of_article = _of_article(rules)
    return tuple(
        step(
            "share",
            of_article.get(Decimal(percent), "own_share"),
            stock=inputs.stock,
            percent=percent,
            share=f"{(Decimal(inputs.stock * percent) / 100).normalize():,f}",
        )
        for percent in sorted({inputs.share_low, inputs.share_high})
    )


def _of_article(rules: Rules) -> dict[Decimal, str]:
    """The rules that the article's percentages come from, by percentage."""
    return {rules.decimal(rule): rule for rule in ("share_high", "share_low")}


def _pieces(inputs: Inputs, outputs: Outputs) -> tuple[Message, ...]:
    reserve = Span(outputs.reserve_low, outputs.reserve_high)
    listable = Span(outputs.listable_low, outputs.listable_high)
    listed = step("listable", "base", stock=inputs.stock, reserve=reserve, listable=listable)
    whole = all(inputs.stock * each % 100 == 0 for each in (inputs.share_low, inputs.share_high))
    return (listed,) if whole else (step("rounded_up", "rounding", reserve=reserve), listed)


def _warnings(inputs: Inputs, rules: Rules) -> tuple[Message, ...]:
    if not inputs.stock:
        return (warning("nothing_in_stock", "take_down"),)
    found = []
    if _of_article(rules).keys() & {Decimal(inputs.share_low), Decimal(inputs.share_high)}:
        found.append(warning("rule_of_thumb", "base"))
    if 0 < inputs.stock * inputs.share_low < 100:  # noqa: PLR2004 (per cent: less than a piece)
        found.append(warning("few_pieces", "rounding"))
    return tuple(found)
