"""How old the oldest waiting things are, and how many are dead."""

from dataclasses import dataclass

from sqlalchemy import func, select

from storage.database import Connection
from storage.moments import now_millis
from storage.tables.metadata import is_word
from storage.tables.post import DEAD, WAITING, inbox, outbox


@dataclass(frozen=True, slots=True)
class Pulse:
    """Ages in seconds of the oldest update and letter that wait; counts of the dead."""

    inbox_age: float
    outbox_age: float
    dead_updates: int
    dead_letters: int


async def pulse(connection: Connection) -> Pulse:
    """Takes the pulse."""
    now: int = (await connection.execute(select(now_millis()))).scalar_one()
    oldest_in = select(func.min(inbox.c.received_at)).where(is_word(inbox.c.status, WAITING))
    oldest_out = select(func.min(outbox.c.written_at)).where(is_word(outbox.c.status, WAITING))
    dead_in = select(func.count()).select_from(inbox).where(is_word(inbox.c.status, DEAD))
    dead_out = select(func.count()).select_from(outbox).where(is_word(outbox.c.status, DEAD))
    parts = (oldest_in, oldest_out, dead_in, dead_out)
    row = tuple((await connection.execute(select(*(part.scalar_subquery() for part in parts)))).one())
    return Pulse(_age(now, row[0]), _age(now, row[1]), row[2], row[3])


def _age(now: int, since: int | None) -> float:
    return 0.0 if since is None else (now - since) / 1000
