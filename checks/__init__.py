"""What is wrong with the handbook's files, told in plain words: file, line, what, and the cure.

``check`` looks through a :class:`~checks.house.House` and gives findings. Each kind of mistake is a
small file in ``kinds/``; its sentences stand in ``sentences/``. ``python tools/run.py check``,
``make check``, ``mkdocs serve`` and the tests all ask here, so nothing that is looked for is
written twice.
"""

from collections.abc import Iterable

from checks.finding import Finding
from checks.house import House
from checks.kinds import KINDS, ROOTS, Kind
from checks.reading import calculators_of

__all__ = ["Finding", "House", "check"]


def check(house: House, only: Iterable[str] = (), kinds: Iterable[Kind] = KINDS) -> list[Finding]:
    """All findings by file and line, or those of the files ``only`` names, each once.

    One mistake is one finding: what follows from another is left out until that one is mended.
    """
    found: list[Finding] = []
    with calculators_of(house):
        for kind in kinds:
            for each in kind(house, tuple(found)):
                if not _follows(each, found):
                    found.append(each)
    wanted, told = set(only), {(each.path, each.line) for each in found if not _is_minor(each)}
    return sorted(
        each
        for each in set(found)
        if (not wanted or wanted & {each.path, *each.about})
        # A mark or a space is told when nothing else is wrong in its line.
        and not (_is_minor(each) and (each.path, each.line) in told)
    )


def _is_minor(finding: Finding) -> bool:
    return finding.code.startswith("type.")


def _follows(finding: Finding, found: list[Finding]) -> bool:
    """Whether the file cannot be read at all, which is told already."""
    return any(each.path == finding.path and each.code in ROOTS for each in found)
