"""What the register of sources holds of the platform's rules, by rule and by subject."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from calculators.core.rules.sources import Source, register

PUBLISHER = "rule-centre"
_ADDRESS = re.compile(r"https://school\.jinritemai\.com/doudian/web/(?:article|rules)/(\w+)")
# 关于修订《…》的公示通知: the announcement's subject is the rule that it names.
_ANNOUNCED = re.compile(r"^关于.*?《(.+?)》.*(?:通知|公告)")


@dataclass(frozen=True)
class Held:
    """One rule, or one announcement, with every version that the register holds of it."""

    rule: str
    sources: tuple[Source, ...]

    @property
    def newest(self) -> Source:
        """The version that speaks for the last day."""
        return max(self.sources, key=lambda each: (each.speaks[1], each.speaks[0]))

    @property
    def subject(self) -> str:
        """The name of the rule that it is, or that it announces."""
        return subject(self.newest.title["zh"])

    @property
    def dated(self) -> date:
        """The day of its newest version."""
        return max(each.dated or each.speaks[0] for each in self.sources)

    @property
    def is_text(self) -> bool:
        """Whether it is the rule itself."""
        return self.newest.kind == "text"


@dataclass(frozen=True)
class Subject:
    """A rule and what announced its changes; drafts count for nothing here."""

    name: str
    members: tuple[Held, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """All versions and announcements."""
        return tuple(source for each in self.members for source in each.sources)

    @property
    def newest(self) -> Source:
        """The source that speaks for the last day; of several, the text in force."""
        return max(self.sources, key=lambda each: (each.speaks[1], each.kind == "text"))

    @property
    def text(self) -> Held | None:
        """The rule itself, where it was read."""
        return next((each for each in self.members if each.is_text), None)

    def age(self, today: date) -> int:
        """How many days ago the last day is for which any of it speaks."""
        return (today - self.newest.speaks[1]).days


def rule_id(address: str | None) -> str | None:
    """The platform's id of a rule, from its address; ``None`` where it is another's page."""
    found = _ADDRESS.fullmatch(address or "")
    return found[1] if found else None


def subject(title: str) -> str:
    """The name of the rule that ``title`` announces, or is."""
    found = _ANNOUNCED.match(title)
    return found[1] if found else title


@cache
def held() -> dict[str, Held]:
    """All rules of the platform in the register, by their ids."""
    found: dict[str, list[Source]] = {}
    for source in register():
        rule = rule_id(source.address)
        if rule and source.publisher == PUBLISHER:
            found.setdefault(rule, []).append(source)
    return {rule: Held(rule, tuple(sources)) for rule, sources in found.items()}


def subjects() -> list[Subject]:
    """The rules that the register holds, each with its announcements."""
    found: dict[str, list[Held]] = {}
    for each in held().values():
        if each.newest.kind != "draft":
            found.setdefault(each.subject, []).append(each)
    return [Subject(name, tuple(members)) for name, members in found.items()]
