"""Receiving: updates are written to the inbox and committed before Telegram hears that we have them."""

import asyncio
import zlib
from collections.abc import Sequence
from typing import Any, Final, TypeGuard

from bot.metrics import RECEIVED
from bot.processing import Processor
from delivery.lanes import Lanes
from services.fail_points import reach
from services.mail import FAST, fast_lane, is_fast
from storage.database import Database
from storage.inbox import Inbox, RawUpdate, StoredUpdate

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "pre_checkout_query")
"""The updates we ask Telegram for."""
PAYING: Final = "pre_checkout_query"
"""The question before a payment, to be answered within ten seconds."""

LARGEST_ID: Final = 2**63 - 1
FAST_AT_ONCE: Final = 4


class Receiver:
    """Stores updates and hands them to the processor, each person's in their order."""

    def __init__(self, database: Database, processor: Processor, bot_id: int, worker: str) -> None:
        self._database = database
        self._bot_id = bot_id
        self._worker = worker
        self._processor = processor
        self._lanes: Lanes[StoredUpdate] = Lanes(self._process, 1 if database.is_sqlite else 8)
        self._fast: Lanes[StoredUpdate] = Lanes(processor.process, FAST_AT_ONCE)

    async def receive(self, updates: Sequence[RawUpdate]) -> None:
        """Returns when the updates are committed; what was seen before is dropped."""
        reach("inbox.received")
        run = self._database.run_alone if len(updates) == 1 else self._database.run
        stored = await run(lambda connection: self._inbox(connection).store(updates))
        reach("inbox.stored")
        RECEIVED.inc(len(stored))
        self._put(stored)

    async def recover(self, limit: int) -> int:
        """Takes up updates that nobody works on; returns how many."""
        claimed = await self._database.run(lambda c: self._inbox(c).claim(limit))
        if claimed:
            reach("inbox.claimed")
        self._put(claimed)
        return len(claimed)

    def in_hand(self) -> set[int]:
        """Ids of the rows that this worker will bring to their end."""
        return {update.id for lanes in (self._fast, self._lanes) for update in lanes.items()}

    async def finish(self, seconds: float) -> None:
        """Waits until all is done, at most so long."""
        for lanes in (self._fast, self._lanes):
            await lanes.finish(seconds)

    async def _process(self, update: StoredUpdate) -> None:
        """On SQLite nothing is ever waited for: without a pause a backlog would keep out who is paying."""
        await self._processor.process(update)
        await asyncio.sleep(0)

    def _put(self, updates: Sequence[StoredUpdate]) -> None:
        """Whoever is paying waits ten seconds at most: his lane is free of the queue of all others."""
        for update in updates:
            (self._fast if is_fast(update.lane) else self._lanes).put(update.lane, update)

    def _inbox(self, connection: Any) -> Inbox:
        return Inbox(connection, self._bot_id, self._worker)


def raw_update(update: Any, body: bytes) -> RawUpdate:
    """An update and the bytes it came as; what is no update gets a negative id made from them."""
    update_id = update.get("update_id") if isinstance(update, dict) else None
    return RawUpdate(update_id, lane_of(update), body) if is_id(update_id) else unreadable(body)


def unreadable(body: bytes) -> RawUpdate:
    """A body that is no update at all; the same body twice is one."""
    return RawUpdate(-1 - zlib.crc32(body), 0, body)


def is_id(value: Any) -> TypeGuard[int]:
    """Whether it is a number that the database can keep."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_ID


def lane_of(update: dict[str, Any]) -> int:
    """The id of the person or chat in whose order an update belongs; 0 if it has none."""
    for kind in KINDS:
        event = update.get(kind)
        if isinstance(event, dict):
            sender = event.get("from") or event.get("chat")
            number = sender.get("id") if isinstance(sender, dict) else None
            if not is_id(number):
                return 0
            return fast_lane(number) if kind == PAYING and 0 < number < FAST else number
    return 0
