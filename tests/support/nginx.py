"""The nginx of this machine, started with the configuration that ``deploy/`` gives to hosts."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.markdown import ROOT

DEPLOY = ROOT / "deploy"
HOST = "nginx.localhost"  # a browser trusts it as it trusts https
MISSING = "needs nginx with brotli: apt-get install nginx libnginx-mod-http-brotli-static"
# Where Debian and nginx itself put modules.
_MODULES = (Path("/usr/share/nginx/modules"), Path("/usr/lib/nginx/modules"))
_MAIN = """
{modules}
{user}
daemon off;
pid {folder}/pid;
error_log {folder}/errors notice;
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  {included}
}}
"""


def needed() -> None:
    """Skip what needs nginx where it is missing, unless nothing may be skipped (``.ci/run``)."""
    if shutil.which("nginx") and _module():
        return
    if "NOTHING_SKIPPED" in os.environ:
        pytest.fail(MISSING)
    pytest.skip(MISSING)


def _module() -> Path | None:
    places = (folder / "ngx_http_brotli_static_module.so" for folder in _MODULES)
    return next((path for path in places if path.exists()), None)


def configured(folder: Path, site: Path, port: int, *, module: bool, brotli: bool) -> list[str]:
    """The command of an nginx that serves ``site`` as ``deploy/`` says, from this machine alone.

    ``module`` is whether it has the module of brotli, ``brotli`` whether it is told to use it.
    """
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for of_host, of_test in {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "root /var/www/handbook;": f"root {site};",
    }.items():
        assert text.count(of_host) == 1
        text = text.replace(of_host, of_test)
    (folder / "handbook.conf").write_text(text, encoding="utf-8")
    included = [folder / "handbook.conf", *([DEPLOY / "nginx-brotli.conf"] if brotli else [])]
    main = _MAIN.format(
        modules=f"load_module {_module()};" if module else "",
        # The tests' own files are for their own user.
        user="user root;" if os.getuid() == 0 else "",
        folder=folder,
        included="\n  ".join(f"include {path};" for path in included),
    )
    (folder / "main.conf").write_text(main, encoding="utf-8")
    return [shutil.which("nginx") or "nginx", "-p", str(folder), "-c", str(folder / "main.conf")]


@contextmanager
def running(folder: Path, site: Path) -> Iterator[int]:
    """The port at which nginx serves ``site``; ``folder`` is for its own files."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = configured(folder, site, port, module=True, brotli=True)
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port, server, folder / "errors")
            yield port
        finally:
            server.terminate()
    told = (folder / "errors").read_text(encoding="utf-8")
    # What is not there is asked for on purpose.
    assert [line for line in _faults(told) if "No such file" not in line] == []


def _faults(log: str) -> list[str]:
    return [line for line in log.splitlines() if re.search(r"\[(?:warn|error|crit|alert)\]", line)]


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(100):
        assert server.poll() is None, log.read_text(encoding="utf-8")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("nginx does not listen")
