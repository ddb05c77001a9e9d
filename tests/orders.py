"""Orders carried on to any status by the deeds that lead there, each recorded."""

from collections.abc import Callable
from datetime import timedelta

from domain.lifecycle import Deed, OrderStatus
from domain.offer import Author
from domain.order import Order
from domain.people import Person, Side
from services.recording import doer, record
from storage.books import StoredBooks
from tests.builders import BUYER, SELLER, Trade

Change = Callable[[Order, Author], Order]

_ROAD: dict[OrderStatus, tuple[int, Deed, Change]] = {
    OrderStatus.IN_PRODUCTION: (SELLER, Deed.START_PRODUCTION, lambda o, a: o.start_production(a)),
    OrderStatus.SHIPPED: (SELLER, Deed.SHIP_REST, lambda o, a: o.ship(a, o.left)),
    OrderStatus.DELIVERED: (BUYER, Deed.RECEIVE, lambda o, a: o.receive(a)),
    OrderStatus.COMPLETED: (BUYER, Deed.COMPLETE, lambda o, a: o.complete(a, is_settled=True)),
}


async def does(trade: Trade, order: Order, person_id: int, deed: Deed, change: Change, **when: int) -> Order:
    """A deed on an order, so many `days` later by the transaction's clock."""

    async def work(books: StoredBooks, person: Person) -> Order:
        before = await books.orders.get_for_update(order.id)
        assert before is not None
        side = Side.BUYER if person.id == order.buyer_id else Side.SELLER
        author = Author(person.id, side, books.now)
        after = change(before, author)
        await books.orders.save(before, after, books.now)
        await record(books, before, after, deed, doer(author))
        return after

    return await trade.does(person_id, work, later=timedelta(**when))


async def carried_to(trade: Trade, status: OrderStatus, order: Order | None = None) -> Order:
    """A binding order, funded and carried on to this status; ids of people as in the builders."""
    order = order or await trade.bound()
    if not order.is_funded:
        order = await does(trade, order, order.buyer_id, Deed.FUND, lambda o, a: o.fund(a))
    for step, (person_id, deed, change) in _ROAD.items():
        who = order.buyer_id if person_id == BUYER else person_id
        order = await does(trade, order, who, deed, change)
        if step is status:
            return order
    return order
