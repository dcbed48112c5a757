"""What a run of mutmut found, by room: ``mutmut results --all true | python tools/mutations.py``.

Lists the changes that no test noticed, then how many were noticed. Status 1: less than 90 % were,
or nothing was changed.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

WANTED = 90
# A change that makes a test hang, or that mypy refuses, is noticed, too.
NOTICED = {"killed", "timeout", "caught by type check"}


def main(lines: Iterable[str]) -> int:
    """Print what ``lines`` of ``name: status`` come to."""
    found = dict(_found(lines))
    rooms: dict[str, Counter[bool]] = defaultdict(Counter)
    for name, status in found.items():
        noticed = status in NOTICED
        rooms[_room(name)][noticed] += 1
        if not noticed:
            print(f"{name}: {status}")
    total = sum(rooms.values(), Counter[bool]())
    for room, counted in [*sorted(rooms.items()), ("all", total)]:
        share = f"{100 * counted[True] / counted.total():.1f} %" if counted else "none"
        print(f"{room}: {counted[True]} of {counted.total()} noticed, {share}")
    return int(not total or 100 * total[True] < WANTED * total.total())


def _found(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, colon, status = line.strip().rpartition(": ")
        if colon:
            yield name, status


def _room(name: str) -> str:
    """``calculators.core.rules.confidence.x_judge__mutmut_1`` is of ``calculators.core.rules``."""
    parts = name.split(".")
    return ".".join(parts[: 3 if parts[1] == "core" else 2])


if __name__ == "__main__":
    sys.exit(main(sys.stdin))
