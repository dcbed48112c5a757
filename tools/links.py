"""Which addresses of the register of sources no longer answer: ``python -m tools.links``.

Prints them as Markdown; status 1 where a page is gone. A host that cannot be reached from here, or
that turns programs away, says nothing about its pages: such addresses are listed, and are no
failure. Needs Python alone.
"""

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from calculators.core.rules.sources import register

GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_SECONDS = 30
_AT_ONCE = 8
# As a browser would ask; some hosts send others away.
_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; handbook link check)", "Accept": "text/html"}


class Asked(NamedTuple):
    """A source's address, and what its host said: a status, or why it said nothing."""

    source: str
    address: str
    said: HTTPStatus | str

    @property
    def gone(self) -> bool:
        """Whether the host says that there is no such page."""
        return self.said in GONE


def main() -> int:
    """Ask for every address, and tell of those that do not answer."""
    links = [(each.id, each.address) for each in register() if each.address]
    found = list(asked(links))
    sys.stdout.writelines(f"{line}\n" for line in report(found))
    return 1 if any(each.gone for each in found) else 0


def asked(links: Iterable[tuple[str, str]]) -> Iterator[Asked]:
    """What the hosts say of each link: a source's id and its address."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        yield from pool.map(_ask, links)


def report(found: list[Asked]) -> Iterator[str]:
    """Those that are gone, then those that could not be asked."""
    gone = [each for each in found if each.gone]
    silent = [each for each in found if each.said != HTTPStatus.OK and not each.gone]
    yield f"出处的地址 {len(found)} 个，{len(gone)} 个没有了，{len(silent)} 个没有答复。"
    yield f"{len(found)} addresses of sources: {len(gone)} gone, {len(silent)} without an answer."
    for each in (*gone, *silent):
        yield f"- {each.source}: <{each.address}> ({each.said})"


def _ask(link: tuple[str, str]) -> Asked:
    source, address = link
    request = Request(address, headers=_HEADERS)  # noqa: S310 (the register's own)
    try:
        with urlopen(request, timeout=_SECONDS) as reply:  # noqa: S310
            return Asked(source, address, HTTPStatus(reply.status))
    except HTTPError as error:
        return Asked(source, address, HTTPStatus(error.code))
    except (URLError, OSError, ValueError) as error:
        return Asked(source, address, str(getattr(error, "reason", error)))


if __name__ == "__main__":
    sys.exit(main())
