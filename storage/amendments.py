"""Amendments of orders and their answers, in the database."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select

from domain import details
from domain.amendment import Amendment, Answer
from domain.offer import Author
from domain.people import Side
from domain.terms import from_record, to_record
from storage.connection import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.agreement import amendment_answers, amendments

_ADD: Final = Plain(insert(amendments))
_ANSWER: Final = Plain(insert(amendment_answers))
_SAME: Final = (amendment_answers.c.order_id == amendments.c.order_id) & (
    amendment_answers.c.number == amendments.c.number
)
_LAST: Final = Plain(
    select(amendments, amendment_answers.c.answer)
    .outerjoin(amendment_answers, _SAME)
    .where(amendments.c.order_id == bindparam("order_id"))
    .order_by(amendments.c.number.desc())
    .limit(1)
)


class StoredAmendments:
    """Fulfils services.amendments.Amendments."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, amendment: Amendment, now: datetime) -> None:
        """Keeps a proposal."""
        values = {
            "order_id": amendment.order_id,
            "number": amendment.number,
            "revision": amendment.revision,
            "side": amendment.side.value,
            "author_id": amendment.author.id,
            "terms": to_record(amendment.terms),
            "details": details.to_record(amendment.details),
            "at": to_millis(now),
        }
        await self._connection.execute(_ADD, values)

    async def last(self, order_id: int) -> Amendment | None:
        """The latest proposal of an order, with its answer if it has one."""
        row = (await self._connection.execute(_LAST, {"order_id": order_id})).one_or_none()
        return _amendment(row) if row else None

    async def answer(self, amendment: Amendment, answer: Answer, author: Author) -> None:
        """Keeps what became of it, once."""
        values = {
            "order_id": amendment.order_id,
            "number": amendment.number,
            "answer": answer.value,
            "side": author.side.value,
            "author_id": author.id,
            "at": to_millis(author.at),
        }
        await self._connection.execute(_ANSWER, values)


def _amendment(row: Row[Any]) -> Amendment:
    return Amendment(
        row.order_id,
        row.number,
        row.revision,
        Author(row.author_id, Side(row.side), to_moment(row.at)),
        from_record(row.terms).settle(),
        details.from_record(row.details),
        Answer(row.answer) if row.answer else None,
    )
