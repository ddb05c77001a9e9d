"""A bot's webhook endpoint that answers as a test wishes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass
class Listener:
    """Keeps what came; `status` decides each answer, `pause` how long it takes (seconds)."""

    url: str = ""
    heard: list[Any] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    status: Callable[[Any], int] = lambda update: 200
    headers: dict[str, str] = field(default_factory=dict)
    pause: Callable[[Any], float] = lambda update: 0.0
    came: asyncio.Event = field(default_factory=asyncio.Event)
    at_once: int = 0
    most_at_once: int = 0

    async def answer(self, request: web.BaseRequest) -> web.Response:
        update = await request.json()
        self.heard.append(update)
        self.came.set()
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.pause(update))
        self.at_once -= 1
        return web.Response(status=self.status(update), headers=self.headers)

    def texts(self) -> list[str]:
        """What the heard messages say; presses by their data."""
        return [
            update["message"]["text"] if "message" in update else update["callback_query"]["data"]
            for update in self.heard
        ]

    async def until(self, count: int) -> None:
        """Returns when so many updates have come."""
        async with asyncio.timeout(10):
            while len(self.heard) < count:
                await self.came.wait()
                self.came.clear()


@asynccontextmanager
async def listening() -> AsyncIterator[Listener]:
    """A listener on a free port."""
    listener = Listener()
    runner = web.ServerRunner(web.Server(listener.answer), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    listener.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield listener
    await runner.cleanup()
