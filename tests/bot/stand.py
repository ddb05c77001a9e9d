"""A bot without Telegram: updates come in by hand, letters stay in the outbox."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from aiogram import Bot, Dispatcher, Router
from sqlalchemy import select

from bot.processing import House, Processor
from bot.receiving import Receiver
from domain.people import Language
from storage.conversations import ConversationStorage
from storage.database import Database
from storage.inbox import RawUpdate
from storage.tables.post import inbox, outbox
from storage.workers import Heartbeat
from tests.builders import Trade

BOT_ID = 42
OPERATOR = 9003
SECRET = "0123456789abcdef0123456789abcdef-X"
PATIENCE_SECONDS = 90.0


@dataclass(frozen=True)
class Stand:
    """One worker with handlers of the test's own, or the bot's."""

    database: Database
    receiver: Receiver
    heart: Heartbeat

    async def receives(self, *updates: dict[str, Any]) -> None:
        """Takes updates in and waits until whatever can be handled is handled."""
        raw = [RawUpdate(each["update_id"], lane(each), orjson.dumps(each)) for each in updates]
        await self.receiver.receive(raw)
        await self.receiver.finish(PATIENCE_SECONDS)

    async def tries_again(self) -> None:
        """All pauses over, what waits is taken up again."""
        await Trade(self.database).run_sql("UPDATE inbox SET not_before = 0")
        while await self.receiver.recover(100):
            await self.receiver.finish(PATIENCE_SECONDS)

    async def statuses(self) -> dict[int, str]:
        """What became of each update."""
        rows = await Trade(self.database).rows(select(inbox.c.update_id, inbox.c.status))
        return {row.update_id: row.status for row in rows}

    async def letters(self) -> list[tuple[int, str]]:
        """Letters as (chat, news), a reply's news being its toast or text."""
        rows = await Trade(self.database).rows(
            select(outbox.c.chat_id, outbox.c.kind, outbox.c.body).order_by(outbox.c.id)
        )
        return [(row.chat_id, row.body["news"] if row.kind == "notice" else said(row.body)) for row in rows]


@asynccontextmanager
async def stand_with(database: Database, *routers: Router, worker: str = "one") -> AsyncIterator[Stand]:
    """A living worker with these handlers."""
    dispatcher = Dispatcher(storage=ConversationStorage())
    dispatcher.include_routers(*routers)
    house = House(
        database=database,
        dispatcher=dispatcher,
        bot=Bot(f"{BOT_ID}:stand"),
        worker=worker,
        operator_ids=frozenset({OPERATOR}),
        default_language=Language.ENGLISH,
    )
    heart = Heartbeat(database, worker)
    await heart.beat()
    receiver = Receiver(database, Processor(house, lambda letters: None), BOT_ID, worker)
    try:
        yield Stand(database, receiver, heart)
    finally:
        await receiver.finish(PATIENCE_SECONDS)


def words(update_id: int, person_id: int, text: str) -> dict[str, Any]:
    """A private message."""
    sender = {"id": person_id, "is_bot": False, "first_name": "Ann", "language_code": "en"}
    chat = {"id": person_id, "type": "private"}
    message = {"message_id": update_id, "date": 1_700_000_000, "from": sender, "chat": chat, "text": text}
    return {"update_id": update_id, "message": message}


def lane(update: dict[str, Any]) -> int:
    """Whose update it is."""
    return int(update.get("message", {}).get("from", {}).get("id", 0))


def said(body: dict[str, Any]) -> str:
    """The words of a reply."""
    screen = body["screen"] or {"text": ""}
    return str(body["toast"] or screen["text"])
