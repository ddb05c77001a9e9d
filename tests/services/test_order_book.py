"""Whose orders an order book holds, as things stand when it is sent."""

from domain.people import Person, Side
from services.order_book import BookFormat, BookWish, OrderBook, order_book_of
from storage.books import StoredBooks
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, SUPPLIER, Trade
from tests.payments import DEPOSIT, TOTAL, Till


async def numbers(trade: Trade, person_id: int, side: Side) -> set[int]:
    """The orders in the book of a person."""
    detail = BookWish(side, BookFormat.CSV).detail

    async def book(books: StoredBooks, person: Person) -> OrderBook:
        return await order_book_of(books, person, BookWish.read(detail))

    return {each.order.id for each in (await trade.does(person_id, book)).orders}


async def test_everybody_exports_his_own_orders_only(trade: Trade) -> None:
    mine = await trade.ordered()
    other = await trade.orders(OTHER_BUYER, await trade.accepts(SELLER, await trade.inquires(OTHER_BUYER)))

    assert await numbers(trade, BUYER, Side.BUYER) == {mine.id}
    assert await numbers(trade, OTHER_BUYER, Side.BUYER) == {other.id}
    assert await numbers(trade, COLLEAGUE, Side.SELLER) == {mine.id, other.id}
    assert [await numbers(trade, each, Side.SELLER) for each in (RIVAL, BUYER)] == [set(), set()]
    assert await numbers(trade, SELLER, Side.BUYER) == set()


async def test_the_book_says_of_each_order_what_was_paid_and_what_is_owed(trade: Trade) -> None:
    till = Till(trade)
    paid, unpaid = await till.owed(), await trade.ordered()
    await till.receives(await till.states(paid, DEPOSIT), DEPOSIT)

    wish = BookWish(Side.SELLER, BookFormat.CSV)
    book = await trade.does(SELLER, lambda b, p: order_book_of(b, p, wish))

    figures = [(each.order.id, each.paid.minor, each.owed.minor) for each in book.orders]
    assert figures == [(paid.id, DEPOSIT, TOTAL - DEPOSIT), (unpaid.id, 0, TOTAL)]


async def test_who_sells_no_more_when_the_file_is_sent_gets_nothing(trade: Trade) -> None:
    await trade.ordered()
    before = await numbers(trade, COLLEAGUE, Side.SELLER)

    await trade.run_sql(f"DELETE FROM memberships WHERE person_id = {COLLEAGUE} AND supplier_id = {SUPPLIER}")

    assert len(before) == 1
    assert await numbers(trade, COLLEAGUE, Side.SELLER) == set()
