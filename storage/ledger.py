"""The record of every change of a status."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select

from domain.lifecycle import Actor, Deed
from services.moves import Move, Subject
from storage.database import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.trade import moves

NEXT_NUMBER = (
    select(func.coalesce(func.max(moves.c.number), 0) + 1)
    .where(moves.c.subject == bindparam("of_subject"), moves.c.subject_id == bindparam("of_id"))
    .scalar_subquery()
)
RECORD = Plain(insert(moves).values(number=NEXT_NUMBER))
MOVES = Plain(
    select(moves)
    .where(moves.c.subject == bindparam("of_subject"), moves.c.subject_id == bindparam("of_id"))
    .order_by(moves.c.number)
)


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

    async def moves(self, subject: Subject, subject_id: int) -> Sequence[Move]:
        """All moves of a subject, first to last."""
        values = {"of_subject": subject.value, "of_id": subject_id}
        return [_move_of(row) for row in await self._connection.execute(MOVES, values)]


def _move_of(row: Row[Any]) -> Move:
    return Move(
        subject=Subject(row.subject),
        subject_id=row.subject_id,
        deed=Deed(row.deed),
        actor=Actor(row.actor),
        person_id=row.person_id,
        from_status=row.from_status,
        to_status=row.to_status,
        version=row.version,
        cause=row.cause,
        at=to_moment(row.at),
    )
