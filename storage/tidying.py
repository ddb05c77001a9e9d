"""What is done is let go after a while: the ids of updates are kept two days, sent letters one."""

from typing import Final

from sqlalchemy import delete

from storage.database import Connection
from storage.moments import now_millis
from storage.tables.metadata import is_word
from storage.tables.post import DONE, inbox, outbox, pauses, workers

HOUR_MS: Final = 3_600_000
UPDATES_KEPT_MS: Final = 48 * HOUR_MS
LETTERS_KEPT_MS: Final = 24 * HOUR_MS


async def tidy(connection: Connection) -> None:
    """Removes updates and letters that are done and old, pauses that are over and workers long gone."""
    now = now_millis()
    await connection.execute(
        delete(inbox).where(is_word(inbox.c.status, DONE), inbox.c.received_at < now - UPDATES_KEPT_MS)
    )
    await connection.execute(
        delete(outbox).where(is_word(outbox.c.status, DONE), outbox.c.written_at < now - LETTERS_KEPT_MS)
    )
    await connection.execute(delete(pauses).where(pauses.c.until < now))
    await connection.execute(delete(workers).where(workers.c.alive_until < now - HOUR_MS))
