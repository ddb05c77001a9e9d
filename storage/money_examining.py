"""Whether orders are funded as their ledger says: their standing computed anew."""

from typing import Final

from sqlalchemy import select

from domain.lifecycle import OrderStatus
from storage.connection import Connection
from storage.order_money import StoredOrderMoney
from storage.orders import StoredOrders
from storage.tables.metadata import is_word
from storage.tables.money import bookings
from storage.tables.trade import orders

PARTLY_PAID: Final = (
    select(orders.c.id)
    .distinct()
    .join(bookings, bookings.c.order_id == orders.c.id)
    .where(is_word(orders.c.status, OrderStatus.AWAITING_PAYMENT), orders.c.funded_at.is_(None))
)


async def unfunded_but_paid(connection: Connection) -> list[int]:
    """Ids of orders for which all was paid that is due before production, and that nobody funded."""
    numbers = (await connection.execute(PARTLY_PAID)).scalars().all()
    return [number for number in numbers if await _is_paid(connection, number)]


async def _is_paid(connection: Connection, number: int) -> bool:
    order = await StoredOrders(connection).get(number)
    return order is not None and (await StoredOrderMoney(connection).standing(order)).is_funded
