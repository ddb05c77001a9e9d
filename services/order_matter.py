"""What an order is drafted on: the goods with their specs, the terms, and what the buyer's book offers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from domain.catalogue import Product, Supplier
from domain.china import china_day
from domain.negotiation import BelowMoq, Goods, NoSelfDealing
from domain.order import Order, OrderMoveNotAllowed
from domain.people import Person, Side
from domain.quantity import Unit
from domain.refusal import Refusal
from domain.sample_policy import SamplesNotOffered
from domain.sample_request import Sampled, sampled_by
from domain.terms import Terms
from language.doubt import Doubt
from language.split import SplitDoubt
from language.split_lexicon import Specs
from services.address_book import Entry
from services.negotiating import Negotiating, goods_of, listed_terms
from services.order_draft import Aim, OrderDraft, Step
from services.ordering import Ordering
from services.ports import Books
from services.refusals import NotFound
from services.sampling import Sampling, sample_goods, sampled_product


@dataclass(frozen=True, slots=True)
class NoPhone:
    """What was `typed` is no phone number that can be called; `country` may be empty."""

    typed: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class NoCountry:
    """What was `typed` names no country; some are written almost so."""

    typed: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoDay:
    """What was `typed` is no day, or one of several `days`, or one that is past."""

    typed: str = ""
    days: tuple[date, ...] = ()
    is_past: bool = False


OrderProblem = Refusal | Doubt | SplitDoubt | NoPhone | NoCountry | NoDay


@dataclass(frozen=True, slots=True)
class OrderMatter:
    """The goods and terms in question; `terms` are None while nobody said how many.

    `entries` of the address book and the `destination` of freight are there where they are offered, `sample`
    where a sample is ordered.
    """

    goods: Goods
    today: date
    supplier: Supplier | None = None
    product: Product | None = None
    terms: Terms | None = None
    order: Order | None = None
    entries: Sequence[Entry] = field(default=())
    destination: str = ""
    sample: Sampled | None = None

    def terms_of(self, count: int) -> Terms:
        """What so many cost as listed, or as a sample.

        Raises BelowMoq, SampleCountOutOfBounds, TotalOutOfBounds; NotFound where nothing is listed.
        """
        product = self.product
        if product is None:
            raise NotFound(what="product")
        if self.sample:
            return self.sample.terms(count, product.unit)
        if count < product.moq:
            raise BelowMoq(count=count, moq=product.moq, unit=product.unit.value)
        terms = listed_terms(product, count)
        terms.total()
        return terms

    @property
    def specs(self) -> Specs:
        """The specs of the goods as they are listed now; none once they are gone."""
        return self.product.specs if self.product else ()


@dataclass(frozen=True, slots=True)
class OrderForm:
    """A draft with what it is about, the page of the address book, and what is wrong with the last answer."""

    draft: OrderDraft
    matter: OrderMatter
    problem: OrderProblem | None = None
    page: int = 0

    @property
    def quantity(self) -> int:
        """How many units are ordered; 0 while that is open."""
        return self.matter.terms.quantity.count if self.matter.terms else 0

    @property
    def left(self) -> int:
        """How many units no line has yet."""
        return self.quantity - sum(line.count for line in self.draft.lines)

    def moved(self, draft: OrderDraft) -> "OrderForm":
        """The form with another draft and no problem."""
        return OrderForm(draft, self.matter)

    def failed(self, problem: OrderProblem) -> "OrderForm":
        """The form as it was, and what is wrong."""
        return replace(self, problem=problem)


async def order_form(books: Books, person: Person, draft: OrderDraft) -> OrderForm:
    """Everything a draft needs to know; goods without specs, or without any by now, are not split.

    Raises NotFound, to strangers too, NoSelfDealing, and OrderMoveNotAllowed to the seller.
    """
    matter = await _matter(books, person, draft)
    if not matter.specs:
        draft = replace(draft, to_ask=tuple(step for step in draft.to_ask if step is not Step.SPECS))
    if draft.current is Step.ADDRESS:
        matter = replace(matter, entries=await books.addresses.of(person.id))
    if draft.current is Step.COUNTRY:
        matter = replace(matter, destination=await books.freight.destination(person.id))
    return OrderForm(draft, matter)


async def _matter(books: Books, person: Person, draft: OrderDraft) -> OrderMatter:
    aim = draft.aim
    if aim.request_id:
        return await _of_quote(books, person, aim)
    if aim.is_sample:
        return await _of_policy(books, person, draft)
    if aim.product_id:
        return await _of_listing(books, person, draft)
    return await (_of_order if aim.order_id else _of_agreement)(books, person, aim)


async def _of_listing(books: Books, person: Person, draft: OrderDraft) -> OrderMatter:
    product = await books.catalogue.product(draft.aim.product_id)
    if product is None:
        raise NotFound(what="product")
    if product.supplier.id in person.supplier_ids:
        raise NoSelfDealing(supplier_id=product.supplier.id)
    product.check_on_sale()
    terms = listed_terms(product, draft.count) if draft.count else None
    return OrderMatter(goods_of(product), china_day(books.now), product.supplier, product, terms)


async def _of_policy(books: Books, person: Person, draft: OrderDraft) -> OrderMatter:
    """Raises SamplesNotOffered where no policy answers any more."""
    product = await sampled_product(books, person, draft.aim.product_id)
    asked = sampled_by(product.samples)
    if asked is None:
        raise SamplesNotOffered(product_id=product.id)
    terms = asked.terms(draft.count, product.unit) if draft.count else None
    return OrderMatter(
        sample_goods(product), china_day(books.now), product.supplier, product, terms, sample=asked
    )


async def _of_quote(books: Books, person: Person, aim: Aim) -> OrderMatter:
    request, side = await Sampling(books, person).see(aim.request_id)
    if side is not Side.BUYER or request.quote is None:
        raise NotFound(what="sample")
    product = await books.catalogue.product(request.goods.product_id)
    supplier = await books.catalogue.supplier(request.supplier_id)
    asked = request.quote.asked
    terms = asked.terms(request.count, Unit(request.goods.unit))
    return OrderMatter(request.goods, china_day(books.now), supplier, product, terms, sample=asked)


async def _of_agreement(books: Books, person: Person, aim: Aim) -> OrderMatter:
    negotiation, side = await Negotiating(books, person).see(aim.negotiation_id)
    if side is not Side.BUYER:
        raise NotFound(what="negotiation")
    product = await books.catalogue.product(negotiation.goods.product_id)
    supplier = product.supplier if product else await books.catalogue.supplier(negotiation.supplier_id)
    today = china_day(books.now)
    return OrderMatter(negotiation.goods, today, supplier, product, negotiation.offer.terms)


async def _of_order(books: Books, person: Person, aim: Aim) -> OrderMatter:
    order, side = await Ordering(books, person).see(aim.order_id)
    if side is not Side.BUYER:
        raise OrderMoveNotAllowed(status=order.status)
    product = await books.catalogue.product(order.goods.product_id)
    supplier = product.supplier if product else await books.catalogue.supplier(order.supplier_id)
    return OrderMatter(order.goods, china_day(books.now), supplier, product, order.terms, order)
