"""Whether the days until a presale order ships keep to an article's advice. K-16."""

from dataclasses import dataclass

from calculators.core.inputs.fields import positive_integer
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Quantity


@dataclass(frozen=True)
class Inputs:
    """Days from the buyer's payment until the order ships."""

    days: int = positive_integer(unit="days")


@dataclass(slots=True)
class Outputs:
    """``ok`` up to the advised number of days, that day included; ``long`` beyond."""

    verdict: str = outputs.choice("ok", "long", headline=True, ok="good", long="wait")


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """Whether the advice is kept."""
    values = {"days": inputs.days, "advised": rules.integer("advised")}
    return Headline(outputs.verdict, {name: Quantity(it, "days") for name, it in values.items()})


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """At most the advised number of days; counted from payment, the reading that is safe."""
    advised = rules.integer("advised")
    verdict = "long" if inputs.days > advised else "ok"
    values = {"days": inputs.days, "advised": advised, "over": inputs.days - advised}
    return Outcome(
        Outputs(verdict),
        (
            step("no_platform_text", "no_platform_text"),
            step(verdict, "advised", **values),
            step("from_payment", "from_payment"),
        ),
        _warnings(inputs, rules, verdict),
        (excluded("options"), excluded("placed_orders"), excluded("campaigns", "longest_2020")),
    )


def _warnings(inputs: Inputs, rules: Rules, verdict: str) -> tuple[Message, ...]:
    if verdict == "ok":
        return (warning("advice", "advised"),)
    longest = rules.integer("longest_2020")
    found = [warning("advice", "advised"), warning("reason", "advised"), *_platform(rules)]
    if inputs.days > longest:
        found.append(warning("beyond_2020", "longest_2020", longest=longest))
    return tuple(found)


def _platform(rules: Rules) -> tuple[Message, ...]:
    """What the platform's texts say of long presales, without a number of days."""
    return tuple(warning(key, key) for key in ("too_long", "late_costs") if key in rules)
