"""Agreements that were made, in the database."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, select

from services.agreements import Agreement
from storage.connection import Connection
from storage.inserting import insert_if_new
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.agreement import agreements

_OF: Final = Plain(
    select(agreements).where(
        agreements.c.order_id == bindparam("order_id"), agreements.c.revision == bindparam("revision")
    )
)
_AFTER_ALL_DIGITS: Final = "g"
_BEGINS: Final = {
    column.name: Plain(
        select(agreements).where(column >= bindparam("first"), column < bindparam("last")).limit(2)
    )
    for column in (agreements.c.sha256, agreements.c.seal)
}


class StoredAgreements:
    """Fulfils services.agreements.Agreements."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def keep(self, agreement: Agreement, now: datetime) -> Agreement:
        """Keeps the file of a revision; if one was kept before, that one is returned and nothing changes."""
        values = {
            "order_id": agreement.order_id,
            "revision": agreement.revision,
            "sha256": agreement.sha256,
            "seal": agreement.seal,
            "confirmed_at": to_millis(agreement.confirmed_at),
            "at": to_millis(now),
        }
        await self._connection.execute(insert_if_new(self._connection, agreements), values)
        kept = await self.of(agreement.order_id, agreement.revision)
        assert kept is not None, "it was just kept"
        return kept

    async def of(self, order_id: int, revision: int) -> Agreement | None:
        """The file of a revision."""
        values = {"order_id": order_id, "revision": revision}
        row = (await self._connection.execute(_OF, values)).one_or_none()
        return _agreement(row) if row else None

    async def found(self, beginning: str) -> Agreement | None:
        """The one agreement whose file's hash, or whose seal, begins so; None if none or several do."""
        values = {"first": beginning, "last": beginning + _AFTER_ALL_DIGITS}
        rows = [row for query in _BEGINS.values() for row in await self._connection.execute(query, values)]
        return _agreement(rows[0]) if len(rows) == 1 else None


def _agreement(row: Row[Any]) -> Agreement:
    return Agreement(
        row.order_id, row.revision, row.sha256, row.seal, to_moment(row.confirmed_at), to_moment(row.at)
    )
