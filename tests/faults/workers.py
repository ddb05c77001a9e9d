"""Several workers behind one webhook, each of which the test can speak to."""

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.house import Parts
from bot.running import at_work
from bot.settings import Settings
from playground.server import playground_server
from storage.database import open_database
from storage.migrating import migrate
from tests.conversations.conftest import OPERATOR_ID, PEOPLE, TOKEN, UNHURRIED, stocked
from tests.conversations.market import Market
from tests.conversations.people import Phone

SECRET = "a-secret-of-forty-characters-0123456789-"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
JSON = {"Content-Type": "application/json"}


@dataclass
class Worker:
    """One bot at work, and the door that Telegram knocks at."""

    parts: Parts
    url: str
    stack: AsyncExitStack

    async def stop(self) -> None:
        """As SIGTERM stops it."""
        await self.stack.aclose()


@dataclass
class Workshop:
    """The market before any worker came in."""

    database_url: str
    url: str
    session: aiohttp.ClientSession
    invitation: str
    files: str
    ann: Phone
    li: Phone
    olga: Phone
    ids: Any = field(default_factory=lambda: itertools.count(70_000))

    def market(self) -> Market:
        """The same people, for who plays a whole market."""
        phones = (self.ann, self.li, self.olga)
        return Market(self.settings(), self.url, self.session, *phones, self.invitation)

    def settings(self, **changes: Any) -> Settings:
        """What each worker is told."""
        told = {
            "bot_token": TOKEN,
            "database_url": self.database_url,
            "files_url": self.files,
            "telegram_api_url": self.url,
            "port": 0,
            "operator_ids": frozenset({OPERATOR_ID}),
        }
        return Settings(_env_file=None, **{**told, **changes})

    def environment(self) -> dict[str, str]:
        """The same for a worker that is a process of its own."""
        told = self.settings().model_dump()
        names = ("bot_token", "database_url", "files_url", "telegram_api_url", "port")
        return {name.upper(): str(told[name]) for name in names} | {"OPERATOR_IDS": str(OPERATOR_ID)}

    async def start(self, **changes: Any) -> Worker:
        """A worker who polls."""
        stack = AsyncExitStack()
        return Worker(await stack.enter_async_context(at_work(self.settings(**changes))), "", stack)

    async def start_behind_webhook(self) -> Worker:
        """A worker whom Telegram tells of updates."""
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        worker = await self.start(port=port, webhook_url=url, webhook_secret=SECRET)
        worker.url = f"{url}/telegram"
        return worker

    async def knock(self, worker: Worker, body: bytes | dict[str, Any], **headers: str) -> int:
        """Gives a worker an update as Telegram would; returns the status."""
        said = {"json": body} if isinstance(body, dict) else {"data": body}
        told = {HEADER: SECRET, **headers} if isinstance(body, dict) else {HEADER: SECRET, **JSON, **headers}
        async with self.session.post(worker.url, headers=told, **said) as answer:
            return answer.status

    def words(self, person: int, text: str, update_id: int | None = None) -> dict[str, Any]:
        """An update in which somebody writes."""
        number = next(self.ids) if update_id is None else update_id
        sender = {"id": person, "is_bot": False, "first_name": "P", "language_code": "en"}
        chat = {"id": person, "type": "private", "first_name": "P"}
        message = {"message_id": number, "date": 1, "chat": chat, "from": sender, "text": text}
        return {"update_id": number, "message": message}


@asynccontextmanager
async def open_workshop(database_url: str, files: str) -> AsyncIterator[Workshop]:
    """Stocks the database and opens the playground."""
    async with open_database(database_url) as database:
        await migrate(database)
        invitation = await stocked(database, files)
    async with playground_server([TOKEN]) as playground, aiohttp.ClientSession() as session:
        for person in PEOPLE:
            await session.post(f"{playground.url}/playground/people", json=person)
        await session.put(f"{playground.url}/playground/limits", json=UNHURRIED)
        phones = (Phone(session, playground.url, int(str(person["id"]))) for person in PEOPLE)
        yield Workshop(database_url, playground.url, session, invitation, files, *phones)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def stop_all(*workers: Worker) -> None:
    """All of them, at once."""
    await asyncio.gather(*(worker.stop() for worker in workers))
