"""The changes in words: sections with entries, for a terminal or as Markdown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from calculators import CALCULATORS, definition
from calculators.core.answers import Answer
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.presentation import column_label, output_words
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import number, quantity, sentence
from tools.changes.comparing import AnswerChange, Changes, FigureChange
from tools.changes.rules import RuleChange, Value

# So many situations of a calculator and day are told one by one.
_TOLD = 5
_LONGEST = 160


@dataclass(frozen=True)
class Entry:
    """A line, and what belongs below it."""

    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A title and its entries."""

    title: str
    entries: tuple[Entry, ...]


def as_text(title: str, sections: Iterable[Section]) -> Iterator[str]:
    """For a terminal: what belongs to a line is indented below it."""
    yield from (title, "")
    for section in sections:
        yield section.title
        for entry in section.entries:
            yield f"  {entry.text}"
            yield from (f"    {each}" for each in entry.below)
        yield ""


def as_markdown(title: str, sections: Iterable[Section]) -> Iterator[str]:
    """For the summary of a run: headings and nested lists."""
    yield from (f"## {_plain(title)}", "")
    for section in sections:
        yield f"### {_plain(section.title)}"
        yield ""
        for entry in section.entries:
            yield f"- {_plain(entry.text)}"
            yield from (f"    - {_plain(each)}" for each in entry.below)
        yield ""


def _plain(text: str) -> str:
    """What Markdown and HTML would take for a sign of theirs stands as itself."""
    for sign in r"\`*_[]<>|#":
        text = text.replace(sign, f"\\{sign}")
    return text


class Report:
    """Tells changes in the language of ``texts``."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def sections(self, found: Changes) -> Iterator[Section]:
        """What changed, most telling first; a kind of which nothing changed says so in a line."""
        if found.gone:
            yield self._section("gone", [Entry(each) for each in found.gone])
        yield self._section("rules", [self._rule(each) for each in found.rules])
        yield self._section(
            "examples",
            [self._example(each, found) for group in found.examples.values() for each in group],
            asked=found.examples_asked,
        )
        yield self._section(
            "situations",
            [self._situations(key, found) for key in found.situations],
            asked=sum(found.asked.values()),
            still=len(CALCULATORS) - len({calculator for calculator, _ in found.situations}),
        )
        if found.figures is None:
            yield Section(self.say("report", "unasked_figures"), ())
        else:
            yield self._section("figures", [self._figure(each) for each in found.figures])
        yield self._section(
            "typed",
            [Entry(f"{each.line}  …{each.words}…") for each in found.typed],
        )

    def _section(self, kind: str, entries: list[Entry], **values: object) -> Section:
        code = kind if entries else f"no_{kind}"
        return Section(self.say("report", code, count=len(entries), **values), tuple(entries))

    def say(self, *keys: str, **values: object) -> str:
        """The sentence at the path ``keys``."""
        return sentence(self._texts, *keys, values=values)

    def _rule(self, change: RuleChange) -> Entry:
        calculator = change.rule.partition(".")[0]
        before, after = (self._value(calculator, each) for each in (change.before, change.after))
        values = {"rule": change.rule, "day": change.day, "before": before, "after": after}
        return Entry(self.say("report", "rule", **values))

    def _value(self, calculator: str, value: Value | None) -> str:
        if value is None:
            return self.say("report", "nothing")
        if value["formula"]:
            return str(value["formula"])
        if value["value"] is None:
            return self.say("report", "statement")
        amount = Decimal(value["value"])
        texts = self._words_of(calculator)
        return quantity(number(amount), value["unit"], texts, value=amount)

    def _words_of(self, calculator: str) -> Texts:
        return definition(calculator).texts(self._texts.lang)

    def _example(self, change: AnswerChange, found: Changes) -> Entry:
        head = self.say(
            "report", "example", calculator=change.question.calculator,
            name=found.names[change.question], day=change.question.on,
        )  # fmt: skip
        return Entry(head, (self._inputs(change), *self._movements(change)))

    def _situations(self, key: tuple[str, str], found: Changes) -> Entry:
        calculator, day = key
        differing = found.situations[key]
        head = self.say(
            "report", "situation", calculator=calculator, day=day,
            count=len(differing), asked=found.asked[key],
        )  # fmt: skip
        told = [
            f"{self._inputs(each)}: {'; '.join(self._movements(each))}"
            for each in differing[:_TOLD]
        ]
        more = len(differing) - len(told)
        return Entry(head, (*told, *([self.say("report", "more", count=more)] if more else [])))

    def _inputs(self, change: AnswerChange) -> str:
        calculator = change.question.calculator
        texts, typed = self._words_of(calculator), dict(change.question.inputs)
        # As it was read, so that every field can say it; as it was typed, where none could read it.
        read = next((each["inputs"] for each in (change.after, change.before) if each["ok"]), typed)
        said = [
            f"{texts.get('fields', name, 'label')} "
            f"{value if read is typed else field.said(name, value, texts)}"
            for name, field in fields_of(definition(calculator).inputs).items()
            if name in typed and (value := read.get(name))
        ]
        return _short(self.say("words", "separator").join(said))

    def _movements(self, change: AnswerChange) -> list[str]:
        """Output by output; where none differs, the sentence; else that one side has no answer."""
        before, after = change.before, change.after
        if not (before["ok"] and after["ok"]):
            return [
                self.say("report", "becomes", before=self._whole(before), after=self._whole(after))
            ]
        calculator = change.question.calculator
        described, texts = definition(calculator), self._words_of(calculator)
        outputs = outputs_of(described.outputs)
        moved = []
        for name in change.outputs:
            if name not in outputs or name not in before["outputs"] or name not in after["outputs"]:
                continue
            one, other = before["outputs"][name], after["outputs"][name]
            more = outputs[name].change(one, other, texts) if None not in (one, other) else None
            line = self.say(
                "report", "output", label=column_label(described, name, texts),
                before=output_words(described, before["outputs"], name, texts),
                after=output_words(described, after["outputs"], name, texts),
            )  # fmt: skip
            moved.append(line + (self.say("report", "by", more=more) if more else ""))
        if moved:
            return moved
        if before["headline"] != after["headline"]:
            return [
                self.say("report", "becomes", before=before["headline"], after=after["headline"])
            ]
        return [self.say("report", "sentences")]

    @staticmethod
    def _whole(answer: Answer) -> str:
        if answer["ok"]:
            return answer["headline"]
        return "; ".join(each["text"] for each in answer["errors"])

    def _figure(self, change: FigureChange) -> Entry:
        nothing = self.say("report", "nothing")
        line = self.say(
            "report", "figure", call=str(change.call), day=change.day,
            before=change.before or nothing, after=change.after or nothing,
        )  # fmt: skip
        return Entry(line, tuple(change.pages))


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
