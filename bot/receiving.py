"""Receiving: updates are written to the inbox and committed before Telegram hears that we have them."""

import zlib
from collections.abc import Sequence
from typing import Any

import orjson

from bot.metrics import RECEIVED
from bot.processing import Processor
from delivery.lanes import Lanes
from services.fail_points import reach
from storage.database import Database
from storage.inbox import Inbox, RawUpdate, StoredUpdate

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""The updates we ask Telegram for."""


class Receiver:
    """Stores updates and hands them to the processor, each person's in their order."""

    def __init__(self, database: Database, processor: Processor, bot_id: int, worker: str) -> None:
        self._database = database
        self._bot_id = bot_id
        self._worker = worker
        self.lanes: Lanes[StoredUpdate] = Lanes(processor.process, 1 if database.is_sqlite else 8)

    async def receive(self, updates: Sequence[RawUpdate]) -> None:
        """Returns when the updates are committed; what was seen before is dropped."""
        reach("inbox.received")
        stored = await self._database.run(lambda c: self._inbox(c).store(updates))
        reach("inbox.stored")
        RECEIVED.inc(len(stored))
        for update in stored:
            self.lanes.put(update.lane, update)

    async def recover(self, limit: int) -> int:
        """Takes up updates that nobody works on; returns how many."""
        claimed = await self._database.run(lambda c: self._inbox(c).claim(limit))
        for update in claimed:
            reach("inbox.claimed")
            self.lanes.put(update.lane, update)
        return len(claimed)

    def _inbox(self, connection: Any) -> Inbox:
        return Inbox(connection, self._bot_id, self._worker)


def raw_update(update: Any) -> RawUpdate:
    """An update as it is kept. What is no update gets a negative id made from its bytes, and ends dead."""
    body = orjson.dumps(update)
    update_id = update.get("update_id") if isinstance(update, dict) else None
    if not isinstance(update_id, int):
        return unreadable(body)
    return RawUpdate(update_id, lane_of(update), body)


def unreadable(body: bytes) -> RawUpdate:
    """A body that is no update at all; the same body twice is one."""
    return RawUpdate(-1 - zlib.crc32(body), 0, body)


def lane_of(update: dict[str, Any]) -> int:
    """The id of the person or chat in whose order an update belongs; 0 if it has none."""
    for kind in KINDS:
        event = update.get(kind)
        if isinstance(event, dict):
            sender = event.get("from") or event.get("chat") or {}
            return sender.get("id", 0) if isinstance(sender.get("id"), int) else 0
    return 0
