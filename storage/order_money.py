"""The ledger of payments and the holds of card payments in the database."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Row, bindparam, delete, insert, select

from domain.ledger import Account, Booking, BookingKind, Entry, Posting
from domain.money import Money
from domain.order import Order
from domain.standing import Standing, standing_of
from domain.terms import PaymentMethod
from storage.connection import Connection
from storage.inserting import insert_if_new, own_insert
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.money import bookings, payment_holds, postings

BOOKED: Final = (
    select(bookings, postings.c.account, postings.c.minor, postings.c.currency)
    .join(postings, postings.c.booking_id == bookings.c.id)
    .order_by(bookings.c.id, postings.c.account)
)
OF_ORDER = Plain(BOOKED.where(bookings.c.order_id == bindparam("of_order")))
HELD = Plain(
    select(payment_holds.c.since).where(
        payment_holds.c.order_id == bindparam("of_order"), payment_holds.c.until > bindparam("now")
    )
)
LET_GO = Plain(delete(payment_holds).where(payment_holds.c.order_id == bindparam("of_order")))


class StoredOrderMoney:
    """Fulfils services.order_money.OrderMoney."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def book(self, booking: Booking) -> bool:
        """Adds a booking; returns False when one of this key was made before, and changes nothing then."""
        new = insert_if_new(self._connection, bookings).returning(bookings.c.id)
        number = (await self._connection.execute(new, _row(booking))).scalar_one_or_none()
        if number is None:
            return False
        await self._connection.execute(insert(postings), _posting_rows(replace(booking, id=number)))
        return True

    async def bookings(self, order_id: int) -> Sequence[Booking]:
        """The bookings of an order, first to last."""
        return _bookings_in((await self._connection.execute(OF_ORDER, {"of_order": order_id})).all())

    async def standing(self, order: Order) -> Standing:
        """How the order stands with its money."""
        return standing_of(order, await self.bookings(order.id))

    async def hold(self, order_id: int, person_id: int, now: datetime, until: datetime) -> None:
        """Notes that a card payment for the order is under way; a later one takes its place."""
        newer = {"person_id": person_id, "since": to_millis(now), "until": to_millis(until)}
        upsert = own_insert(self._connection, payment_holds).values(order_id=order_id, **newer)
        await self._connection.execute(
            upsert.on_conflict_do_update(index_elements=[payment_holds.c.order_id], set_=newer)
        )

    async def held_since(self, order_id: int, now: datetime) -> datetime | None:
        """Since when a card payment for the order is under way; None if there is none, or no more."""
        values = {"of_order": order_id, "now": to_millis(now)}
        since = (await self._connection.execute(HELD, values)).scalar_one_or_none()
        return to_moment(since) if since is not None else None

    async def let_go(self, order_id: int) -> None:
        """Ends the hold."""
        await self._connection.execute(LET_GO, {"of_order": order_id})


async def bookings_of(connection: Connection, order_ids: Sequence[int]) -> Mapping[int, Sequence[Booking]]:
    """The bookings of several orders, first to last; an order without any is left out."""
    rows = (await connection.execute(BOOKED.where(bookings.c.order_id.in_(order_ids)))).all()
    found: dict[int, list[Booking]] = {}
    for booking in _bookings_in(rows):
        found.setdefault(booking.entry.order_id, []).append(booking)
    return found


def _bookings_in(rows: Sequence[Row[Any]]) -> list[Booking]:
    return [_booking_of(list(own)) for _, own in groupby(rows, key=lambda row: row.id)]


def _row(booking: Booking) -> dict[str, Any]:
    entry = booking.entry
    return {
        "order_id": entry.order_id,
        "kind": booking.kind.value,
        "method": booking.method.value,
        "key": entry.key,
        "reverses": booking.reverses or None,
        "person_id": entry.person_id,
        "cause": entry.cause,
        "at": to_millis(entry.at),
    }


def _posting_rows(booking: Booking) -> list[dict[str, Any]]:
    return [
        {
            "booking_id": booking.id,
            "account": posting.account.value,
            "minor": posting.amount.minor,
            "currency": posting.amount.currency,
        }
        for posting in booking.postings
    ]


def _booking_of(rows: Sequence[Row[Any]]) -> Booking:
    first = rows[0]
    entry = Entry(first.order_id, first.key, first.person_id, first.cause, to_moment(first.at))
    return Booking(
        entry,
        BookingKind(first.kind),
        PaymentMethod(first.method),
        tuple(Posting(Account(row.account), Money(row.minor, row.currency)) for row in rows),
        first.reverses or 0,
        first.id,
    )
