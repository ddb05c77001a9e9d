"""From agreement to a binding order: placing, confirming by both sides, editing, cancelling."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.details import Details
from domain.lifecycle import Deed, OrderStatus
from domain.negotiation import Negotiation, NoSelfDealing
from domain.offer import Author
from domain.order import Order
from domain.people import Person, Side
from services.negotiating import Target, goods_of, listed_terms
from services.notices import News, Notice
from services.ports import Books
from services.recording import doer, record, tell_side
from services.refusals import NotFound


@dataclass(frozen=True, slots=True)
class OrderTarget:
    """Which order a press names, and the revision on the button."""

    order_id: int
    revision: int


class Ordering:
    """The orders of one person, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def see(self, order_id: int) -> tuple[Order, Side]:
        """An order and the person's side in it. Raises NotFound, to strangers too."""
        return self._seen(await self._books.orders.get(order_id))

    async def place(self, target: Target, details: Details) -> Order:
        """The buyer turns an agreed negotiation into an order to be confirmed by both sides.

        - Only the agreed version can be ordered, once.
        - The order is a snapshot; later changes of the listing do not touch it.
        """
        negotiation = await self._books.negotiations.get_for_update(target.negotiation_id)
        if negotiation is None or negotiation.buyer_id != self._person.id:
            raise NotFound(what="negotiation")
        author = self._author(Side.BUYER)
        ordered = negotiation.place_order(target.version, author)
        placed = await self._placed(negotiation, author, details)
        await self._books.negotiations.save(negotiation, ordered, self._books.now)
        await record(self._books, negotiation, ordered, Deed.PLACE, doer(author))
        return placed

    async def order_now(self, product_id: int, count: int, details: Details) -> Order:
        """The buyer orders goods as they are listed, to be confirmed by both sides.

        - Price, MOQ and lead time are the listing's of this moment, other terms the supplier's usual ones.
        - A seller of the supplier cannot be its buyer.
        Raises NotFound, NoSelfDealing, BelowMoq, LinesDiffer.
        """
        product = await self._books.catalogue.product(product_id)
        if product is None:
            raise NotFound(what="product")
        if product.supplier.id in self._person.supplier_ids:
            raise NoSelfDealing(supplier_id=product.supplier.id)
        details.check(count)
        author, terms = self._author(Side.BUYER), listed_terms(product, count)
        bought = Negotiation.order_now(product.supplier.id, goods_of(product), author, terms)
        negotiation = await self._books.negotiations.add(bought)
        await record(self._books, None, negotiation, Deed.ORDER_NOW, doer(author))
        return await self._placed(negotiation, author, details)

    async def _placed(self, negotiation: Negotiation, author: Author, details: Details) -> Order:
        """Writes the order down, and remembers where its goods go."""
        books = self._books
        placed = await books.orders.add(Order.place(negotiation, author, details), books.now)
        await record(books, None, placed, Deed.PLACE, doer(author))
        await books.addresses.keep(self._person.id, details.delivery, books.now)
        return placed

    async def confirm(self, target: OrderTarget) -> Order:
        """One side confirms this revision; when both have, the order is binding and both are told."""
        before, after, side = await self._do(target, Deed.CONFIRM, lambda o, a: o.confirm(target.revision, a))
        if after is before:
            return after
        done = after.status == OrderStatus.AWAITING_PAYMENT
        await self._tell_other(after, side, News.ORDER_CONFIRMED if done else News.ORDER_TO_CONFIRM)
        return after

    async def edit(self, target: OrderTarget, details: Details) -> Order:
        """The buyer changes the details; earlier confirmations are cleared."""
        before, after, side = await self._do(
            target, Deed.EDIT, lambda o, a: o.edit(target.revision, a, details)
        )
        if after.details.delivery != before.details.delivery:
            await self._books.addresses.keep(self._person.id, details.delivery, self._books.now)
        if before.confirmations:
            await self._tell_other(after, side, News.ORDER_EDITED)
        return after

    async def cancel(self, target: OrderTarget) -> Order:
        """Either side ends the order before payment; the other is told."""
        _, after, side = await self._do(target, Deed.CANCEL, lambda o, a: o.cancel(target.revision, a))
        await self._tell_other(after, side, News.ORDER_CANCELLED)
        return after

    async def _do(
        self, target: OrderTarget, deed: Deed, change: Callable[[Order, Author], Order]
    ) -> tuple[Order, Order, Side]:
        before, side = self._seen(await self._books.orders.get_for_update(target.order_id))
        author = self._author(side)
        after = change(before, author)
        if after is not before:
            await self._books.orders.save(before, after, self._books.now)
            await record(self._books, before, after, deed, doer(author))
        return before, after, side

    def _seen(self, order: Order | None) -> tuple[Order, Side]:
        if order is not None:
            side = self._person.side_in(order.buyer_id, order.supplier_id)
            if side is not None:
                return order, side
        raise NotFound(what="order")

    def _author(self, side: Side) -> Author:
        return Author(self._person.id, side, self._books.now)

    async def _tell_other(self, order: Order, side: Side, news: News) -> None:
        await tell_side(self._books, order, side.other, Notice(news, order.id, order.revision))
