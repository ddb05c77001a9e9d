"""The ledger of payments in the database: once for each key, never changed, and what follows from it."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from domain.ledger import Booking, Entry, payment, refund, reversal
from domain.money import Money
from domain.order import Order
from domain.people import Person
from domain.terms import PaymentMethod
from storage.books import StoredBooks
from tests.builders import BUYER, Trade

TRANSFER = PaymentMethod.TRANSFER


def entry(books: StoredBooks, order: Order, key: str) -> Entry:
    return Entry(order.id, key, BUYER, books.cause, books.now)


def cny(minor: int) -> Money:
    return Money(minor, "CNY")


async def test_money_is_booked_once_and_a_mistake_is_undone(trade: Trade) -> None:
    order = await trade.bound()

    async def work(books: StoredBooks, _: Person) -> list[bool]:
        paid = [payment(entry(books, order, key), TRANSFER, cny(625_100)) for key in ("a", "b", "a")]
        booked = [await books.money.book(each) for each in paid]
        first = (await books.money.bookings(order.id))[0]
        booked.append(await books.money.book(refund(entry(books, order, "c"), TRANSFER, cny(100))))
        undone = [reversal(entry(books, order, key), first) for key in ("d",)]
        return [*booked, *[await books.money.book(each) for each in undone]]

    booked = await trade.does(BUYER, work)

    standing = await trade.does(BUYER, lambda books, _: books.money.standing(order))
    assert booked == [True, True, False, True, True]
    assert (standing.paid, standing.refunded, standing.owed) == (cny(625_100), cny(100), cny(0))
    assert (standing.credit, standing.is_funded, standing.bookings) == (cny(0), True, 4)


async def test_a_hold_ends_by_itself_or_is_let_go(trade: Trade) -> None:
    order = await trade.bound()

    async def holds(books: StoredBooks, _: Person) -> None:
        await books.money.hold(order.id, BUYER, books.now, books.now + timedelta(minutes=15))

    async def held(*, later: timedelta = timedelta(0)) -> bool:
        since = await trade.does(
            BUYER, lambda books, _: books.money.held_since(order.id, books.now), later=later
        )
        return since is not None

    await trade.does(BUYER, holds)
    await trade.does(BUYER, holds)
    first = (await held(), await held(later=timedelta(minutes=16)))
    await trade.does(BUYER, lambda books, _: books.money.let_go(order.id))

    assert first == (True, False)
    assert not await held()


async def test_postgresql_refuses_a_booking_that_is_out_of_balance(trade: Trade) -> None:
    order = await trade.bound()

    async def book(books: StoredBooks, _: Person) -> Booking:
        booking = payment(entry(books, order, "a"), TRANSFER, cny(1))
        await books.money.book(booking)
        return booking

    await trade.does(BUYER, book)
    if trade.database.is_sqlite:
        return
    with pytest.raises(DBAPIError, match="sum to nothing"):
        await trade.run_sql("INSERT INTO postings SELECT id, 'provider', 5, 'CNY' FROM bookings")
