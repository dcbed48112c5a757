"""The engines that Debian has beside Chromium, each started afresh and led to our server alone."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from selenium.webdriver import Remote
from selenium.webdriver.common.options import BaseOptions
from selenium.webdriver.firefox.options import Options as FirefoxOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines.marionette import Marionette

WIDTH, HEIGHT = 390, 844  # a phone's

# Bars of buttons keep a window from being as narrow as a phone.
_NARROW_GTK = "* { min-width: 0; padding: 0; font-size: 1px; -gtk-icon-transform: scale(0.1) }"
_NARROW_FIREFOX = ":root { min-width: 0 !important }"
_PREFERENCES = {
    "marionette.port": "0",  # any that is free; it writes down which
    "toolkit.legacyUserProfileCustomizations.stylesheets": "true",
    # The server is the proxy, for names below localhost, too, which stay trustworthy.
    "network.proxy.allow_hijacking_localhost": "true",
    "network.proxy.testing_localhost_is_secure_when_hijacked": "true",
    "ui.useOverlayScrollbars": "1",  # as on a phone
    "network.captive-portal-service.enabled": "false",
    "network.connectivity-service.enabled": "false",
}


@contextmanager
def webkit(folder: Path, port: int) -> Iterator[WebDriver]:
    """A WebKitGTK that has never been anywhere, on a screen that nobody sees.

    Its settings are in ``folder``; the server at ``port`` answers for every host.
    """
    style = folder / "gtk-3.0" / "gtk.css"
    style.parent.mkdir()
    style.write_text(_NARROW_GTK)
    options = WebKitOptions()
    options.binary_location = str(_mini_browser())
    options.add_argument("--automation")
    options.set_capability("browserName", "MiniBrowser")
    _lead_to(port, options)
    with _screen() as display:
        settings = {"DISPLAY": display, "XDG_CONFIG_HOME": str(folder)}
        service = Service(env=os.environ | settings)
        service.start()
        try:
            at = ClientConfig(remote_server_addr=service.service_url)
            with _driving(RemoteConnection(client_config=at), options) as driver:
                yield driver
        finally:
            service.stop()


@contextmanager
def firefox(folder: Path, port: int) -> Iterator[WebDriver]:
    """A Firefox that has never been anywhere; the same otherwise."""
    (folder / "chrome").mkdir()
    (folder / "chrome" / "userChrome.css").write_text(_NARROW_FIREFOX)
    (folder / "user.js").write_text(
        "".join(f'user_pref("{name}", {value});\n' for name, value in _PREFERENCES.items())
    )
    options = FirefoxOptions()
    _lead_to(port, options)
    command = (_firefox() or "", "--marionette", "--headless", "--profile", folder)
    with _running(*command, HOME=folder):
        listening = folder / "MarionetteActivePort"
        _wait_for(listening.is_file)
        with _driving(Marionette(int(listening.read_text())), options) as driver:
            yield driver


type Engine = Callable[[Path, int], AbstractContextManager[WebDriver]]
ENGINES: Mapping[str, Engine] = {"webkit": webkit, "firefox": firefox}


def missing(engine: str) -> str:
    """A sentence that says what to install before ``engine`` can be started; or nothing."""
    if engine == "firefox":
        return "" if _firefox() else "No Firefox: apt-get install firefox-esr"
    there = shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and _mini_browser()
    return "" if there else "No WebKit: apt-get install webkit2gtk-driver xvfb"


def _firefox() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


def _mini_browser() -> Path | None:
    """WebKitGTK's own little browser, which comes with its driver."""
    return next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), None)


def _lead_to(port: int, options: BaseOptions) -> None:
    server = f"127.0.0.1:{port}"
    proxy = {"proxyType": "manual", "httpProxy": server, "sslProxy": server}
    options.set_capability("proxy", proxy)


@contextmanager
def _driving(connection: RemoteConnection, options: BaseOptions) -> Iterator[WebDriver]:
    driver = Remote(connection, options=options, file_detector=UselessFileDetector())
    try:
        yield driver
    finally:
        driver.quit()
        connection.close()  # type: ignore[no-untyped-call]


@contextmanager
def _screen() -> Iterator[str]:
    """The name of an X display that is in nobody's way."""
    read, write = os.pipe()
    with (
        open(read, "rb") as said,  # noqa: PTH123 (a pipe has no path)
        _running("Xvfb", "-displayfd", str(write), "-nolisten", "tcp", pass_fds=(write,)),
    ):
        os.close(write)
        yield f":{said.readline().decode().strip()}"


@contextmanager
def _running(
    *command: str | Path, pass_fds: tuple[int, ...] = (), **settings: str | Path
) -> Iterator[None]:
    with subprocess.Popen(
        command,
        env=os.environ | {name: str(value) for name, value in settings.items()},
        pass_fds=pass_fds,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield
        finally:
            process.terminate()


def _wait_for(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < until, "the browser does not start"
        time.sleep(0.1)
