"""A person's orders in pages: from an index for each side, so that the orders of others cost nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, func, select, true, union_all

from domain.lifecycle import OPEN_ORDERS, OrderStatus
from domain.people import Person, Side
from services.order_list import STATUSES, OrderFilter, Tally, tally_of
from storage.connection import Connection
from storage.order_conditions import PARTY, person_values, turn_of
from storage.plain import Plain
from storage.tables.metadata import is_one_of
from storage.tables.trade import orders

_OPEN: Final = is_one_of(orders.c.status, OPEN_ORDERS)


def _shown(side: Side, shown: OrderFilter) -> ColumnElement[bool]:
    if shown is OrderFilter.TO_DO:
        return _OPEN & turn_of(side)
    return is_one_of(orders.c.status, STATUSES[shown]) if shown in STATUSES else true()


def _sides(person: Person) -> tuple[Side, ...]:
    return (Side.BUYER, Side.SELLER) if person.is_seller else (Side.BUYER,)


def _page(shown: OrderFilter, sides: Sequence[Side]) -> Plain:
    """Of each side as many as the page and those before it can need, then the page of all of them."""
    latest = (orders.c.changed_at.desc(), orders.c.id.desc())
    arms = [
        select(orders.c.id, orders.c.changed_at)
        .where(PARTY[side], _shown(side, shown))
        .order_by(*latest)
        .limit(bindparam("until"))
        .subquery()
        for side in sides
    ]
    found = union_all(*(select(arm) for arm in arms)).subquery()
    return Plain(
        select(found.c.id)
        .order_by(found.c.changed_at.desc(), found.c.id.desc())
        .limit(bindparam("most"))
        .offset(bindparam("before"))
    )


_PAGES: Final[Mapping[tuple[OrderFilter, tuple[Side, ...]], Plain]] = {
    (shown, sides): _page(shown, sides)
    for shown in OrderFilter
    for sides in ((Side.BUYER,), (Side.BUYER, Side.SELLER))
}
_BY_STATUS: Final = {
    side: Plain(select(orders.c.status, func.count()).where(PARTY[side]).group_by(orders.c.status))
    for side in Side
}
_WAITING: Final = {
    side: Plain(select(func.count()).select_from(orders).where(PARTY[side], _OPEN & turn_of(side)))
    for side in Side
}


class StoredOrderList:
    """Fulfils services.order_list.OrderList."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def tally(self, person: Person) -> Tally:
        """How many orders each filter shows."""
        by_status: Counter[OrderStatus] = Counter()
        waiting = 0
        for side in _sides(person):
            values = _values(person, side)
            for status, count in await self._connection.execute(_BY_STATUS[side], values):
                by_status[OrderStatus(status)] += count
            waiting += (await self._connection.execute(_WAITING[side], values)).scalar_one()
        return tally_of(by_status, waiting)

    async def page(self, person: Person, shown: OrderFilter, page: int, size: int) -> Sequence[int]:
        """Ids of a page (from 0), the latest change first."""
        sides = _sides(person)
        values = {"most": size, "before": page * size, "until": (page + 1) * size}
        found = await self._connection.execute(_PAGES[shown, sides], {**_values(person, *sides), **values})
        return found.scalars().all()


def _values(person: Person, *sides: Side) -> dict[str, Any]:
    values = person_values(person)
    return values if Side.SELLER in sides else {"person_id": values["person_id"]}
