"""From agreement to a binding order: placing, confirming by both sides, editing, cancelling."""

from domain.details import Details
from domain.lifecycle import Deed, OrderStatus
from domain.negotiation import Negotiation, NoSelfDealing
from domain.offer import Author
from domain.order import Order
from domain.people import Side
from services.negotiating import Target, goods_of, listed_terms
from services.notices import News
from services.order_deeds import OrderDeeds, OrderTarget
from services.order_holds import check_not_held
from services.recording import doer, record
from services.refusals import NotFound
from services.sample_credit import credit_sample
from services.second_sample import follow


class Ordering(OrderDeeds):
    """The orders of one person, within one transaction."""

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
        placed = await self._placed(Order.place(negotiation, author, details), author)
        await self._books.negotiations.save(negotiation, ordered, self._books.now)
        await record(self._books, negotiation, ordered, Deed.PLACE, doer(author))
        return placed

    async def order_now(self, product_id: int, count: int, details: Details) -> Order:
        """The buyer orders goods as they are listed, to be confirmed by both sides.

        - Price, MOQ and lead time are the listing's of this moment, other terms the supplier's usual ones.
        - A seller of the supplier cannot be its buyer.
        Raises NotFound, NoSelfDealing, NotOnSale, BelowMoq, LinesDiffer.
        """
        product = await self._books.catalogue.product(product_id)
        if product is None:
            raise NotFound(what="product")
        if product.supplier.id in self._person.supplier_ids:
            raise NoSelfDealing(supplier_id=product.supplier.id)
        product.check_on_sale()
        details.check(count)
        author, terms = self._author(Side.BUYER), listed_terms(product, count)
        bought = Negotiation.order_now(product.supplier.id, goods_of(product), author, terms)
        negotiation = await self._books.negotiations.add(bought)
        await record(self._books, None, negotiation, Deed.ORDER_NOW, doer(author))
        return await self._placed(Order.place(negotiation, author, details), author)

    async def _placed(self, order: Order, author: Author) -> Order:
        """Writes the order down, and remembers where its goods go."""
        books = self._books
        placed = await books.orders.add(order, books.now)
        await record(books, None, placed, Deed.PLACE, doer(author))
        if placed.is_sample:
            await follow(books, placed)
        await books.addresses.keep(self._person.id, order.details.delivery, books.now)
        return placed

    async def confirm(self, target: OrderTarget) -> Order:
        """One side confirms this revision; when both have, the order is binding and both are told."""
        before, after, side = await self._do(target, Deed.CONFIRM, lambda o, a: o.confirm(target.revision, a))
        if after is before:
            return after
        done = after.status == OrderStatus.AWAITING_PAYMENT
        if done and after.terms.sample and (credited := await credit_sample(self._books, after)):
            return credited
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
        """Either side ends the order before payment; the other is told.

        Raises PaidAlready once anything was paid, PaymentUnderWay while a card is being charged.
        """
        before, side = await self._locked(target.order_id)
        standing = await self._books.money.standing(before)
        is_paid = bool(standing.kept.minor)
        after = before.cancel(target.revision, self._author(side), is_paid=is_paid)
        await check_not_held(self._books, before)
        await self._save(before, Deed.CANCEL, after, side)
        await self._tell_other(after, side, News.ORDER_CANCELLED)
        return after
