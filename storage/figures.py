"""Suppliers' figures, counted from orders, moves, claims and reviews, and kept with the supplier."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, Table, bindparam, case, exists, func, select, union, update

from domain.figures import Figures, Promise, with_promises
from domain.lifecycle import ClaimStatus, Deed, OrderStatus
from domain.order_clock import promised
from services.moves import Subject
from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import to_millis, to_moment
from storage.reviews import LATEST
from storage.tables.catalogue import suppliers
from storage.tables.claims import claims
from storage.tables.metadata import is_word
from storage.tables.post import facts
from storage.tables.reviews import reviews
from storage.tables.trade import moves, orders

MEASURED: Final = "figures_measured"
REVIEWED: Final = "figures_reviewed"
ROWS_AT_ONCE: Final = 5000
OVERLAP: Final = 200
"""A row may be seen after one of a higher number: so many before the last are looked at again."""
YEAR: Final = timedelta(days=365)

_MOVED: Final = {
    subject: select(table.c.supplier_id)
    .join(moves, moves.c.subject_id == table.c.id)
    .where(is_word(moves.c.subject, subject))
    for subject, table in ((Subject.ORDER, orders), (Subject.CLAIM, claims))
}
_LEFT_AT: Final = (
    select(func.max(moves.c.at))
    .where(
        is_word(moves.c.subject, Subject.ORDER),
        moves.c.subject_id == orders.c.id,
        is_word(moves.c.deed, Deed.SHIP_REST),
    )
    .scalar_subquery()
)
_LEAD_TIME: Final = case(
    (orders.c.amended.is_not(None), orders.c.amended["lead_time_days"].as_integer()),
    else_=orders.c.terms["lead_time_days"].as_integer(),
)
_CLAIMED: Final = exists().where(
    claims.c.order_id == orders.c.id, claims.c.status != ClaimStatus.WITHDRAWN.value
)
_PROMISES: Final = select(
    orders.c.funded_at,
    _LEAD_TIME.label("days"),
    _LEFT_AT.label("left_at"),
    _CLAIMED.label("is_claimed"),
).where(
    orders.c.supplier_id == bindparam("supplier"),
    orders.c.changed_at >= bindparam("since"),
    orders.c.funded_at.is_not(None),
    orders.c.status != OrderStatus.CANCELLED.value,
)
"""Of orders that nothing happened to since then no promise can have fallen due: both sides are reminded."""


class StoredFigures:
    """Fulfils services.keeping_reviews.SupplierFigures."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def newly_changed(self) -> Sequence[int]:
        """Ids of suppliers whose orders or claims moved, or were reviewed, since the last call; sorted."""
        moved = await self._since(MEASURED, moves, _MOVED.values())
        return sorted(moved | await self._since(REVIEWED, reviews, [select(reviews.c.supplier_id)]))

    async def of_supplier(self, supplier_id: int, now: datetime) -> Figures:
        """The figures, counted anew as of now."""
        rated = select(func.coalesce(func.sum(reviews.c.stars), 0), func.count()).where(
            reviews.c.supplier_id == supplier_id, LATEST
        )
        stars, count = (await self._connection.execute(rated)).one()
        promises = await self._promises(supplier_id, now - YEAR)
        return with_promises(Figures(int(stars), count), promises, now - YEAR, now)

    async def _promises(self, supplier_id: int, since: datetime) -> list[Promise]:
        values = {"supplier": supplier_id, "since": to_millis(since)}
        return [
            Promise(promised(to_moment(row.funded_at), row.days), _moment(row.left_at), row.is_claimed)
            for row in await self._connection.execute(_PROMISES, values)
            if row.days
        ]

    async def keep(self, supplier_id: int, figures: Figures) -> None:
        """Writes them where the supplier is read."""
        written = update(suppliers).where(suppliers.c.id == supplier_id).values(asdict(figures))
        await self._connection.execute(written)

    async def _since(self, name: str, table: Table, whose: Iterable[Select[Any]]) -> set[int]:
        """Suppliers with rows after the last that was looked at; the row is locked: one worker measures."""
        await self._connection.execute(insert_if_new(self._connection, facts).values(name=name, value="0"))
        noted = select(facts.c.value).where(facts.c.name == name).with_for_update()
        last = int((await self._connection.execute(noted)).scalar_one())
        newest = (await self._connection.execute(select(func.max(table.c.id)))).scalar_one() or 0
        if newest <= last:
            return set()
        until = min(newest, last + ROWS_AT_ONCE)
        await self._connection.execute(update(facts).where(facts.c.name == name).values(value=str(until)))
        is_new = (table.c.id > last - OVERLAP) & (table.c.id <= until)
        found = await self._connection.execute(union(*(each.where(is_new) for each in whose)))
        return set(found.scalars())


def _moment(millis: int | None) -> datetime | None:
    return None if millis is None else to_moment(millis)
