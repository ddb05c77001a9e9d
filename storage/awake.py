"""When the bot was last awake, so that it knows how long it slept, or could not hear."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from sqlalchemy import Text, cast, select, update

from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import EPOCH, MILLISECOND, now_millis, to_moment
from storage.tables.post import facts

NAME: Final = "awake_at"


_NOTED: Final = select(facts.c.value, now_millis().label("now")).where(facts.c.name == NAME)


class Gap(NamedTuple):
    """For how long the bot was not awake, and since when."""

    length: timedelta
    since: datetime


async def stay_awake(connection: Connection, silence: timedelta = timedelta(0)) -> Gap:
    """Notes that the bot was awake until `silence` ago, when it last heard of Telegram.

    Returns the gap since the last note; none the first time.
    """
    row = (await connection.execute(_NOTED.with_for_update())).one_or_none()
    if row is None:
        first = insert_if_new(connection, facts).values(name=NAME, value=cast(now_millis(), Text))
        await connection.execute(first)
        return Gap(timedelta(0), EPOCH)
    since, now = int(row.value), int(row.now)
    awake_at = max(since, now - silence // MILLISECOND)
    await connection.execute(update(facts).where(facts.c.name == NAME).values(value=str(awake_at)))
    return Gap(MILLISECOND * max(0, now - since), to_moment(since))


async def asleep_for(connection: Connection) -> timedelta:
    """How long ago the bot was noted to be awake; notes nothing."""
    row = (await connection.execute(_NOTED)).one_or_none()
    return MILLISECOND * max(0, int(row.now) - int(row.value)) if row else timedelta(0)
