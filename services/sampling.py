"""Samples asked for and quoted: one method for each verb, checked against side and version."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from domain.catalogue import Product
from domain.lifecycle import Deed
from domain.negotiation import Goods, NoSelfDealing
from domain.offer import Author
from domain.people import Person, Side
from domain.refusal import Refusal
from domain.sample_policy import SamplePolicy, SamplesNotOffered
from domain.sample_request import Sampled, SampleRequest
from services.negotiating import goods_of
from services.notices import News, Notice
from services.ports import Books
from services.recording import doer, record, tell_side
from services.refusals import NotFound
from services.sample_policies import SamplePolicies


class AskedAlready(Refusal):
    """The buyer's request `number` for a sample of the product is open."""


@dataclass(frozen=True, slots=True)
class SampleTarget:
    """Which request a press names, and the version of the quote on the button; 0 while there is none."""

    request_id: int
    version: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many pieces of a product are wanted as a sample, `wishes` in the buyer's words."""

    product_id: int
    count: int
    wishes: str = ""
    negotiation_id: int = 0


class Sampling:
    """The requests for samples of one person, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def see(self, request_id: int) -> tuple[SampleRequest, Side]:
        """A request and the person's side in it. Raises NotFound, to strangers too."""
        return self._seen(await self._books.samples.get(request_id))

    async def request(self, wanted: Wanted) -> SampleRequest:
        """The buyer asks for what no policy answers; every seller of the supplier is told.

        Raises AskedAlready while an earlier request for the product is open, SamplesNotOffered, and as
        `sampled_product`.
        """
        product = await sampled_product(self._books, self._person, wanted.product_id)
        if product.samples.is_refused:
            raise SamplesNotOffered(product_id=product.id)
        standing = await self._books.samples.open_of(self._person.id, product.id)
        if standing:
            raise AskedAlready(number=standing.id)
        author = self._author(Side.BUYER, wanted.wishes)
        asked = SampleRequest.send(product.supplier.id, sample_goods(product), author, wanted.count)
        asked = replace(asked, negotiation_id=await self._own_talk(wanted, product))
        sent = await self._books.samples.add(asked, self._books.now)
        await record(self._books, None, sent, Deed.REQUEST, doer(author))
        await self._tell(sent, Side.SELLER, News.SAMPLE_REQUESTED)
        return sent

    async def quote(self, target: SampleTarget, asked: Sampled, *, is_policy: bool = False) -> SampleRequest:
        """The seller says what the sample costs, perhaps for all later requests for this product too."""
        after = await self._do(
            target, Deed.QUOTE, News.SAMPLE_QUOTED, lambda r, a: r.quote_at(target.version, a, asked)
        )
        if is_policy:
            policy = SamplePolicy(True, asked.price, asked.freight, asked.days, asked.is_refundable)
            await SamplePolicies(self._books, self._person).of_product(after.goods.product_id, policy)
        return after

    async def ask(self, target: SampleTarget, words: str) -> SampleRequest:
        """The buyer asks something about the quote, which the seller answers by another one."""
        return await self._do(
            target, Deed.ASK, News.SAMPLE_ASKED, lambda r, a: r.ask(target.version, a), words
        )

    async def decline(self, target: SampleTarget, reason: str = "") -> SampleRequest:
        """The side whose turn it is ends the request; the other reads why, if it was said."""
        return await self._do(
            target, Deed.DECLINE, News.SAMPLE_DECLINED, lambda r, a: r.decline(target.version, a), reason
        )

    async def withdraw(self, target: SampleTarget) -> SampleRequest:
        """The side that waits takes back its request, or its quote."""
        return await self._do(
            target, Deed.WITHDRAW, News.SAMPLE_WITHDRAWN, lambda r, a: r.withdraw(target.version, a)
        )

    async def _do(
        self,
        target: SampleTarget,
        deed: Deed,
        news: News,
        change: Callable[[SampleRequest, Author], SampleRequest],
        words: str = "",
    ) -> SampleRequest:
        before, side = self._seen(await self._books.samples.get_for_update(target.request_id))
        author = self._author(side, words)
        after = change(before, author)
        await self._books.samples.save(before, after, self._books.now)
        await record(self._books, before, after, deed, doer(author))
        await self._tell(after, side.other, news)
        return after

    async def _own_talk(self, wanted: Wanted, product: Product) -> int:
        """The negotiation it was asked for in, if it is the buyer's own over these goods; else 0."""
        if not wanted.negotiation_id:
            return 0
        talk = await self._books.negotiations.get(wanted.negotiation_id)
        is_own = talk and talk.buyer_id == self._person.id and talk.goods.product_id == product.id
        return wanted.negotiation_id if is_own else 0

    def _seen(self, request: SampleRequest | None) -> tuple[SampleRequest, Side]:
        if request is not None:
            side = self._person.side_in(request.buyer_id, request.supplier_id)
            if side is not None:
                return request, side
        raise NotFound(what="sample")

    def _author(self, side: Side, words: str = "") -> Author:
        return Author(self._person.id, side, self._books.now, words)

    async def _tell(self, request: SampleRequest, side: Side, news: News) -> None:
        await tell_side(self._books, request, side, Notice(news, request.id, request.version))


async def sampled_product(books: Books, person: Person, product_id: int) -> Product:
    """The product that the person wants a sample of. Raises NotFound, NoSelfDealing, ProductPaused."""
    product = await books.catalogue.product(product_id)
    if product is None:
        raise NotFound(what="product")
    if product.supplier.id in person.supplier_ids:
        raise NoSelfDealing(supplier_id=product.supplier.id)
    product.check_on_sale()
    return product


def sample_goods(product: Product) -> Goods:
    """The product as a sample remembers it: its MOQ does not count."""
    return replace(goods_of(product), moq=1)
