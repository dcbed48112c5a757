"""How many products to withdraw from a campaign, as an article advises. K-07, K-08, F-33."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from calculators.core.arithmetic.money import percent_of, round_money
from calculators.core.arithmetic.time_limits import after_hours, full_minute
from calculators.core.inputs.fields import choice, integer, moment
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import number

FILES = Files(assumed=("minimum_left",), unset=("at",))

STAGES = ("pending", "approved", "started")
VIOLATIONS = ("above_share", "below_minimum_left", "more_than_joined")


@dataclass(frozen=True)
class Inputs:
    """Numbers of products, the stage they are at, and the moment at which to withdraw them."""

    joined: int = integer()
    withdraw: int = integer()
    minimum_left: int = integer(default_rule="minimum_left")
    stage: str = choice(*STAGES)
    at: datetime | None = moment(optional=True)


@dataclass(slots=True)
class Outputs:
    """Whether and why not, the most products, per cent; the rest ``None`` without a time."""

    allowed: bool = outputs.yes_no(headline=True, yes="good", no="bad")
    violations: tuple[str, ...] = outputs.codes(*VIOLATIONS)
    most: int = outputs.integer()
    share: Decimal | None = outputs.percent()
    check_by: datetime | None = outputs.moment()
    delist_at: datetime | None = outputs.moment()
    low_traffic: bool | None = outputs.yes_no()
    support_open: bool | None = outputs.yes_no()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """Whether the advice is kept, and how far it goes."""
    del rules
    if not outputs.allowed:
        return Headline("no" if outputs.most else "none")
    return Headline("yes" if inputs.withdraw else "nothing")


def fix(inputs: Inputs, outputs: Outputs, rules: Rules) -> dict[str, str]:
    """As many as the advice allows, where it allows any."""
    del inputs, rules
    return {} if outputs.allowed or not outputs.most else {"withdraw": str(outputs.most)}


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """The article's advice: within a share of the products entered, and leaving a minimum."""
    exact = percent_of(Decimal(inputs.joined), rules.decimal("share"))
    broken = _broken(inputs, by_share=int(exact))
    outputs = _outputs(inputs, broken, int(exact), rules)
    return Outcome(
        outputs,
        (
            *_platform(inputs, rules),
            *_limits(inputs, outputs, exact, rules),
            *_verdict(inputs, broken),
            *_times(outputs, rules),
        ),
        _warnings(outputs, rules),
        (excluded("penalties"), excluded("placed_orders"), excluded("other_campaigns")),
    )


def _outputs(inputs: Inputs, broken: tuple[Message, ...], by_share: int, rules: Rules) -> Outputs:
    joined, at = inputs.joined, inputs.at
    return Outputs(
        allowed=not broken,
        violations=tuple(said.code for said in broken),
        most=max(0, min(by_share, joined - inputs.minimum_left)),
        share=round_money(Decimal(inputs.withdraw) * 100 / joined) if joined else None,
        check_by=at and at + timedelta(minutes=rules.integer("check_after")),
        delist_at=at and full_minute(after_hours(at, rules.integer("delist_after"))),
        low_traffic=_between(at, rules.integer("quiet_from"), rules.integer("quiet_to")),
        support_open=_between(at, rules.integer("support_from"), rules.integer("support_to")),
    )


def _between(at: datetime | None, start: int, end: int) -> bool | None:
    """Whether ``at`` lies within the hours from ``start``, included, to ``end``, not included."""
    return None if at is None else start <= at.hour < end


def _platform(inputs: Inputs, rules: Rules) -> tuple[Message, ...]:
    """What the platform's own text says: it knows none of the limits below."""
    if "any_time" not in rules:
        return (step("no_platform_text", "no_platform_text"),)
    running = (step("running", "running"),) if inputs.stage == "started" else ()
    return step("any_time", "any_time"), *running


def _limits(inputs: Inputs, outputs: Outputs, exact: Decimal, rules: Rules) -> tuple[Message, ...]:
    """What each of the two limits allows, and the smaller of them; ``exact``: before rounding."""
    joined, minimum = inputs.joined, inputs.minimum_left
    percent, products = number(rules.decimal("share")), f"{exact.normalize():,f}"
    steps = [step("share", "share", joined=joined, percent=percent, products=products)]
    if exact != int(exact):
        steps.append(step("rounded_down", "rounding", most=int(exact)))
    code = "too_few_joined" if joined < minimum else "room"
    values = {"joined": joined, "minimum": minimum, "room": joined - minimum}
    steps += [step(code, "minimum_left", **values), step("most", "smaller", most=outputs.most)]
    return tuple(steps)


def _broken(inputs: Inputs, by_share: int) -> tuple[Message, ...]:
    """A step for each limit that is broken; to withdraw nothing breaks none."""
    joined, withdraw, minimum = inputs.joined, inputs.withdraw, inputs.minimum_left
    if not withdraw:
        return ()
    limits = (
        (withdraw > by_share, step("above_share", "share", withdraw=withdraw, most=by_share)),
        (
            joined - withdraw < minimum,
            step("below_minimum_left", "minimum_left", withdraw=withdraw, minimum=minimum),
        ),
        (
            withdraw > joined,
            step("more_than_joined", "counting", withdraw=withdraw, joined=joined),
        ),
    )
    return tuple(said for breaks, said in limits if breaks)


def _verdict(inputs: Inputs, broken: tuple[Message, ...]) -> tuple[Message, ...]:
    """What became of the limits, and what the article says to do at the product's stage."""
    if not inputs.withdraw:
        return (step("nothing", "nothing"),)
    within = step("within", "smaller", withdraw=inputs.withdraw)
    # Who has fewer than are to go cannot be told how many would remain.
    none_left = inputs.withdraw > inputs.joined
    told = [each for each in broken if not (none_left and each.code == "below_minimum_left")]
    return (*(told or (within,)), step(inputs.stage, inputs.stage))


def _times(outputs: Outputs, rules: Rules) -> tuple[Message, ...]:
    if outputs.check_by is None:
        return ()
    check, delist = rules.integer("check_after"), rules.integer("delist_after")
    quiet = {"start": rules.integer("quiet_from"), "end": rules.integer("quiet_to")}
    support = {"start": rules.integer("support_from"), "end": rules.integer("support_to")}
    return (
        step("check_by", "check_after", minutes=check, when=outputs.check_by),
        step("delist_at", "delist_after", hours=delist, when=outputs.delist_at),
        step("quiet" if outputs.low_traffic else "not_quiet", "quiet_from", **quiet),
        step(
            "support_open" if outputs.support_open else "support_closed", "support_from", **support
        ),
    )


def _warnings(outputs: Outputs, rules: Rules) -> tuple[Message, ...]:
    found = [warning("rule_of_thumb", "share")]
    if outputs.violations:
        found.append(warning("stop_selling"))
    if outputs.delist_at is not None and "no_stock" in rules:
        found.append(warning("no_stock", "no_stock"))
    if outputs.support_open is not None:
        found.append(warning("support_hours" if outputs.support_open else "nobody_there"))
    return tuple(found)
