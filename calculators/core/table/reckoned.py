"""How it was found how late an order is, where no row gives its hours."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.order_files import Files
from calculators.core.table.names import NOW

# Nothing tells it, so that the form's default was taken; by the click, of an order without a scan
# though a column has others'; until now, of one that has not been shipped.
TAKEN, BY_CLICK, WAITING = "taken", "by_click", "waiting"
# In time by the word of a row, and late by its moments; the other way about.
CONTRADICTED, SAID_LATE = "contradicted", "said_late"
# In time by the word of a row, and late by the hours that stand in it; the other way about.
HOURS_PREVAIL, NO_HOURS = "hours_prevail", "no_hours"


class Reckoned:
    """Tells it of each row; ``values`` are those for all rows, ``known`` what a file knows."""

    def __init__(
        self,
        definition: Definition,
        files: Files,
        values: Mapping[str, Any],
        known: Collection[str],
    ) -> None:
        fields = fields_of(definition.inputs)
        (self._name,) = files.until_now
        self._moments = files.instead[self._name]
        self._reckons = files.tells_shipping(known)
        # The best first.
        self._shipped = files.shipped[::-1]
        self._best = self._shipped[0] if self._shipped[0] in known else ""
        idle = files.idle_with.get(self._name, {})
        self._idle = {other: fields[other].read(text) for other, text in idle.items()}
        self._said = files.settled.get(self._name, "")
        # Of moments that hours for all prevail over that is said of the whole file.
        self._prevails = self._name in values and files.follows(self._name, known)
        self._values = values

    @staticmethod
    def of(
        definition: Definition, values: Mapping[str, Any], known: Collection[str]
    ) -> "Reckoned | None":
        """What tells it; ``None`` where no hours are reckoned, or all are given.

        Those that are given for all hold for what is late: a column may leave open which that is.
        """
        files = definition.files
        if not files or not files.until_now:
            return None
        if any(name in values and files.settled.get(name) not in known for name in files.until_now):
            return None
        return Reckoned(definition, files, values, known)

    def how(self, parsed: Mapping[str, Any], own: Mapping[str, Any]) -> str:
        """How the hours of a row were found; empty where there is nothing to say of that.

        ``own`` are the inputs of its cells alone.
        """
        said = parsed.get(self._said)
        if type(said) is bool and (told := self._against(parsed, own, said=said)):
            return told
        if said is False or parsed.get(self._name) is not None:
            return ""
        if any(self._value(parsed, other) == said for other, said in self._idle.items()):
            return ""
        if self._prevails:
            return ""
        moments = (self._value(parsed, each) for each in self._moments)
        if not self._reckons or None in moments:
            # By the hours that are given for all none may be late.
            known = self._value(parsed, self._said) or self._values.get(self._name) == 0
            return "" if known else TAKEN
        for name in self._shipped:
            if self._value(parsed, name) is not None:
                if self._said and parsed.get(self._said) and not self._is_late(parsed):
                    return SAID_LATE
                return BY_CLICK if self._best and name != self._best else ""
        return WAITING

    def _against(self, parsed: Mapping[str, Any], own: Mapping[str, Any], *, said: bool) -> str:
        """How the word of a row contradicts its hours, or its moments in calling it in time."""
        hours = own.get(self._name)
        if said and self._value(own, self._name) == 0:
            told = NO_HOURS
        elif not said and isinstance(hours, int) and hours > 0:
            told = HOURS_PREVAIL
        else:
            return CONTRADICTED if not said and self._is_late(parsed) else ""
        others = ((name, text) for name, text in self._idle.items() if name != self._said)
        return "" if any(self._value(parsed, name) == text for name, text in others) else told

    def _is_late(self, parsed: Mapping[str, Any]) -> bool:
        """Whether a row's moments say that it was shipped late, or still waits."""
        ends = (self._value(parsed, each) for each in self._moments)
        moments = (self._value(parsed, each) for each in (*self._shipped, NOW))
        shipped = next((each for each in moments if isinstance(each, datetime)), None)
        if shipped is None or not self._reckons:
            return False
        return any(isinstance(each, datetime) and each < shipped for each in ends)

    def _value(self, parsed: Mapping[str, Any], name: str) -> Any:
        value = parsed.get(name)
        return self._values.get(name) if value is None else value
