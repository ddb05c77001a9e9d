"""Starts a headless Chromium and carries DevTools protocol commands over its websocket."""

import asyncio
import itertools
import json
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--lang=en-US",
    # A headless browser has no mouse of its own; the page shows other controls to fingers.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
    "--remote-debugging-port=0",
    "about:blank",
)
LISTENING = re.compile(r"DevTools listening on (ws://\S+)")
COMPLAINTS = frozenset({"Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"})
ANSWER_SECONDS = 15


class ChromiumMissing(Exception):
    """No Chromium on this machine."""


class PageProblem(Exception):
    """The page, or the browser that shows it, refused what was asked."""


def find_chromium() -> str:
    """The path of an installed Chromium; raises ChromiumMissing, which says how to install one."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise ChromiumMissing("Chromium is missing; on Debian: apt-get install -y chromium fonts-noto-cjk")
    return found


class Wire:
    """The websocket to one browser: numbered commands out, their answers back."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.session: str | None = None
        self.complaints: list[str] = []

    async def listen(self) -> None:
        """Hands each answer to the call that waits for it, and keeps complaints; ends with the socket."""
        async for frame in self._socket:
            answer = json.loads(frame.data)
            if answer.get("method") in COMPLAINTS:
                self.complaints.append(json.dumps(answer["params"]))
            waiting = self._answers.pop(answer.get("id", 0), None)
            if waiting is not None and not waiting.done():
                waiting.set_result(answer)

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One protocol command; raises PageProblem with the browser's own words."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        command = {"id": number, "method": method, "params": params}
        await self._socket.send_json(command | ({"sessionId": self.session} if self.session else {}))
        async with asyncio.timeout(ANSWER_SECONDS):
            answer = await self._answers[number]
        if "error" in answer:
            raise PageProblem(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    async def open_tab(self) -> None:
        """Opens a tab; later calls speak to it."""
        tab = await self.call("Target.createTarget", url="about:blank")
        attached = await self.call("Target.attachToTarget", targetId=tab["targetId"], flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            await self.call(f"{domain}.enable")


@asynccontextmanager
async def open_wire() -> AsyncIterator[Wire]:
    """A fresh Chromium with one empty tab; it and its profile are gone afterwards."""
    async with (
        _browser() as address,
        ClientSession() as session,
        session.ws_connect(address, max_msg_size=0) as socket,
    ):
        wire = Wire(socket)
        listening = asyncio.create_task(wire.listen())
        await wire.open_tab()
        yield wire
        listening.cancel()


@asynccontextmanager
async def _browser() -> AsyncIterator[str]:
    with _empty_folder() as profile:
        process = await asyncio.create_subprocess_exec(
            find_chromium(), f"--user-data-dir={profile}", *FLAGS, stderr=asyncio.subprocess.PIPE
        )
        try:
            yield await _address(process)
        finally:
            if process.returncode is None:
                process.kill()
            await process.communicate()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stderr is not None
    said = b""
    async for line in process.stderr:
        said += line
        if found := LISTENING.search(line.decode()):
            return found[1]
    raise PageProblem(f"Chromium did not start: {said.decode()[-500:]}")


@contextmanager
def _empty_folder() -> Iterator[str]:
    folder = tempfile.mkdtemp(prefix="chromium-")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
