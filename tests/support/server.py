"""A plain static server on the loopback, under any path, with brotli where the browser takes it."""

import functools
import mimetypes
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Literal
from urllib.parse import unquote, urlsplit

import brotli

from tests.support.headers import Rule, headers_for, rules_of

_COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".wasm", ".zip"}


_PIECE = 16_384  # bytes that a paced line carries at once
_PAUSE = 0.05  # seconds between the bytes of what is slow


@functools.cache
def _compressed(path: Path, quality: int, _changed: int) -> bytes:
    return bytes(brotli.compress(path.read_bytes(), quality=quality))


# An answer "refused" says 503; one that is "damaged" has every byte but one. As long as there is
# such a fault, one that is "slow" flows, and one that is "held" stands still in its middle.
type Fault = Literal[
    "missing", "refused", "error page", "cut short", "damaged", "dropped", "slow", "held"
]


@dataclass
class Pace:
    """A line that carries ``rate`` bytes a second in all, and ``delay`` seconds to and fro."""

    rate: float
    delay: float
    _free: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """``data`` in pieces, each when the line has carried those before it."""
        time.sleep(self.delay)
        for begin in range(0, len(data), _PIECE):
            piece = data[begin : begin + _PIECE]
            with self._lock:
                self._free = max(self._free, time.monotonic()) + len(piece) / self.rate
                until = self._free
            time.sleep(max(0.0, until - time.monotonic()))
            yield piece


@dataclass
class Site:
    """A folder being served.

    ``address`` is where its index is, ``port`` the one it is served at, ``sent`` the bytes of
    bodies that went out, ``asked`` the paths in the order they were asked for. ``faults`` make
    files of a name go wrong, as servers and networks do: under the same headers as sound ones, so
    that a browser keeps what came wrong. ``is_gone`` cuts every line before a word is said.
    ``pace`` makes the line as slow as a reader's. ``listener`` is a script that every page begins
    with, for browsers that tell nobody what they complain of.
    """

    root: Path
    prefix: str
    quality: int
    address: str = ""
    port: int = 0
    sent: int = 0
    listener: str = ""
    asked: list[str] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)
    pace: Pace | None = None
    is_gone: bool = False
    rules: list[Rule] = field(default_factory=list)

    def headers(self, path: str) -> dict[str, str]:
        """What the site asks of its host for a path, which else is asked for anew each time."""
        within = path.removeprefix(self.prefix.removesuffix("/"))
        return {"Cache-Control": "no-cache", **headers_for(within, self.rules)}

    def compressed(self, path: Path) -> bytes:
        """The file as it goes over the wire; made once."""
        return _compressed(path, self.quality, path.stat().st_mtime_ns)

    def compress_all(self) -> None:
        """Do the slow work before anybody measures."""
        for path in self.root.rglob("*"):
            if path.suffix in _COMPRESSED:
                self.compressed(path)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: Site, *args: object) -> None:
        self.site = site
        super().__init__(*args)  # type: ignore[arg-type]

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        if self.site.is_gone:
            self.close_connection = True
            return
        self.site.asked.append(self.path)
        path = self._file()
        if path and path.name in self.site.faults:
            self._go_wrong(path, self.site.faults[path.name])
            return
        if path is None:
            self._send(HTTPStatus.NOT_FOUND, b"<h1>404</h1>", "text/html")
            return
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if self.site.listener and path.suffix == ".html":
            begun = f'<head><meta charset="utf-8"><script>{self.site.listener}</script>'.encode()
            self._send(HTTPStatus.OK, path.read_bytes().replace(b"<head>", begun, 1), kind)
        elif path.suffix in _COMPRESSED and "br" in self.headers.get("Accept-Encoding", ""):
            self._send(HTTPStatus.OK, self.site.compressed(path), kind, "br")
        else:
            self._send(HTTPStatus.OK, path.read_bytes(), kind)

    def _go_wrong(self, path: Path, fault: Fault) -> None:
        whole = path.read_bytes()
        half = whole[: len(whole) // 2]
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if fault == "missing":
            self._send(HTTPStatus.NOT_FOUND, b"<h1>404</h1>", "text/html")
        elif fault == "refused":
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, b"<h1>503</h1>", "text/html")
        elif fault == "error page":
            self._send(HTTPStatus.OK, b"<h1>Please log in to the network</h1>", "text/html")
        elif fault == "cut short":
            self._send(HTTPStatus.OK, half, kind)
        elif fault == "damaged":
            other = bytes([whole[len(half)] ^ 1])
            self._send(HTTPStatus.OK, half + other + whole[len(half) + 1 :], kind)
        elif fault in {"slow", "held"}:
            self._linger(path, whole, kind, flowing=fault == "slow")
        else:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Length", str(len(whole)))
            self.end_headers()
            self.wfile.write(half)
            self.close_connection = True

    def _linger(self, path: Path, whole: bytes, kind: str, *, flowing: bool) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(whole)))
        self.end_headers()
        sent = len(whole) // 2
        self.wfile.write(whole[:sent])
        while path.name in self.site.faults and sent < len(whole) - 1:
            time.sleep(_PAUSE)
            if flowing:
                self.wfile.write(whole[sent : sent + 1])
                sent += 1
        self.wfile.write(whole[sent:])

    def _file(self) -> Path | None:
        url = unquote(urlsplit(self.path).path)
        if not url.startswith(self.site.prefix):
            return None
        path = self.site.root / url.removeprefix(self.site.prefix)
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_file() else None

    def _send(self, status: HTTPStatus, data: bytes, kind: str, encoding: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in self.site.headers(urlsplit(self.path).path).items():
            if status == HTTPStatus.OK or name != "Cache-Control":
                self.send_header(name, value)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        if self.command == "HEAD":
            return
        for piece in self.site.pace.pieces(data) if self.site.pace else (data,):
            self.wfile.write(piece)
        self.site.sent += len(data)

    def log_message(self, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is no fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(root: Path, *, prefix: str = "/", quality: int = 4) -> Iterator[Site]:
    """Serve the folder ``root`` under ``prefix``, compressed with brotli of ``quality``."""
    site = Site(root, prefix, quality, rules=rules_of(root))
    server = _Server(("127.0.0.1", 0), functools.partial(_Handler, site))
    site.port = server.server_address[1]
    site.address = f"http://127.0.0.1:{site.port}{prefix}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
