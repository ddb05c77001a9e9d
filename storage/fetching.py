"""Files of messages that are still to be copied to our own store, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, delete, insert, select, update

from storage.among import among
from storage.database import Connection
from storage.moments import now_millis
from storage.plain import Plain
from storage.tables.talk import fetches, files, messages

PATIENCE_MS: Final = 120_000
"""Who took a file in hand and died leaves it to the next after so long."""

_DUE = Plain(
    select(fetches.c.message_id, fetches.c.attempts, messages.c.attachment)
    .join(messages, messages.c.id == fetches.c.message_id)
    .where(fetches.c.not_before <= now_millis())
    .order_by(fetches.c.not_before)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=fetches)
)
_TAKE = Plain(
    update(fetches)
    .where(among(fetches.c.message_id, "numbers"))
    .values(attempts=fetches.c.attempts + 1, not_before=now_millis() + PATIENCE_MS)
)
_LATER = Plain(
    update(fetches)
    .where(fetches.c.message_id == bindparam("number"))
    .values(not_before=now_millis() + bindparam("wait_ms"))
)
_DONE = Plain(delete(fetches).where(fetches.c.message_id == bindparam("number")))
_KEPT = Plain(
    insert(files).values(
        message_id=bindparam("number"),
        sha256=bindparam("key"),
        size=bindparam("bytes"),
        problem=bindparam("problem_text"),
        at=now_millis(),
    )
)


@dataclass(frozen=True, slots=True)
class Fetch:
    """A file to copy: Telegram's id for it, and how many attempts there were, this one counted."""

    message_id: int
    file_id: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of it: its key in our store and its bytes, or the problem."""

    message_id: int
    key: str = ""
    size: int = 0
    problem: str = ""


async def take(connection: Connection, limit: int) -> Sequence[Fetch]:
    """Takes files in hand that are due."""
    due = (await connection.execute(_DUE, {"most": limit})).all()
    if due:
        await connection.execute(_TAKE, {"numbers": [row.message_id for row in due]})
    return [Fetch(row.message_id, row.attachment["id"], row.attempts + 1) for row in due]


async def try_later(connection: Connection, message_id: int, wait_ms: int) -> None:
    """Leaves a file for another attempt."""
    await connection.execute(_LATER, {"number": message_id, "wait_ms": wait_ms})


async def settle(connection: Connection, fetched: Fetched) -> None:
    """Writes what became of a file, once."""
    if (await connection.execute(_DONE, {"number": fetched.message_id})).rowcount != 1:
        return
    values = {"number": fetched.message_id, "key": fetched.key, "bytes": fetched.size}
    await connection.execute(_KEPT, {**values, "problem_text": fetched.problem})
