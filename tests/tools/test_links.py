"""Addresses of sources: a page that is gone is told from a host that says nothing."""

import socket
from http import HTTPStatus
from pathlib import Path

from tests.support.server import serving
from tools.links import asked, report


def test_a_page_that_is_gone_is_no_host_that_is_silent(tmp_path: Path) -> None:
    (tmp_path / "there.html").write_text("<p>A rule.</p>")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with serving(tmp_path) as site:
        links = [
            ("there", f"{site.address}there.html"),
            ("gone", f"{site.address}gone.html"),
            ("silent", nobody),
        ]
        found = {each.source: each for each in asked(links)}
    assert found["there"].said == HTTPStatus.OK
    assert (found["gone"].said, found["gone"].gone) == (HTTPStatus.NOT_FOUND, True)
    assert not found["silent"].gone
    chinese, english, *listed = report(list(found.values()))
    assert chinese == "出处的地址 3 个，1 个没有了，1 个没有答复。"
    assert english == "3 addresses of sources: 1 gone, 1 without an answer."
    assert [line.partition(":")[0] for line in listed] == ["- gone", "- silent"]
