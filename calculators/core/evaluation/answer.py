"""From typed texts to the answer that page, terminal and CSV share: plain dicts, ready for JSON."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from calculators.core.answers import (
    Announcement,
    Answer,
    ErrorAnswer,
    FieldError,
    Notice,
    OutputValue,
    Step,
)
from calculators.core.definition import Definition, OtherDay, Shape
from calculators.core.evaluation.day import Day, day_of
from calculators.core.evaluation.formula import outcome_of, shape_on
from calculators.core.evaluation.rule_changes import FormerAnswer, former_answer, perhaps
from calculators.core.inputs.dates import from_elsewhere
from calculators.core.inputs.errors import ErrorDetails, InputError, ValidationError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.inputs.parsing import read_inputs, write_inputs
from calculators.core.outcome.outcome import Message, Outcome
from calculators.core.outcome.outputs import plain_outputs
from calculators.core.output.errors import error_text, field_name
from calculators.core.output.headline import said_first
from calculators.core.output.presentation import rule_source, rule_value
from calculators.core.rules.dated_rules import Rule, Rules
from calculators.core.text.catalogue import COMMON, Texts
from calculators.core.text.formatting import sentence


def answer(
    definition: Definition,
    typed: Mapping[str, str | None],
    lang: str,
    on: str | None,
    today: date,
) -> Answer:
    """The answer to ``typed``, worded in ``lang``, under the rules of the day.

    The day is ``on``, else that of what is judged, else ``today``. What lies ahead of both is
    announced beside the answer.
    """
    texts = definition.texts(lang)
    try:
        day, shape, inputs = _read(definition, typed, on, today)
        outcome = outcome_of(shape, inputs)
    except ValidationError as error:
        return _error_answer(
            definition.id,
            [
                {"field": each.field, "code": each.code, "text": error_text(texts, each)}
                for each in error.errors
            ],
        )
    outputs, rules = plain_outputs(outcome.outputs), shape.rules_for(inputs)
    said, tone = said_first(definition, shape, inputs, outcome.outputs, texts)
    elsewhere = shape.on_other_days(inputs)
    before = former_answer(definition, typed, day.day, outcome)
    return {
        "calculator": definition.id,
        "ok": True,
        "on": day.day.isoformat(),
        "lang": lang,
        "inputs": write_inputs(inputs, definition.in_form),
        "outputs": outputs,
        "headline": said,
        "tone": tone,
        "to_do": [each.code for each in outcome.steps if each.code in outcome.to_do],
        "fix": shape.fix(inputs, outcome.outputs),
        "steps": [
            *_steps(outcome.steps, rules, texts),
            *_zone_steps(definition, typed, inputs, texts),
            *_day_step(day, shape, texts),
            *(_other_day_step(each, texts) for each in elsewhere),
            *_former_step(definition, before, outputs, texts),
        ],
        "warnings": [
            *_notices("warnings", outcome.warnings, texts),
            *_either(perhaps(definition, typed, day.day, outputs, texts)),
        ],
        "excludes": _notices("excludes", outcome.excludes, texts),
        "sources": [
            *(rule_source(rules[key], rules.day_of(key)) for key in _rules_used(outcome)),
            *([rule_source(shape.formula, day.day)] if day.taken_from else []),
            *(rule_source(each.shape.formula, each.shape.rules.day) for each in elsewhere),
            *([rule_source(before.rule, before.until)] if before else []),
        ],
        "upcoming": upcoming(definition, max(day.day, today), texts),
    }


def unknown_calculator(calculator: str, known: Collection[str], lang: str) -> ErrorAnswer:
    """The answer where there is no ``calculator`` to ask."""
    values = {"name": quoted(calculator), "known": tuple(known)}
    text = sentence(Texts(COMMON, lang), "errors", "unknown_calculator", values=values)
    error = FieldError(field="calculator", code="unknown_calculator", text=text)
    return _error_answer(calculator, [error])


def _error_answer(calculator: str, errors: list[FieldError]) -> ErrorAnswer:
    """The answer where there is none."""
    return {"calculator": calculator, "ok": False, "errors": errors}


def _read(
    definition: Definition, typed: Mapping[str, str | None], on: str | None, today: date
) -> tuple[Day, Shape, Any]:
    """Day, rules and inputs; raises ValidationError with all reasons, the day's last."""
    try:
        day = day_of(definition, typed, on, today)
        shape = shape_on(definition, day.day, own_days=not day.named)
    except (InputError, ValidationError) as of_day:
        errors = of_day.errors if isinstance(of_day, ValidationError) else [_of_day(of_day)]
        try:
            read_inputs(definition.inputs, typed, definition.rule_book.on(today))
        except ValidationError as of_inputs:
            errors = [*of_inputs.errors, *errors]
        raise ValidationError(errors) from None
    return day, shape, read_inputs(definition.inputs, typed, shape.rules)


def _of_day(error: InputError) -> ErrorDetails:
    return ErrorDetails("on", error.code, error.values)


def _steps(said: Iterable[Message], rules: Rules, texts: Texts) -> list[Step]:
    return [
        {
            "code": each.code,
            "rule": rules[each.rule].id if each.rule else None,
            "text": sentence(texts, "steps", each.code, values=each.values),
        }
        for each in said
    ]


def _zone_steps(
    definition: Definition, typed: Mapping[str, str | None], inputs: Any, texts: Texts
) -> Iterator[Step]:
    """What moments of another zone come to on Douyin's clock."""
    for name, field in fields_of(definition.inputs).items():
        if field.is_point_in_time and from_elsewhere(typed.get(name) or ""):
            values = {"name": field_name(texts, name), "when": field.write(getattr(inputs, name))}
            text = texts.get("day", "from_elsewhere").format_map(values)
            yield {"code": "zone", "rule": None, "text": text}


def _day_step(day: Day, shape: Shape, texts: Texts) -> list[Step]:
    """Which input the day was taken from, where it was from one."""
    if day.taken_from is None:
        return []
    values = {"day": day.day, "name": field_name(texts, day.taken_from)}
    text = texts.get("day", "taken_from").format_map(values)
    return [{"code": "day", "rule": shape.formula.id, "text": text}]


def _other_day_step(other: OtherDay, texts: Texts) -> Step:
    """By which day's rules a part answers, where they are other rules."""
    values = {
        "part": other.calculator.texts(texts.lang).get("title"),
        "day": other.shape.rules.day,
        "name": field_name(texts, other.taken_from),
    }
    text = texts.get("day", "part_taken_from").format_map(values)
    return {"code": "day", "rule": other.shape.formula.id, "text": text}


def _former_step(
    definition: Definition,
    before: FormerAnswer | None,
    outputs: Mapping[str, OutputValue],
    texts: Texts,
) -> list[Step]:
    if before is None:
        return []
    text = before.sentence(definition, outputs, texts)
    return [{"code": "formerly", "rule": before.rule.id, "text": text}]


def _either(text: str | None) -> list[Notice]:
    """The warning that another formula may have held on the day already."""
    return [] if text is None else [{"code": "either_shape", "text": text}]


def _notices(table: str, said: Iterable[Message], texts: Texts) -> list[Notice]:
    return [
        {"code": each.code, "text": sentence(texts, table, each.code, values=each.values)}
        for each in said
    ]


def _rules_used(outcome: Outcome) -> list[str]:
    """The rules that the outcome names, each once, in the order of the telling."""
    said = (*outcome.steps, *outcome.warnings, *outcome.excludes)
    return list(dict.fromkeys(each.rule for each in said if each.rule))


def upcoming(definition: Definition, day: date, texts: Texts) -> list[Announcement]:
    """What is announced for a day after ``day``."""
    return [
        {
            "rule": rule.id,
            "value": None if rule.value is None else str(rule.value),
            "from": str(rule.valid_from),
            "text": _announced(rule, texts),
        }
        for rule in definition.rule_book.after(day)
    ]


def _announced(rule: Rule, texts: Texts) -> str:
    value = rule_value(rule, texts)
    name = texts.rule_name(rule.id)
    code = "statement" if value is None else "value"
    return texts.get("upcoming", code).format(day=rule.valid_from, name=name, value=value)
