"""Which invoice a merchant issues to the platform for its subsidies, and for what. K-14."""

from dataclasses import dataclass

from calculators.core.inputs.fields import choice, yes_no
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules


@dataclass(frozen=True)
class Inputs:
    """The kind of VAT payer, and whether special and service invoices can be had."""

    taxpayer: str = choice("general", "small_scale")
    special_possible: bool = yes_no()
    service_possible: bool = yes_no()


@dataclass(slots=True)
class Outputs:
    """The invoice's type, whether the tax office issues it, its content, and quantity 0 or not."""

    type: str = outputs.choice("special", "ordinary", headline=True)
    via_tax_office: bool = outputs.yes_no()
    content: str = outputs.choice("service", "goods")
    quantity_zero: bool = outputs.yes_no()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """Which invoice, and from whom."""
    del inputs, rules
    return Headline("via_tax_office" if outputs.via_tax_office else "answer")


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """Special before ordinary, services before goods."""
    goods = not inputs.service_possible
    outputs = Outputs(
        type="special" if inputs.special_possible else "ordinary",
        via_tax_office=inputs.special_possible and inputs.taxpayer == "small_scale",
        content="goods" if goods else "service",
        quantity_zero=goods,
    )
    quantity = (step("quantity", "quantity", quantity=rules.integer("quantity")),)
    content = (step("goods", "goods"), *quantity) if goods else (step("service", "service"),)
    return Outcome(
        outputs,
        (_type_step(inputs), *content),
        _warnings(inputs, outputs, rules),
        (excluded("buyers"), excluded("tax")),
    )


def _type_step(inputs: Inputs) -> Message:
    if not inputs.special_possible:
        return step("ordinary", "fallback")
    if inputs.taxpayer == "general":
        return step("general", "general")
    return step("small_scale", "small_scale")


def _warnings(inputs: Inputs, outputs: Outputs, rules: Rules) -> tuple[Message, ...]:
    found = [warning("unconfirmed", "unconfirmed")]
    if outputs.via_tax_office and "issue_yourself" in rules:
        found.append(warning("issue_yourself", "issue_yourself"))
    if outputs.type == "ordinary" and inputs.taxpayer == "general":
        found.append(warning("general_fallback", "general_fallback"))
    if outputs.quantity_zero:
        found.append(warning("ask_first", "quantity"))
    return tuple(found)
