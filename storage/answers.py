"""Suppliers' answers to offers, read from the record of moves, and how soon they usually come."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select, update

from domain.lifecycle import Actor, NegotiationStatus
from services.moves import Subject
from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import to_moment
from storage.tables.catalogue import suppliers
from storage.tables.metadata import is_word
from storage.tables.post import facts
from storage.tables.trade import moves, negotiations

NAME: Final = "answers_measured"
MOVES_AT_ONCE: Final = 5000
NEGOTIATIONS_READ: Final = 50

_asked = moves.alias("asked")
_answered = is_word(moves.c.subject, Subject.NEGOTIATION) & is_word(moves.c.actor, Actor.SELLER)
_before = (
    is_word(_asked.c.subject, Subject.NEGOTIATION)
    & (_asked.c.subject_id == moves.c.subject_id)
    & (_asked.c.number == moves.c.number - 1)
    & is_word(_asked.c.to_status, NegotiationStatus.AWAITING_SELLER)
)


class StoredAnswers:
    """Fulfils services.ports.Answers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def newly_answered(self) -> Sequence[int]:
        """Ids of suppliers that did something since the last call, within the next MOVES_AT_ONCE moves."""
        last = await self._last()
        newest = (await self._connection.execute(select(func.max(moves.c.id)))).scalar_one() or 0
        until = min(newest, last + MOVES_AT_ONCE)
        found = (
            select(negotiations.c.supplier_id)
            .distinct()
            .join(moves, moves.c.subject_id == negotiations.c.id)
            .where(_answered, moves.c.id > last, moves.c.id <= until)
            .order_by(negotiations.c.supplier_id)
        )
        note = update(facts).where(facts.c.name == NAME).values(value=str(until))
        await self._connection.execute(note)
        return (await self._connection.execute(found)).scalars().all()

    async def latest(self, supplier_id: int, most: int) -> Sequence[tuple[datetime, datetime]]:
        """When the supplier was asked and when it answered, the latest answers first."""
        lately = (
            select(negotiations.c.id)
            .where(negotiations.c.supplier_id == supplier_id)
            .order_by(negotiations.c.changed_at.desc())
            .limit(NEGOTIATIONS_READ)
            .subquery()
        )
        query = (
            select(_asked.c.at.label("asked"), moves.c.at)
            .select_from(lately)
            .join(moves, (moves.c.subject_id == lately.c.id) & _answered)
            .join(_asked, _before)
            .order_by(moves.c.id.desc())
            .limit(most)
        )
        rows = await self._connection.execute(query)
        return [(to_moment(row.asked), to_moment(row.at)) for row in rows]

    async def keep(self, supplier_id: int, usual: timedelta) -> None:
        """Notes how soon the supplier usually answers, to the second."""
        seconds = int(usual.total_seconds())
        await self._connection.execute(
            update(suppliers).where(suppliers.c.id == supplier_id).values(answers_in=seconds)
        )

    async def _last(self) -> int:
        """The last move that was looked at; the row is locked, so that one worker measures."""
        await self._connection.execute(insert_if_new(self._connection, facts).values(name=NAME, value="0"))
        query = select(facts.c.value).where(facts.c.name == NAME).with_for_update()
        return int((await self._connection.execute(query)).scalar_one())
