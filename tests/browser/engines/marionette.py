"""Firefox driven by selenium without geckodriver, which Debian does not have.

Firefox itself takes WebDriver's commands, under other names and over a plain socket: Marionette.
All that geckodriver does is to translate, and so does this, for the commands that are used here.
"""

import json
import socket
from typing import Any

from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection

_NAMES = {
    Command.GET: "WebDriver:Navigate",
    Command.GO_BACK: "WebDriver:Back",
    Command.GET_CURRENT_URL: "WebDriver:GetCurrentURL",
    Command.W3C_EXECUTE_SCRIPT: "WebDriver:ExecuteScript",
    Command.CLICK_ELEMENT: "WebDriver:ElementClick",
    Command.CLEAR_ELEMENT: "WebDriver:ElementClear",
    Command.SEND_KEYS_TO_ELEMENT: "WebDriver:ElementSendKeys",
    Command.SET_WINDOW_RECT: "WebDriver:SetWindowRect",
    Command.SCREENSHOT: "WebDriver:TakeScreenshot",
    Command.QUIT: "Marionette:Quit",
}


class Marionette(RemoteConnection):
    """Takes selenium's commands to the Firefox that listens at ``port``."""

    def __init__(self, port: int) -> None:
        super().__init__(client_config=ClientConfig(f"http://127.0.0.1:{port}"))
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._answers = self._socket.makefile("rb")
        self._count = 0
        self._read()  # which protocol it speaks

    def execute(self, command: str, params: dict[str, Any]) -> dict[str, Any]:
        """What a driver would answer; an error as selenium's check of answers knows it."""
        if command == Command.NEW_SESSION:
            return self._ask("WebDriver:NewSession", params["capabilities"]["alwaysMatch"])
        sent = {name: each for name, each in params.items() if name != "sessionId"}
        if command == Command.SCREENSHOT:
            sent["full"] = False  # what is on the screen, not the whole page
        return self._ask(_NAMES[command], sent)

    def close(self) -> None:
        """Leave Firefox alone."""
        self._answers.close()
        self._socket.close()
        super().close()  # type: ignore[no-untyped-call]

    def _ask(self, name: str, params: dict[str, Any]) -> dict[str, Any]:
        self._count += 1
        message = json.dumps([0, self._count, name, params]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = self._read()
        if error:
            return {"status": error["error"], "value": error}
        return value if "value" in value else {"value": value}

    def _read(self) -> Any:
        length = b""
        while (figure := self._answers.read(1)) != b":":
            if not figure:
                raise ConnectionError("Firefox is gone")
            length += figure
        return json.loads(self._answers.read(int(length)))
