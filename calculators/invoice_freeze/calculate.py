"""What the platform freezes while invoices for its subsidies are missing. K-02."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.core.arithmetic.money import NOTHING, percent_of, round_money
from calculators.core.inputs.fields import choice, integer, money
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Quantity

# The article's own example: 90 yuan without an invoice, and 30 "frozen".
ARTICLE_EXAMPLE = Decimal("90.00")

FILES = Files(
    asked=("freeze_after",),
    # What is not overdue is not frozen by either text.
    idle_with={"freeze_after": {"months_overdue": "0", "uninvoiced": "0"}},
    unset=("balance",),
)


@dataclass(frozen=True)
class Inputs:
    """What lacks an invoice (yuan), full months since the bill, when the freeze starts, balance."""

    uninvoiced: Decimal = money()
    months_overdue: int = integer(maximum=120, unit="months")
    freeze_after: str = choice("3", "1", default="3", rare=True)
    balance: Decimal | None = money(optional=True, rare=True)


@dataclass(slots=True)
class Outputs:
    """All in yuan: frozen now, frozen once due, left to withdraw, the price of paying instead."""

    frozen: Decimal = outputs.money(headline=True)
    frozen_when_due: Decimal = outputs.money(over="uninvoiced")
    withdrawable: Decimal | None = outputs.money()
    pay_instead: Decimal = outputs.money()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """What is frozen, or from when on."""
    if not outputs.frozen_when_due:
        return Headline("nothing", tone="good")
    if outputs.frozen:
        return Headline("frozen", tone="bad")
    months = Quantity(rules.integer(_rule(inputs)), "months")
    return Headline("not_yet", {"months": months}, "wait")


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """A share of the uninvoiced amount: frozen once overdue, released by the invoice.

    For bills from before July 2021 it counts from the first day, later ones have three months.
    """
    share, months = rules.decimal("share"), rules.integer(_rule(inputs))
    exact = percent_of(inputs.uninvoiced, share)
    when_due = round_money(exact)
    frozen = when_due if inputs.months_overdue >= months else NOTHING
    pay_instead = round_money(percent_of(inputs.uninvoiced, rules.decimal("pay_instead")))
    withdrawable = None if inputs.balance is None else max(inputs.balance - frozen, NOTHING)

    steps = [
        step(
            "share",
            "share",
            uninvoiced=inputs.uninvoiced,
            percent=rules.text("share"),
            frozen=when_due,
        ),
        _due(inputs, months) if when_due else step("nothing", "share"),
    ]
    if frozen:
        steps.append(step("released", "released"))
    if inputs.balance is not None:
        values = {"balance": inputs.balance, "frozen": frozen, "left": withdrawable}
        steps.append(step("withdrawable", "balance", **values))
    steps.append(step("pay_instead", "pay_instead", pay_instead=pay_instead))
    return Outcome(
        Outputs(frozen, when_due, withdrawable, pay_instead),
        tuple(steps),
        _warnings(inputs, frozen, when_due, rules),
        (excluded("buyer_invoices"), excluded("tax"), excluded("exempt_trades", "released")),
    )


def _rule(inputs: Inputs) -> str:
    """The rule that says after how many months the freeze starts."""
    return "after_notice" if inputs.freeze_after == "3" else "after_article"


def _due(inputs: Inputs, months: int) -> Message:
    if not months:
        return step("at_any_time", _rule(inputs))
    code = "due" if inputs.months_overdue >= months else "not_due"
    return step(code, _rule(inputs), overdue=inputs.months_overdue, months=months)


def _warnings(
    inputs: Inputs, frozen: Decimal, when_due: Decimal, rules: Rules
) -> tuple[Message, ...]:
    found = []
    if "unconfirmed" in rules:
        found.append(warning("unconfirmed", "unconfirmed"))
    if inputs.uninvoiced == ARTICLE_EXAMPLE:
        found.append(warning("article_example", "article_example", right=when_due))
    if inputs.balance is not None and frozen > inputs.balance:
        found.append(warning("balance_short", short=frozen - inputs.balance))
    return tuple(found)
