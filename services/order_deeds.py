"""A deed in an order: its row is locked, its domain decides, the change is written down, a side is told."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.lifecycle import Deed
from domain.offer import Author
from domain.order import Order, StaleOrder
from domain.people import Person, Side
from services.notices import News, Notice
from services.ports import Books
from services.recording import doer, record, tell_side
from services.refusals import NotFound

Change = Callable[[Order, Author], Order]


@dataclass(frozen=True, slots=True)
class OrderTarget:
    """Which order a press names, and the revision on the button."""

    order_id: int
    revision: int


class OrderDeeds:
    """What a person can do in his orders, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def see(self, order_id: int) -> tuple[Order, Side]:
        """An order and the person's side in it. Raises NotFound, to strangers too."""
        return self._seen(await self._books.orders.get(order_id))

    async def _do(self, target: OrderTarget, deed: Deed, change: Change) -> tuple[Order, Order, Side]:
        before, side = await self._locked(target.order_id)
        after = await self._save(before, deed, change(before, self._author(side)), side)
        return before, after, side

    async def _current(self, target: OrderTarget) -> tuple[Order, Side]:
        """The order, locked, as the button names it. Raises StaleOrder."""
        order, side = await self._locked(target.order_id)
        if order.revision != target.revision:
            raise StaleOrder(revision=target.revision, current=order.revision)
        return order, side

    async def _locked(self, order_id: int) -> tuple[Order, Side]:
        return self._seen(await self._books.orders.get_for_update(order_id))

    async def _save(self, before: Order, deed: Deed, after: Order, side: Side) -> Order:
        if after is not before:
            await self._books.orders.save(before, after, self._books.now)
            await record(self._books, before, after, deed, doer(self._author(side)))
        return after

    def _seen(self, order: Order | None) -> tuple[Order, Side]:
        if order is not None:
            side = self._person.side_in(order.buyer_id, order.supplier_id)
            if side is not None:
                return order, side
        raise NotFound(what="order")

    def _author(self, side: Side) -> Author:
        return Author(self._person.id, side, self._books.now)

    async def _tell_other(self, order: Order, side: Side, news: News, detail: str = "") -> None:
        await tell_side(self._books, order, side.other, Notice(news, order.id, order.revision, detail))


async def locked_as(side: Side, books: Books, person: Person, order_id: int) -> Order:
    """The order, locked, to whoever stands on this side. Raises NotFound."""
    order = await books.orders.get_for_update(order_id)
    if order is None or person.side_in(order.buyer_id, order.supplier_id) is not side:
        raise NotFound(what="order")
    return order
