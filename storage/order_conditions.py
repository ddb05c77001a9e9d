"""Conditions on orders: whose they are, and whose turn it is."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, bindparam, exists, or_

from domain.lifecycle import OrderStatus
from domain.order_facts import WAITS_FOR
from domain.people import Person, Side
from storage.among import among
from storage.tables.metadata import is_one_of, is_word
from storage.tables.trade import confirmations, orders

_IS_BUYER: Final = orders.c.buyer_id == bindparam("person_id")
PARTY: Final[Mapping[Side, ColumnElement[bool]]] = {
    Side.BUYER: _IS_BUYER,
    Side.SELLER: and_(among(orders.c.supplier_id, "supplier_ids"), ~_IS_BUYER),
}
"""The orders in which the person stands on a side; a buyer who joined the supplier later stays the buyer."""


def person_values(person: Person) -> dict[str, Any]:
    """The values that PARTY needs."""
    return {"person_id": person.id, "supplier_ids": sorted(person.supplier_ids)}


def turn_of(side: Side) -> ColumnElement[bool]:
    """Whether it is this side's turn: Order.waits_for as SQL."""
    unconfirmed = is_word(orders.c.status, OrderStatus.AWAITING_CONFIRMATION)
    funded = is_word(orders.c.status, OrderStatus.AWAITING_PAYMENT) & orders.c.funded_at.is_not(None)
    waiting = [status for status, whose in WAITS_FOR.items() if whose is side]
    by_status = or_(
        is_one_of(orders.c.status, waiting) & ~funded,
        *([funded] if side is Side.SELLER else []),
    )
    asked = orders.c.cancel_asked_by
    return or_(
        unconfirmed & ~_has_confirmed(side),
        ~unconfirmed & is_one_of(orders.c.status, WAITS_FOR) & is_word(asked, side.other),
        asked.is_(None) & by_status,
    )


def _has_confirmed(side: Side) -> ColumnElement[bool]:
    return exists().where(
        confirmations.c.order_id == orders.c.id,
        confirmations.c.revision == orders.c.revision,
        is_word(confirmations.c.side, side),
    )
