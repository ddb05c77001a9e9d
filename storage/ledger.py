"""The record of every change of a status."""

from sqlalchemy import bindparam, func, insert, select

from services.moves import Move
from storage.database import Connection
from storage.moments import to_millis
from storage.plain import Plain
from storage.tables.trade import moves

NEXT_NUMBER = (
    select(func.coalesce(func.max(moves.c.number), 0) + 1)
    .where(moves.c.subject == bindparam("of_subject"), moves.c.subject_id == bindparam("of_id"))
    .scalar_subquery()
)
RECORD = Plain(insert(moves).values(number=NEXT_NUMBER))


class StoredLedger:
    """Fulfils services.ports.Ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def record(self, move: Move) -> None:
        """Adds one move."""
        values = {
            "of_subject": move.subject.value,
            "of_id": move.subject_id,
            "subject": move.subject.value,
            "subject_id": move.subject_id,
            "deed": move.deed.value,
            "actor": move.actor.value,
            "person_id": move.person_id,
            "from_status": move.from_status,
            "to_status": move.to_status,
            "version": move.version,
            "cause": move.cause,
            "at": to_millis(move.at),
        }
        await self._connection.execute(RECORD, values)
