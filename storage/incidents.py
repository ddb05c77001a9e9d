"""Incidents: of what the operators were told, so that neither restart nor another worker tells it again."""

from sqlalchemy import Text, cast, delete

from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import now_millis
from storage.tables.post import facts


async def begin_incident(connection: Connection, name: str) -> bool:
    """Notes that it goes on; returns whether that is news."""
    values = {"name": _fact(name), "value": cast(now_millis(), Text)}
    noted = await connection.execute(insert_if_new(connection, facts).values(values))
    return noted.rowcount == 1


async def end_incident(connection: Connection, name: str) -> bool:
    """Notes that it is over; returns whether that is news."""
    ended = await connection.execute(delete(facts).where(facts.c.name == _fact(name)))
    return ended.rowcount == 1


def _fact(name: str) -> str:
    return f"incident {name}"
