"""The inbox: updates kept as they arrived until their effect is committed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, case, exists, literal, null, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Connection
from storage.moments import now_millis
from storage.plain import Plain
from storage.tables.metadata import is_word
from storage.tables.post import DEAD, DONE, WAITING, inbox
from storage.workers import is_free

RETRY_MS: Final = (1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000)
"""Pauses before a failed update is tried again; after the last it is dead."""

_earlier = inbox.alias("earlier")
_IS_HEAD = ~exists().where(
    _earlier.c.lane == inbox.c.lane, is_word(_earlier.c.status, WAITING), _earlier.c.id < inbox.c.id
)
_VALUES = {
    "lane": bindparam("lane"),
    "body": bindparam("body"),
    "bot_id": bindparam("bot_id"),
    "update_id": bindparam("update_id"),
    "holder": bindparam("holder"),
    "status": literal(WAITING),
    "attempts": literal(0),
    "not_before": literal(0),
    "received_at": now_millis(),
}
_STORE = {
    "sqlite": Plain(sqlite.insert(inbox).values(_VALUES).on_conflict_do_nothing().returning(inbox.c.id)),
    "postgresql": Plain(
        postgresql.insert(inbox).values(_VALUES).on_conflict_do_nothing().returning(inbox.c.id)
    ),
}
_MINE = (
    (inbox.c.id == bindparam("row")) & is_word(inbox.c.status, WAITING) & (inbox.c.holder == bindparam("me"))
)
_TAKE = Plain(
    update(inbox)
    .where(_MINE, _IS_HEAD)
    .values(status=DONE, body=null(), holder=null())
    .returning(now_millis().label("now"))
)
_RELEASE = Plain(update(inbox).where(_MINE).values(holder=null()))
_FAIL = Plain(
    update(inbox)
    .where(_MINE)
    .values(
        attempts=inbox.c.attempts + 1,
        holder=null(),
        not_before=now_millis() + bindparam("pause"),
        status=case((inbox.c.attempts >= bindparam("tries"), DEAD), else_=WAITING),
    )
    .returning(inbox.c.status)
)
_DUE = Plain(
    select(inbox.c.id)
    .where(
        is_word(inbox.c.status, WAITING),
        inbox.c.not_before <= now_millis(),
        is_free(inbox.c.holder),
        _IS_HEAD,
    )
    .order_by(inbox.c.id + 0)  # by the id itself, SQLite would walk the whole table in its order
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)  # which SQLite, with its single writer, leaves out
)


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as Telegram sent it; `lane` is the person or chat in whose order it belongs."""

    update_id: int
    lane: int
    body: bytes


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """An update in the inbox, held by this worker."""

    id: int
    update_id: int
    lane: int
    body: bytes
    attempts: int = 0


class Inbox:
    """The inbox of one bot, as one worker sees it within a transaction."""

    def __init__(self, connection: Connection, bot_id: int, worker: str) -> None:
        self._connection = connection
        self._bot_id = bot_id
        self._worker = worker

    async def store(self, updates: Sequence[RawUpdate]) -> list[StoredUpdate]:
        """Keeps what is new, held by this worker; an update seen before is left out."""
        kept = [(await self._store_one(raw), raw) for raw in updates]
        return [StoredUpdate(row, raw.update_id, raw.lane, raw.body) for row, raw in kept if row is not None]

    async def take(self, row: int) -> int | None:
        """Marks an update done, as part of the transaction of its effect; returns the database's time in ms.

        None: somebody else holds it, or an earlier one of its lane is not done.
        """
        result = await self._connection.execute(_TAKE, self._mine(row))
        return result.scalar_one_or_none()

    async def release(self, row: int) -> None:
        """Lets go of an update so that anybody may take it when its lane is free."""
        await self._connection.execute(_RELEASE, self._mine(row))

    async def fail(self, update_: StoredUpdate, *, for_good: bool = False) -> bool:
        """Puts a failed update back for later, or to the dead; returns whether it is dead now."""
        pause = RETRY_MS[min(update_.attempts, len(RETRY_MS) - 1)]
        values = {**self._mine(update_.id), "pause": pause, "tries": 0 if for_good else len(RETRY_MS)}
        return (await self._connection.execute(_FAIL, values)).scalar_one_or_none() == DEAD

    async def claim(self, limit: int) -> list[StoredUpdate]:
        """Takes hold of updates that nobody works on: the head of each lane, oldest first."""
        ids = (await self._connection.execute(_DUE, {"most": limit})).scalars().all()
        if not ids:
            return []
        held = (
            update(inbox)
            .where(inbox.c.id.in_(ids))
            .values(holder=self._worker)
            .returning(inbox.c.id, inbox.c.update_id, inbox.c.lane, inbox.c.body, inbox.c.attempts)
        )
        rows = (await self._connection.execute(held)).all()
        return sorted((StoredUpdate(*row) for row in rows), key=lambda stored: stored.id)

    async def _store_one(self, raw: RawUpdate) -> int | None:
        values = {
            "bot_id": self._bot_id,
            "update_id": raw.update_id,
            "lane": raw.lane,
            "body": raw.body,
            "holder": self._worker,
        }
        result = await self._connection.execute(_STORE[self._connection.dialect.name], values)
        return result.scalar_one_or_none()

    def _mine(self, row: int) -> dict[str, Any]:
        return {"row": row, "me": self._worker}
