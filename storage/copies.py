"""Files of people that are still to be copied to our own store, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, delete, select, update

from services.said import File
from services.talk import MOST_KEPT_BYTES
from storage.among import among
from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import now_millis
from storage.plain import Plain
from storage.tables.copies import awaited_copies, copies

PATIENCE_MS: Final = 120_000
"""Who took a file in hand and died leaves it to the next after so long."""

_DUE = Plain(
    select(awaited_copies)
    .where(awaited_copies.c.not_before <= now_millis())
    .order_by(awaited_copies.c.not_before)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_TAKE = Plain(
    update(awaited_copies)
    .where(among(awaited_copies.c.unique_id, "names"))
    .values(attempts=awaited_copies.c.attempts + 1, not_before=now_millis() + PATIENCE_MS)
)
_LATER = Plain(
    update(awaited_copies)
    .where(awaited_copies.c.unique_id == bindparam("file"))
    .values(not_before=now_millis() + bindparam("wait_ms"))
)
_DONE = Plain(delete(awaited_copies).where(awaited_copies.c.unique_id == bindparam("file")))
_KNOWN = Plain(select(copies.c.unique_id).where(copies.c.unique_id == bindparam("file")))
_COPY = Plain(select(copies).where(copies.c.unique_id == bindparam("file")))


@dataclass(frozen=True, slots=True)
class Awaited:
    """A file to copy: its lasting name, Telegram's id, its bytes (0: unknown), attempts with this one."""

    unique_id: str
    file_id: str
    size: int
    attempts: int


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of it: its key in our store and what is known of the content, or the problem.

    `preview` is the key of a picture without metadata, `likeness` what similar pictures share, `flaw` why the
    content is not to be shown.
    """

    unique_id: str
    key: str = ""
    size: int = 0
    type: str = ""
    preview: str = ""
    likeness: str = ""
    flaw: str = ""
    problem: str = ""


async def want(connection: Connection, file: File) -> None:
    """Notes that a file is to be copied, unless it was or cannot be; a file counts once, whoever sent it."""
    if file.size > MOST_KEPT_BYTES:
        return
    if (await connection.execute(_KNOWN, {"file": file.unique_id})).first():
        return
    wanted = insert_if_new(connection, awaited_copies).values(
        unique_id=file.unique_id, file_id=file.id, size=file.size, attempts=0, not_before=now_millis()
    )
    await connection.execute(wanted)


async def take(connection: Connection, limit: int) -> Sequence[Awaited]:
    """Takes files in hand that are due."""
    due = (await connection.execute(_DUE, {"most": limit})).all()
    if due:
        await connection.execute(_TAKE, {"names": [row.unique_id for row in due]})
    return [Awaited(row.unique_id, row.file_id, row.size, row.attempts + 1) for row in due]


async def try_later(connection: Connection, unique_id: str, wait_ms: int) -> None:
    """Leaves a file for another attempt."""
    await connection.execute(_LATER, {"file": unique_id, "wait_ms": wait_ms})


async def settle(connection: Connection, copied: Copied) -> None:
    """Writes what became of a file, once."""
    if (await connection.execute(_DONE, {"file": copied.unique_id})).rowcount != 1:
        return
    kept = insert_if_new(connection, copies).values(
        unique_id=copied.unique_id,
        sha256=copied.key,
        size=copied.size,
        type=copied.type,
        preview=copied.preview,
        likeness=copied.likeness,
        flaw=copied.flaw,
        problem=copied.problem,
        at=now_millis(),
    )
    await connection.execute(kept)


async def copy_of(connection: Connection, unique_id: str) -> Copied | None:
    """What became of a file; None while it is still to be copied, or never was wanted."""
    row = (await connection.execute(_COPY, {"file": unique_id})).one_or_none()
    if row is None:
        return None
    return Copied(
        row.unique_id, row.sha256, row.size, row.type, row.preview, row.likeness, row.flaw, row.problem
    )
