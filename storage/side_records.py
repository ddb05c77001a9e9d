"""What a side's orders and the claims on them came to, counted for an operator."""

from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, case, exists, func, select

from domain.claim_facts import LOST
from domain.lifecycle import Deed, OrderStatus
from services.dispute_books import Record
from services.moves import Subject
from storage.connection import Connection
from storage.plain import Plain
from storage.tables.claims import claims
from storage.tables.metadata import is_one_of, is_word
from storage.tables.trade import moves, orders

_YIELDED: Final = ("refunded", "settled")
_CANCELLED: Final = is_word(orders.c.status, OrderStatus.CANCELLED.value)
_BINDING: Final = is_one_of(
    orders.c.status, set(OrderStatus) - {OrderStatus.AWAITING_CONFIRMATION, OrderStatus.CANCELLED}
)


def _sum(which: ColumnElement[bool]) -> ColumnElement[Any]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)


def _moved(which: ColumnElement[bool]) -> ColumnElement[bool]:
    own = moves.c.subject_id == claims.c.id
    return exists().where(is_word(moves.c.subject, Subject.CLAIM.value), own, which)


_BOUGHT: Final = {
    party: Plain(
        select(_sum(_BINDING).label("orders"), _sum(_CANCELLED).label("cancelled")).where(
            orders.c[party] == bindparam("whose")
        )
    )
    for party in ("buyer_id", "supplier_id")
}
_CLAIMED: Final = {
    party: Plain(
        select(
            func.count().label("claims"),
            _sum(is_one_of(claims.c.status, _YIELDED)).label("yielded"),
            _sum(is_one_of(claims.c.status, LOST)).label("dropped"),
            _sum(_moved(is_word(moves.c.to_status, "escalated"))).label("disputes"),
            _sum(_moved(is_one_of(moves.c.deed, (Deed.DECIDE, Deed.DECIDE_RETURN)))).label("decided"),
        )
        .select_from(claims.join(orders, orders.c.id == claims.c.order_id))
        .where(orders.c[party] == bindparam("whose"))
    )
    for party in ("buyer_id", "supplier_id")
}


async def record_of(connection: Connection, party: str, whose: int) -> Record:
    """The record of the buyer or the supplier in that column of orders."""
    bought = (await connection.execute(_BOUGHT[party], {"whose": whose})).one()
    claimed = (await connection.execute(_CLAIMED[party], {"whose": whose})).one()
    return Record(*(int(each) for each in (*bought, *claimed)))
