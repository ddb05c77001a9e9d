"""What waits of the money of orders: payments that buyers stated, and claims."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, exists, func, null, select

from domain.claim_facts import WAITED_FOR
from domain.lifecycle import OPEN_ORDERS, OrderStatus
from domain.people import Side
from services.waits import MOST_OF_A_KIND
from storage.among import among
from storage.tables.claims import claims
from storage.tables.metadata import is_one_of, is_word
from storage.tables.money import payment_statements, statement_answers
from storage.tables.trade import orders

_O: Final = orders.c
_C: Final = claims.c
_UNANSWERED: Final = and_(
    payment_statements.c.order_id == _O.id,
    ~exists().where(statement_answers.c.statement_id == payment_statements.c.id),
)
IS_STATED: Final = exists().where(_UNANSWERED)
"""Whether the buyer of an order says that he paid, and nobody answered yet."""


def stated() -> Select[Any]:
    """Orders whose buyer says that he paid, since the first time he said it."""
    own = and_(among(_O.supplier_id, "ids"), _O.buyer_id != bindparam("person"))
    unpaid = and_(is_word(_O.status, OrderStatus.AWAITING_PAYMENT.value), _O.funded_at.is_(None))
    first = select(func.min(payment_statements.c.at)).where(_UNANSWERED).correlate(orders).scalar_subquery()
    found = (
        select(
            _O.id, _O.goods, first.label("since"), case((unpaid, _O.expires_at), else_=null()).label("until")
        )
        .where(own, is_one_of(_O.status, OPEN_ORDERS))
        .subquery()
    )
    return (
        select(found, null().label("funded_at"), null().label("terms"))
        .where(found.c.since.is_not(None))
        .order_by(found.c.since)
        .limit(MOST_OF_A_KIND)
    )


def claimed(side: Side) -> Select[Any]:
    """Orders with a claim that waits for this side."""
    statuses = [status for status, whose in WAITED_FOR.items() if whose is side]
    own: ColumnElement[bool] = and_(among(_C.supplier_id, "ids"), _C.buyer_id != bindparam("person"))
    return (
        select(
            _O.id,
            _O.goods,
            _C.changed_at.label("since"),
            _C.expires_at.label("until"),
            null().label("funded_at"),
            null().label("terms"),
            _C.id.label("claim_id"),
        )
        .join(orders, _O.id == _C.order_id)
        .where(own, is_one_of(_C.status, statuses))
        .order_by(_C.changed_at)
        .limit(MOST_OF_A_KIND)
    )
