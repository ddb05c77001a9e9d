"""Ordering a sample: as a standing policy gives it, or at the quote of a request."""

from domain.details import Details
from domain.lifecycle import Deed
from domain.negotiation import Goods, Negotiation
from domain.offer import Author
from domain.order import Order
from domain.people import Side
from domain.quantity import Unit
from domain.sample_policy import SamplesNotOffered
from domain.sample_request import Sampled, SampleMoveNotAllowed, SampleRequest, sampled_by
from services.ordering import Ordering
from services.recording import doer, record
from services.refusals import NotFound
from services.sampling import SampleTarget, sample_goods, sampled_product


class SampleOrdering(Ordering):
    """The sample orders of one person, within one transaction; confirmed by both sides as any order is.

    Price, freight and days are those of the policy or the quote; of the supplier's usual terms none counts.
    """

    async def order_listed(self, product_id: int, count: int, details: Details) -> Order:
        """The buyer orders a sample on the terms that stand for all.

        Raises SamplesNotOffered where there are none, SampleCountOutOfBounds, LinesDiffer, and as
        `sampled_product`.
        """
        product = await sampled_product(self._books, self._person, product_id)
        asked = sampled_by(product.samples)
        if asked is None:
            raise SamplesNotOffered(product_id=product_id)
        return await self._bought(product.supplier.id, sample_goods(product), asked, (count, details))

    async def order_quoted(self, target: SampleTarget, details: Details) -> Order:
        """The buyer orders at the quote of this version.

        Raises NotFound, StaleQuote, SampleMoveNotAllowed, LinesDiffer.
        """
        books = self._books
        before = await books.samples.get_for_update(target.request_id)
        if before is None or before.buyer_id != self._person.id:
            raise NotFound(what="sample")
        author = self._author(Side.BUYER)
        after = before.order(target.version, author)
        if before.quote is None:
            raise SampleMoveNotAllowed(status=before.status, deed=Deed.PLACE)
        asked = before.quote.asked
        order = await self._bought(before.supplier_id, before.goods, asked, (before.count, details))
        await self._ordered(before, after, order, author)
        return order

    async def _ordered(
        self, before: SampleRequest, after: SampleRequest, order: Order, author: Author
    ) -> None:
        ordered = after.as_order(order.id)
        await self._books.samples.save(before, ordered, self._books.now)
        await record(self._books, before, ordered, Deed.PLACE, doer(author))

    async def _bought(
        self, supplier_id: int, goods: Goods, asked: Sampled, wanted: tuple[int, Details]
    ) -> Order:
        count, details = wanted
        details.check(count)
        author = self._author(Side.BUYER)
        terms = asked.terms(count, Unit(goods.unit))
        bought = Negotiation.order_now(supplier_id, goods, author, terms)
        negotiation = await self._books.negotiations.add(bought)
        await record(self._books, None, negotiation, Deed.ORDER_NOW, doer(author))
        return await self._placed(Order.place_sample(negotiation, author, details), author)
