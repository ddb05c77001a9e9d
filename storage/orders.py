"""Orders and their confirmations in the database."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, case, insert, or_, select, update

from domain import details
from domain.lifecycle import OPEN_ORDERS, OrderStatus
from domain.negotiation import Goods
from domain.order import Order
from domain.order_clock import LONGEST_WARNING
from domain.order_facts import Confirmation, OrderKind
from domain.people import Person, Side
from domain.terms import from_record, to_record
from storage.database import Connection
from storage.moments import MILLISECOND, to_millis, to_moment
from storage.plain import Plain
from storage.tables.metadata import is_one_of
from storage.tables.trade import confirmations, orders

UNSHIPPED = (OrderStatus.AWAITING_PAYMENT, OrderStatus.IN_PRODUCTION)

_by_id = select(orders).where(orders.c.id == bindparam("id"))
BY_ID = Plain(_by_id)
BY_ID_LOCKED = Plain(_by_id.with_for_update())
BY_NEGOTIATION = Plain(select(orders).where(orders.c.negotiation_id == bindparam("negotiation_id")))
ADD = Plain(insert(orders).returning(orders.c.id))
SAVE = Plain(update(orders).where(orders.c.id == bindparam("row")))
ADD_CONFIRMATION = Plain(insert(confirmations))
LIVE_CONFIRMATIONS = Plain(
    select(confirmations)
    .where(confirmations.c.order_id == bindparam("id"), confirmations.c.revision == bindparam("revision"))
    .order_by(confirmations.c.at)
)
OPEN = is_one_of(orders.c.status, OPEN_ORDERS)
PROMISED = orders.c.funded_at.is_not(None) & is_one_of(orders.c.status, UNSHIPPED)
"""A day that was promised does not move because nobody could press a button."""
UNCONFIRMED = is_one_of(orders.c.status, [OrderStatus.AWAITING_CONFIRMATION])


class StoredOrders:
    """Fulfils services.deals.Orders; what one transaction has read or written it need not read again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Order] = {}

    async def add(self, order: Order, now: datetime) -> Order:
        """Keeps a new order; returns it with its id. One for each negotiation."""
        values = {
            "negotiation_id": order.negotiation_id,
            "buyer_id": order.buyer_id,
            "supplier_id": order.supplier_id,
            "goods": asdict(order.goods),
            "version": order.version,
            "terms": to_record(order.terms),
            "placed_at": to_millis(now),
            "kind": order.kind.value,
            **_moving(order, now),
        }
        result = await self._connection.execute(ADD, values)
        stored = replace(order, id=result.scalar_one())
        self._known[stored.id] = stored
        return stored

    async def get(self, order_id: int) -> Order | None:
        """The order with the confirmations of its current revision."""
        return self._known.get(order_id) or await self._one(BY_ID, {"id": order_id})

    async def get_for_update(self, order_id: int) -> Order | None:
        """The same as of now, locked until the end of the transaction."""
        return await self._one(BY_ID_LOCKED, {"id": order_id})

    async def of_negotiation(self, negotiation_id: int) -> Order | None:
        """The order made from a negotiation."""
        return await self._one(BY_NEGOTIATION, {"negotiation_id": negotiation_id})

    async def save(self, before: Order, after: Order, now: datetime) -> None:
        """Writes a change: the row, and new confirmations."""
        values = {**_moving(after, now), "row": after.id}
        if after.expires_at != before.expires_at:
            values["warned_at"] = None
        if after.terms != before.terms:
            values["amended"] = to_record(after.terms)
        await self._connection.execute(SAVE, values)
        for confirmation in after.confirmations:
            if confirmation not in before.confirmations:
                await self._connection.execute(ADD_CONFIRMATION, _confirmation_values(after, confirmation))
        self._known[after.id] = after

    async def of_person(self, person: Person, page: int, size: int) -> Sequence[Order]:
        """A page of the person's orders, open ones first, latest change first."""
        closed = case((OPEN, 0), else_=1)
        query = (
            select(orders)
            .where(_party(person))
            .order_by(closed, orders.c.changed_at.desc(), orders.c.id)
            .limit(size)
            .offset(page * size)
        )
        rows = (await self._connection.execute(query)).all()
        return [await self._whole(row) for row in rows]

    async def unconfirmed_after(self, after: int, limit: int) -> Sequence[Order]:
        """Orders to be confirmed with ids above `after`, lowest first."""
        query = select(orders).where(UNCONFIRMED, orders.c.id > after).order_by(orders.c.id).limit(limit)
        rows = (await self._connection.execute(query)).all()
        return [await self._whole(row) for row in rows]

    async def prolong(self, by: timedelta) -> None:
        """Moves the end of every status but a promise, and of requests to cancel."""
        later = by // MILLISECOND
        values = {name: orders.c[name] + later for name in ("expires_at", "warns_at", "cancel_until")}
        await self._connection.execute(update(orders).where(OPEN, ~PROMISED).values(values))
        request = {"cancel_until": values["cancel_until"]}
        await self._connection.execute(update(orders).where(OPEN, PROMISED).values(request))

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open orders whose present status has run out."""
        return await self._open_before(now, limit)

    async def to_warn(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open orders whose end is near and was not warned of."""
        is_near = orders.c.warned_at.is_(None) & (orders.c.warns_at <= to_millis(now))
        return await self._open_before(now + LONGEST_WARNING, limit, is_near)

    async def unanswered(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of orders with a request to cancel that was not answered in time."""
        query = (
            select(orders.c.id)
            .where(orders.c.cancel_until <= to_millis(now))
            .order_by(orders.c.cancel_until)
            .limit(limit)
        )
        return (await self._connection.execute(query)).scalars().all()

    async def warned(self, order_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is due, and the first before this deadline."""
        is_due = orders.c.warned_at.is_(None) & (orders.c.warns_at <= to_millis(now))
        note = update(orders).where((orders.c.id == order_id) & is_due).values(warned_at=to_millis(now))
        return (await self._connection.execute(note)).rowcount == 1

    async def _open_before(self, moment: datetime, limit: int, *more: ColumnElement[bool]) -> Sequence[int]:
        query = (
            select(orders.c.id)
            .where(OPEN, orders.c.expires_at <= to_millis(moment), *more)
            .order_by(orders.c.expires_at)
            .limit(limit)
        )
        return (await self._connection.execute(query)).scalars().all()

    async def _one(self, query: Plain, values: dict[str, int]) -> Order | None:
        row = (await self._connection.execute(query, values)).one_or_none()
        if row is None:
            return None
        found = self._known[row.id] = await self._whole(row)
        return found

    async def _whole(self, row: Row[Any]) -> Order:
        live = await self._connection.execute(LIVE_CONFIRMATIONS, {"id": row.id, "revision": row.revision})
        return order_of(row, tuple(_confirmation_of(each) for each in live))


def order_of(row: Row[Any], live: tuple[Confirmation, ...] = ()) -> Order:
    """The order of a row with the confirmations of its current revision."""
    return Order(
        id=row.id,
        negotiation_id=row.negotiation_id,
        buyer_id=row.buyer_id,
        supplier_id=row.supplier_id,
        goods=Goods(**row.goods),
        version=row.version,
        terms=from_record(row.amended or row.terms).settle(),
        details=details.from_record(row.details),
        revision=row.revision,
        status=OrderStatus(row.status),
        expires_at=to_moment(row.expires_at),
        confirmations=live,
        funded_at=to_moment(row.funded_at) if row.funded_at is not None else None,
        shipped=row.shipped,
        cancel_asked_by=Side(row.cancel_asked_by) if row.cancel_asked_by else None,
        cancel_until=to_moment(row.cancel_until) if row.cancel_until is not None else None,
        kind=OrderKind(row.kind),
    )


def _moving(order: Order, now: datetime) -> dict[str, Any]:
    return {
        "details": details.to_record(order.details),
        "revision": order.revision,
        "status": order.status.value,
        "expires_at": to_millis(order.expires_at),
        "warns_at": to_millis(order.warns_at),
        "funded_at": to_millis(order.funded_at) if order.funded_at else None,
        "shipped": order.shipped,
        "cancel_asked_by": order.cancel_asked_by,
        "cancel_until": to_millis(order.cancel_until) if order.cancel_until else None,
        "changed_at": to_millis(now),
    }


def _confirmation_values(order: Order, confirmation: Confirmation) -> dict[str, Any]:
    return {
        "order_id": order.id,
        "revision": confirmation.revision,
        "side": confirmation.side.value,
        "person_id": confirmation.person_id,
        "digest": confirmation.digest,
        "at": to_millis(confirmation.at),
    }


def _confirmation_of(row: Row[Any]) -> Confirmation:
    return Confirmation(Side(row.side), row.person_id, row.revision, row.digest, to_moment(row.at))


def _party(person: Person) -> ColumnElement[bool]:
    sells = orders.c.supplier_id.in_(sorted(person.supplier_ids))
    return or_(orders.c.buyer_id == person.id, sells)
