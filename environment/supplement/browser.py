"""Chromium without a window, driven through its debugging protocol over two pipes."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_OPTIONS = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND", "--allow-file-access-from-files",
    "--font-render-hinting=none",
)  # fmt: skip


class BrowserError(Exception):
    """A browser that is missing, ended or refused; the message says which."""


def program() -> str:
    """The browser of this machine; CARBONCOMP_BROWSER names another one."""
    named = os.environ.get("CARBONCOMP_BROWSER")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found:
        raise BrowserError("figures are drawn by a browser, and none was found; install Chromium (Debian and Ubuntu: chromium)")
    return found


class Browser:
    """One page at a time; a context manager that ends the browser and removes its profile."""

    def __init__(self, width: int = 1400, height: int = 1000) -> None:
        self._size = (width, height)
        self._last = 0

    def __enter__(self) -> Browser:
        self._folder = tempfile.TemporaryDirectory(prefix="carboncomp-browser-", ignore_cleanup_errors=True)
        (commands, to_browser), (from_browser, answers) = os.pipe(), os.pipe()
        # Chromium has no sandbox for root.
        options = [*_OPTIONS, *(["--no-sandbox"] if os.geteuid() == 0 else []), "--remote-debugging-pipe"]
        options += [f"--window-size={self._size[0]},{self._size[1]}", f"--user-data-dir={self._folder.name}/profile"]
        # Chromium reads commands from descriptor 3 and writes answers to 4.
        shell = f'exec 3<&{commands} 4>&{answers}; exec "$0" "$@"'
        self._process = subprocess.Popen(
            ["bash", "-c", shell, program(), *options, "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(commands, answers),
        )  # fmt: skip
        os.close(commands)
        os.close(answers)
        self._to, self._from = os.fdopen(to_browser, "wb", buffering=0), os.fdopen(from_browser, "rb")
        self._pending = b""
        target = self._call("Target.createTarget", {"url": "about:blank"}, None)["targetId"]
        self._session = self._call("Target.attachToTarget", {"targetId": target, "flatten": True}, None)["sessionId"]
        self.call("Page.enable")
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._call("Browser.close", {}, None)
        except (BrowserError, OSError):
            pass
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._to.close()
        self._from.close()
        self._folder.cleanup()

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command of the protocol, to the page."""
        return self._call(method, parameters, self._session)

    def before_scripts(self, script: str) -> None:
        """A script that every page opened from now on runs first."""
        self.call("Page.addScriptToEvaluateOnNewDocument", source=script)

    def prefer(self, scheme: str) -> None:
        """Pages are told that the reader prefers this scheme: light or dark."""
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, page: Path) -> None:
        """Opens a file and waits until it is loaded."""
        answer = self.call("Page.navigate", url=page.resolve().as_uri())
        if "errorText" in answer:
            raise BrowserError(f"{page} cannot be opened: {answer['errorText']}")
        self.value("new Promise(done => document.readyState === 'complete' ? done(1) : addEventListener('load', () => done(1)))")

    def value(self, expression: str) -> Any:
        """What an expression gives on the page; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description") or details["text"])
        return answer["result"].get("value")

    def print(self, width: float, height: float) -> bytes:
        """The page as a pdf of one sheet, sizes in px."""
        paper = {"paperWidth": width / 96, "paperHeight": height / 96}
        margins = {f"margin{side}": 0 for side in ("Top", "Bottom", "Left", "Right")}
        answer = self.call("Page.printToPDF", printBackground=True, pageRanges="1", **paper, **margins)
        return base64.b64decode(answer["data"])

    def picture(self) -> bytes:
        """The whole page as png."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)["data"])

    def _call(self, method: str, parameters: dict[str, Any], session: str | None) -> dict[str, Any]:
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        self._to.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive(method)
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def _receive(self, method: str) -> dict[str, Any]:
        pieces = [self._pending]
        while b"\0" not in pieces[-1]:
            piece = self._from.read1(1 << 20)
            if not piece:
                raise BrowserError(f"the browser {program()} ended during {method}")
            pieces.append(piece)
        message, _, self._pending = b"".join(pieces).partition(b"\0")
        return json.loads(message)
