"""What was typed wrongly, told in one line of the reader's language; the whole usage is --help."""

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn, override

from calculators.core.inputs.normalising import quoted
from calculators.core.text.catalogue import LANGUAGES, Texts

# What argparse says, by our code for it; its groups are the values of our sentence.
_OF_ARGPARSE = {
    "unknown_option": r"unrecognized arguments: (?P<words>\S+).*",
    "no_value": r"argument (?P<option>.*?): expected (?:one|at least one) argument",
    "no_choice": (
        r"argument (?P<option>.*?): invalid choice: '?(?P<word>.*?)'? \(choose from (?P<known>.*)\)"
    ),
    "not_both": r"argument (?P<option>.*?): not allowed with argument (?P<other>.*)",
    "several_options": r"ambiguous option: (?P<word>.*?) could match (?P<known>.*)",
    "no_value_wanted": r"argument (?P<option>.*?): ignored explicit argument '?(?P<word>.*?)'?",
}


class UsageError(Exception):
    """A command that cannot be meant: ``code`` names its sentence, ``values`` fill it."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def told(self, lang: str) -> str:
        """The sentence, in one line."""
        values = {name: quoted(text) for name, text in self.values.items()}
        return Texts("calculators.terminal", lang).get("usage", self.code).format(**values)


class Parser(argparse.ArgumentParser):
    """Raises :class:`UsageError` where the usual one prints all options, and ends."""

    @override
    def error(self, message: str) -> NoReturn:
        for code, pattern in _OF_ARGPARSE.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                raise UsageError(code, **found.groupdict())
        raise UsageError("other", message=message)


class Once(argparse.Action):
    """An option that holds one value: the second would silently win."""

    @override
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        if getattr(namespace, f"{self.dest}_was", None) is not None:
            raise UsageError("option_twice", option=option_string or self.dest)
        setattr(namespace, f"{self.dest}_was", values)
        setattr(namespace, self.dest, values)


def language_of(words: Sequence[str]) -> str:
    """The language that ``words`` ask for, though they cannot be read otherwise."""
    for at, word in enumerate(words):
        option, equals, value = word.partition("=")
        if option == "--lang":
            asked = value if equals else "".join(words[at + 1 : at + 2])
            if asked in LANGUAGES:
                return asked
    return LANGUAGES[0]


def pairs(written: Sequence[str], option: str = "") -> dict[str, str]:
    """``["paid=3"]`` as ``{"paid": "3"}``; raises :class:`UsageError` for anything else.

    ``option`` is the one that they were written behind, as ``--unit``.
    """
    typed: dict[str, str] = {}
    for each in written:
        name, equals, value = each.partition("=")
        if not equals or not name:
            code = {"--column": "no_column", "--other": "no_column", "--unit": "no_unit"}
            raise UsageError(code.get(option, "no_pair"), option=option, word=each)
        if name in typed:
            raise UsageError("pair_twice", name=name, word=f"{option} {name}=".strip())
        typed[name] = value
    return typed
