"""Orders as they are exported: in the order of their numbers, a few hundred at a time."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from domain.standing import standing_of
from services.order_books import BookedOrder, BookSpan
from storage.connection import Connection
from storage.moments import to_millis, to_moment
from storage.order_money import bookings_of
from storage.orders import order_of
from storage.tables.trade import orders


class StoredOrderBooks:
    """Fulfils services.order_books.OrderBooks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def after(self, span: BookSpan, order_id: int, most: int) -> Sequence[BookedOrder]:
        """The next orders of the span with ids above this one, without their confirmations."""
        query = within(select(orders), span).where(orders.c.id > order_id)
        rows = await self._connection.execute(query.order_by(orders.c.id).limit(most))
        found = [(order_of(row), to_moment(row.placed_at), to_moment(row.changed_at)) for row in rows]
        booked = await bookings_of(self._connection, [order.id for order, _, _ in found])
        standings = [standing_of(order, booked.get(order.id, ())) for order, _, _ in found]
        return [
            BookedOrder(*about, paid=standing.kept, owed=standing.owed, allowed=standing.allowed)
            for about, standing in zip(found, standings, strict=True)
        ]

    async def count(self, span: BookSpan) -> int:
        """How many orders the span has."""
        query = within(select(func.count()).select_from(orders), span)
        count: int = (await self._connection.execute(query)).scalar_one()
        return count


def within(query: Select[Any], span: BookSpan) -> Select[Any]:
    """The query, about orders of the span."""
    conditions: list[ColumnElement[bool]] = []
    if span.buyer_id is not None:
        conditions.append(orders.c.buyer_id == span.buyer_id)
    if span.supplier_ids is not None:
        conditions.append(orders.c.supplier_id.in_(sorted(span.supplier_ids)))
    if span.since:
        conditions.append(orders.c.placed_at >= to_millis(span.since))
    if span.until:
        conditions.append(orders.c.placed_at < to_millis(span.until))
    return query.where(*conditions)
