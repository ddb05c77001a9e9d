"""The market as a whole, counted for operators."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, Table, func, or_, select

from domain.catalogue import Supplier
from domain.lifecycle import OPEN_NEGOTIATIONS, OPEN_ORDERS, ClaimStatus
from services.market_books import Overview
from storage.catalogue import SUPPLIERS, supplier_of
from storage.connection import Connection
from storage.health import pulse
from storage.tables.applications import applications
from storage.tables.catalogue import products, suppliers
from storage.tables.claims import claims
from storage.tables.metadata import is_one_of, is_word
from storage.tables.people import persons
from storage.tables.trade import negotiations, orders

_COUNTED: Final[tuple[tuple[Table, ColumnElement[bool] | None], ...]] = (
    (persons, None),
    (suppliers, None),
    (products, None),
    (negotiations, is_one_of(negotiations.c.status, OPEN_NEGOTIATIONS)),
    (orders, is_one_of(orders.c.status, OPEN_ORDERS)),
    (applications, is_word(applications.c.status, "pending")),
    (claims, is_word(claims.c.status, ClaimStatus.ESCALATED.value)),
)
"""What an overview counts, in the order of its fields."""


class StoredMarket:
    """Fulfils services.market_books.Market."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def overview(self) -> Overview:
        """How all of it does now."""
        now = await pulse(self._connection)
        counts = [await self._count(table, which) for table, which in _COUNTED]
        ages = (timedelta(seconds=now.inbox_age), timedelta(seconds=now.outbox_age))
        return Overview(*ages, now.dead_updates, now.dead_letters, *counts)

    async def suppliers_like(self, words: str, most: int) -> Sequence[Supplier]:
        """Suppliers with these words in either name, by their names."""
        named = or_(
            suppliers.c.name.icontains(words, autoescape=True),
            suppliers.c.name_zh.icontains(words, autoescape=True),
        )
        query = SUPPLIERS.where(named).order_by(suppliers.c.name).limit(most)
        return [supplier_of(row) for row in await self._connection.execute(query)]

    async def _count(self, table: Table, which: ColumnElement[bool] | None) -> int:
        query = select(func.count()).select_from(table)
        counted = query if which is None else query.where(which)
        count: int = (await self._connection.execute(counted)).scalar_one()
        return count
