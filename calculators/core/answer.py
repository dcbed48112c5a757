"""From typed texts to the answer that page, terminal and CSV share: plain dicts, ready for JSON."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from calculators.core.definition import Definition
from calculators.core.inputs import InputsRefused, read_inputs, write_inputs
from calculators.core.moments import read_date
from calculators.core.outcome import Outcome, Said
from calculators.core.refusal import Refusal, Refused
from calculators.core.rules import NoRuleThen, Rule, Rules
from calculators.core.texts import Texts

type Answer = dict[str, Any]


def answer(
    definition: Definition, typed: Mapping[str, str | None], lang: str, on: str | None
) -> Answer:
    """The answer to ``typed`` under the rules of the day ``on``, worded in ``lang``."""
    texts = definition.texts(lang)
    try:
        rules, inputs = _read(definition, typed, on)
    except InputsRefused as refused:
        return refusal(
            definition.id,
            [
                {"field": each.field, "code": each.code, "text": refused_text(texts, each)}
                for each in refused.refusals
            ],
        )
    outcome = definition.calculate(inputs, rules)
    return {
        "calculator": definition.id,
        "ok": True,
        "on": on or None,
        "lang": lang,
        "inputs": write_inputs(inputs),
        "outputs": plain_outputs(outcome.outputs),
        "steps": [
            {
                "code": said.code,
                "rule": rules[said.rule].id if said.rule else None,
                "text": texts.say("steps", said.code, values=said.values),
            }
            for said in outcome.steps
        ],
        "warnings": _notices("warnings", outcome.warnings, texts),
        "excludes": _notices("excludes", outcome.excludes, texts),
        "sources": [_source(rule) for rule in _rules_used(outcome, rules)],
    }


def _read(
    definition: Definition, typed: Mapping[str, str | None], on: str | None
) -> tuple[Rules, Any]:
    """The rules and the inputs; raises InputsRefused with all reasons, the day's last."""
    try:
        rules = rules_on(definition, on)
    except InputsRefused as of_day:
        try:
            read_inputs(definition.inputs, typed, definition.rule_book.on(None))
        except InputsRefused as of_inputs:
            raise InputsRefused([*of_inputs.refusals, *of_day.refusals]) from None
        raise
    return rules, read_inputs(definition.inputs, typed, rules)


def rules_on(definition: Definition, on: str | None) -> Rules:
    """The rules of the day that ``on`` writes, the newest without one; raises InputsRefused."""
    try:
        return definition.rule_book.on(read_date(on) if on else None)
    except Refused as refused:
        raise InputsRefused([Refusal("on", refused.code)]) from None
    except NoRuleThen:
        raise InputsRefused([Refusal("on", "no_rule_then")]) from None


def refusal(calculator: str, errors: list[dict[str, Any]]) -> Answer:
    """The answer where there is none."""
    return {"calculator": calculator, "ok": False, "errors": errors}


def refused_text(texts: Texts, refusal: Refusal) -> str:
    """The field's own sentence for the code where it has one, else the common one."""
    values: dict[str, object] = dict(refusal.values)
    values["name"] = _field_name(texts, refusal.field)
    if "other" in values:
        values["other"] = _field_name(texts, str(values["other"]))
    if texts.has("fields", refusal.field, "errors", refusal.code):
        return texts.say("fields", refusal.field, "errors", refusal.code, values=values)
    sentence = texts.say("errors", refusal.code, values=values)
    if "item" in values:
        return texts.say("errors", "in_list", values={**values, "sentence": sentence})
    return sentence


def _field_name(texts: Texts, field: str) -> str:
    """What the field is called inside a sentence; its id, where the form has no such field."""
    return texts.get("fields", field, "name") if texts.has("fields", field, "name") else field


def _notices(table: str, said: Iterable[Said], texts: Texts) -> list[dict[str, str]]:
    return [
        {"code": each.code, "text": texts.say(table, each.code, values=each.values)}
        for each in said
    ]


def plain_outputs(outputs: Any) -> dict[str, Any]:
    """An outputs dataclass as it stands in an answer: texts, whole numbers, lists, ``None``."""
    return {each.name: _plain(getattr(outputs, each.name)) for each in dataclasses.fields(outputs)}


def _plain(value: object) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return value


def _rules_used(outcome: Outcome, rules: Rules) -> list[Rule]:
    """The rules that the outcome names, each once, in the order of the telling."""
    said = (*outcome.steps, *outcome.warnings, *outcome.excludes)
    keys = dict.fromkeys(each.rule for each in said if each.rule)
    return [rules[key] for key in keys]


def _source(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "claims": list(rule.claims),
        "valid_from": rule.valid_from.isoformat() if rule.valid_from else "unknown",
        "checked_on": rule.checked_on.isoformat(),
        "sureness": rule.sureness,
    }
