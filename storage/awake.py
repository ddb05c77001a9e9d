"""When the bot was last awake, so that it knows after a start how long it slept."""

from sqlalchemy import Text, cast, select, update

from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import now_millis
from storage.tables.post import facts

NAME = "awake_at"


async def stay_awake(connection: Connection) -> int:
    """Notes that the bot is awake now; returns for how many milliseconds it was not (0 the first time)."""
    query = select(facts.c.value, now_millis().label("now")).where(facts.c.name == NAME).with_for_update()
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        first = insert_if_new(connection, facts).values(name=NAME, value=cast(now_millis(), Text))
        await connection.execute(first)
        return 0
    await connection.execute(update(facts).where(facts.c.name == NAME).values(value=str(row.now)))
    return max(0, int(row.now) - int(row.value))
