"""Workers: each shows that it is alive; what a dead one held is free for the others."""

import time
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, delete, exists, func, null, select, update

from storage.database import Connection, Database
from storage.inserting import insert_if_new, own_insert
from storage.moments import now_millis
from storage.tables.metadata import is_word
from storage.tables.post import WAITING, duties, workers

ALIVE_SECONDS: Final = 5.0
BEAT_SECONDS: Final = 1.5


def is_free(holder: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether nobody alive holds it; a holder of NULL is nobody."""
    return ~exists().where(workers.c.name == holder, workers.c.alive_until > now_millis())


async def held_by(connection: Connection, box: Table, worker: str) -> set[int]:
    """Ids of what waits in the inbox or the outbox and is held by this worker."""
    mine = select(box.c.id).where(is_word(box.c.status, WAITING), box.c.holder == worker)
    return set((await connection.execute(mine)).scalars())


async def let_go(connection: Connection, box: Table, worker: str, rows: set[int]) -> None:
    """Leaves to everybody what this worker holds of these."""
    mine = is_word(box.c.status, WAITING) & (box.c.holder == worker) & box.c.id.in_(rows)
    await connection.execute(update(box).where(mine).values(holder=null()))


class Heartbeat:
    """Keeps one worker alive in the eyes of the others."""

    def __init__(self, database: Database, worker: str) -> None:
        self._database = database
        self._worker = worker
        self._sure_until = 0.0

    @property
    def is_sure(self) -> bool:
        """Whether nobody can take this worker for dead right now; after a freeze one cannot know."""
        return time.monotonic() < self._sure_until

    async def beat(self) -> int:
        """Says that this worker is alive for ALIVE_SECONDS; returns how many workers are alive."""
        began = time.monotonic()
        alive = await self._database.run(self._beat)
        self._sure_until = began + ALIVE_SECONDS - BEAT_SECONDS
        return alive

    async def stop(self) -> None:
        """Lets others take over at once."""
        self._sure_until = 0.0
        await self._database.run(lambda c: c.execute(delete(workers).where(workers.c.name == self._worker)))

    async def bury_others(self) -> None:
        """Declares everybody else dead: only for a database with a single worker."""
        await self._database.run(lambda c: c.execute(delete(workers).where(workers.c.name != self._worker)))

    async def _beat(self, connection: Connection) -> int:
        until = {"alive_until": now_millis() + int(ALIVE_SECONDS * 1000)}
        born = own_insert(connection, workers).values(name=self._worker, **until)
        await connection.execute(born.on_conflict_do_update(index_elements=["name"], set_=until))
        alive = select(func.count()).select_from(workers).where(workers.c.alive_until > now_millis())
        count: int = (await connection.execute(alive)).scalar_one()
        return count


class Duty:
    """A duty such as polling, which one living worker has."""

    def __init__(self, database: Database, name: str, worker: str) -> None:
        self._database = database
        self._name = name
        self._worker = worker
        self._sure_until = 0.0

    async def take(self) -> bool:
        """Takes or keeps the duty; False while another living worker has it."""
        if time.monotonic() < self._sure_until:
            return True
        began = time.monotonic()
        if not await self._database.run(self._take):
            return False
        self._sure_until = began + ALIVE_SECONDS
        return True

    async def _take(self, connection: Connection) -> bool:
        await connection.execute(
            insert_if_new(connection, duties), {"name": self._name, "holder": self._worker}
        )
        free = (duties.c.holder == self._worker) | is_free(duties.c.holder)
        take = update(duties).where(duties.c.name == self._name, free).values(holder=self._worker)
        return (await connection.execute(take)).rowcount == 1
