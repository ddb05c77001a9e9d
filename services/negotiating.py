"""Striking a bargain: one method for each verb, checked against the person's side and the offer's version."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.catalogue import Product
from domain.lifecycle import Deed, NegotiationStatus
from domain.negotiation import Goods, Negotiation, NoSelfDealing
from domain.offer import Author, Offer
from domain.people import Person, Side
from domain.quantity import Quantity
from domain.terms import Terms, TermsDraft
from services.notices import News, Notice
from services.own_sample import check_sample
from services.ports import Books
from services.recording import doer, record, tell_side
from services.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Target:
    """Which offer a press names: the negotiation and the version on the button."""

    negotiation_id: int
    version: int


class Negotiating:
    """The negotiations of one person, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def see(self, negotiation_id: int) -> tuple[Negotiation, Side]:
        """A negotiation and the person's side in it. Raises NotFound, to strangers too."""
        return self._seen(await self._books.negotiations.get(negotiation_id))

    async def history(self, negotiation_id: int) -> Sequence[Offer]:
        """Every version, first to last. Raises NotFound."""
        await self.see(negotiation_id)
        return await self._books.negotiations.offers(negotiation_id)

    async def inquire(self, product_id: int, draft: TermsDraft, source: str = "") -> Negotiation:
        """The buyer's first offer.

        - Open quantity and price are taken from the listing: the MOQ, the listed price for that quantity.
        - Other open terms are the supplier's usual ones, unless they are left out.
        - A seller of the supplier cannot be its buyer.
        - A paused product takes no inquiry.
        - Every seller of the supplier is told.
        """
        product = await self._books.catalogue.product(product_id)
        if product is None:
            raise NotFound(what="product")
        if product.supplier.id in self._person.supplier_ids:
            raise NoSelfDealing(supplier_id=product.supplier.id)
        terms = completed(draft, product).settle()
        product.check_on_sale()
        author = self._author(Side.BUYER, source)
        opened = Negotiation.inquire(product.supplier.id, goods_of(product), author, terms)
        await check_sample(self._books, draft, opened)
        negotiation = await self._books.negotiations.add(opened)
        await record(self._books, None, negotiation, Deed.COUNTER, doer(author))
        await self._tell_other(negotiation, Side.BUYER, News.OFFER_RECEIVED)
        return negotiation

    async def counter(self, target: Target, draft: TermsDraft, source: str = "") -> Negotiation:
        """A new version of all terms; what the draft leaves open stays as in the offer answered."""

        def deed(standing: Negotiation, author: Author) -> Negotiation:
            terms = draft.filled_from(standing.offer.terms).settle()
            return standing.counter(target.version, Author(author.id, author.side, author.at, source), terms)

        if draft.sample:
            await check_sample(self._books, draft, (await self.see(target.negotiation_id))[0])
        return await self._do(target, Deed.COUNTER, News.OFFER_RECEIVED, deed)

    async def accept(self, target: Target, digest: str) -> Negotiation:
        """The offer of this version and digest, made by the other side, becomes the agreement."""
        return await self._do(
            target, Deed.ACCEPT, News.ACCEPTED, lambda n, author: n.accept(target.version, digest, author)
        )

    async def decline(self, target: Target) -> Negotiation:
        """The offer is declined and the negotiation over."""
        return await self._do(
            target, Deed.DECLINE, News.DECLINED, lambda n, author: n.decline(target.version, author)
        )

    async def withdraw(self, target: Target) -> Negotiation:
        """The person's own offer is taken back and the negotiation over."""
        return await self._do(
            target, Deed.WITHDRAW, News.WITHDRAWN, lambda n, author: n.withdraw(target.version, author)
        )

    async def part(self, target: Target) -> Negotiation:
        """The buyer ends an open negotiation with thanks, by whichever move its status allows."""
        standing, _ = self._seen(await self._books.negotiations.get_for_update(target.negotiation_id))
        deed = _part_by(standing)
        ends = Negotiation.decline if deed is Deed.DECLINE else Negotiation.withdraw
        return await self._do(target, deed, News.PARTED, lambda n, author: ends(n, target.version, author))

    async def _do(
        self, target: Target, deed: Deed, news: News, change: Callable[[Negotiation, Author], Negotiation]
    ) -> Negotiation:
        before, side = self._seen(await self._books.negotiations.get_for_update(target.negotiation_id))
        author = self._author(side)
        after = change(before, author)
        await self._books.negotiations.save(before, after, self._books.now)
        await record(self._books, before, after, deed, doer(author))
        await self._tell_other(after, side, news)
        return after

    def _seen(self, negotiation: Negotiation | None) -> tuple[Negotiation, Side]:
        if negotiation is not None:
            side = self._person.side_in(negotiation.buyer_id, negotiation.supplier_id)
            if side is not None:
                return negotiation, side
        raise NotFound(what="negotiation")

    def _author(self, side: Side, source: str = "") -> Author:
        return Author(self._person.id, side, self._books.now, source)

    async def _tell_other(self, negotiation: Negotiation, side: Side, news: News) -> None:
        notice = Notice(news, negotiation.id, negotiation.offer.number)
        await tell_side(self._books, negotiation, side.other, notice)


def _part_by(negotiation: Negotiation) -> Deed:
    """Another's offer is declined, an own one or an agreement withdrawn."""
    is_answered = negotiation.status is NegotiationStatus.AWAITING_BUYER
    return Deed.DECLINE if is_answered else Deed.WITHDRAW


def goods_of(product: Product) -> Goods:
    """The product as a negotiation remembers it."""
    return Goods(
        product_id=product.id,
        title_en=product.title_en,
        title_zh=product.title_zh,
        unit=product.unit.value,
        currency=product.currency,
        moq=product.moq,
    )


def completed(draft: TermsDraft, product: Product) -> TermsDraft:
    """The draft filled by the supplier's usual terms, the MOQ, and the listed price for the quantity."""
    quantity = draft.quantity or Quantity(product.moq, product.unit)
    listed = TermsDraft(quantity=quantity, unit_price=product.price_for(quantity.count))
    return draft.filled_from(usual_of(product)).filled_from(listed)


def listed_terms(product: Product, count: int) -> Terms:
    """What so many units cost as they are listed, with the supplier's usual terms. Raises MissingTerm."""
    return completed(TermsDraft(quantity=Quantity(count, product.unit)), product).settle()


def usual_of(product: Product) -> TermsDraft:
    """What the supplier offers for this product unless somebody asks for other terms."""
    return TermsDraft(lead_time_days=product.lead_time_days).filled_from(product.supplier.usual)
