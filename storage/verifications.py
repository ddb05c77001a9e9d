"""Files that are to be verified, in the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, insert, select, update

from services.said import File
from services.verifications import LARGEST_BYTES, FileTooLarge, Verification
from storage.among import among
from storage.connection import Connection
from storage.moments import now_millis, to_millis
from storage.plain import Plain
from storage.tables.agreement import verifications

PATIENCE_MS: Final = 120_000
"""Who took a file in hand and died leaves it to the next after so long."""

_ASK: Final = Plain(insert(verifications))
_DUE: Final = Plain(
    select(verifications)
    .where(verifications.c.not_before <= now_millis())
    .order_by(verifications.c.not_before)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_TAKE: Final = Plain(
    update(verifications)
    .where(among(verifications.c.id, "numbers"))
    .values(attempts=verifications.c.attempts + 1, not_before=now_millis() + PATIENCE_MS)
)
_LATER: Final = Plain(
    update(verifications)
    .where(verifications.c.id == bindparam("number"))
    .values(not_before=now_millis() + bindparam("wait_ms"))
)
_DONE: Final = Plain(delete(verifications).where(verifications.c.id == bindparam("number")))


class StoredVerifications:
    """Fulfils services.verifications.Verifications."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def ask(self, person_id: int, file: File, now: datetime) -> None:
        """Puts a file on the list. Raises FileTooLarge."""
        if file.size > LARGEST_BYTES:
            raise FileTooLarge(most=LARGEST_BYTES)
        values = {"person_id": person_id, "file_id": file.id, "attempts": 0, "not_before": to_millis(now)}
        await self._connection.execute(_ASK, values)

    async def take(self, limit: int) -> Sequence[Verification]:
        """Takes files in hand that are due."""
        due = (await self._connection.execute(_DUE, {"most": limit})).all()
        if due:
            await self._connection.execute(_TAKE, {"numbers": [row.id for row in due]})
        return [Verification(row.id, row.person_id, row.file_id, row.attempts + 1) for row in due]

    async def try_later(self, verification: Verification, wait_ms: int) -> None:
        """Leaves a file for another attempt."""
        await self._connection.execute(_LATER, {"number": verification.id, "wait_ms": wait_ms})

    async def settle(self, verification: Verification) -> bool:
        """Takes a file off the list; returns whether it was still on it."""
        return (await self._connection.execute(_DONE, {"number": verification.id})).rowcount == 1
