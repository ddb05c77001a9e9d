"""Suppliers side by side: the answers to one inquiry, or products that a buyer put there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.catalogue import Product
from domain.lifecycle import NegotiationStatus
from domain.negotiation import Negotiation
from domain.people import Person, Side
from domain.quantity import Quantity
from domain.terms import Terms, TermsDraft
from services.cases import Case, case_of
from services.comparing.freight import with_freight
from services.comparing.measures import Measure, best_in, figure
from services.comparing.quote import Quote
from services.negotiating import completed, goods_of
from services.ports import Books
from services.refusals import NotFound

_STRUCK: Final = frozenset((NegotiationStatus.AGREED, NegotiationStatus.ORDERED))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Quotes side by side; `rfq_id` is 0 where they are mere listings, and then there are no cases.

    Freight is to `country`, an ISO 3166 code; empty while the buyer chose none.
    """

    quotes: Sequence[Quote]
    rfq_id: int = 0
    cases: Sequence[Case] = ()
    country: str = ""

    @property
    def measures(self) -> list[Measure]:
        """The columns in which anything is known."""
        return [each for each in Measure if any(figure(quote, each) is not None for quote in self.quotes)]

    def best(self, measure: Measure) -> frozenset[int]:
        """The places of the best quotes, from 0."""
        return best_in(self.quotes, measure)


async def comparison_of_rfq(books: Books, person: Person, rfq_id: int) -> Comparison:
    """The offers on the table in the negotiations of one inquiry. Raises NotFound to all but its buyer."""
    rfq = await books.rfqs.get(rfq_id)
    if rfq is None or rfq.buyer_id != person.id:
        raise NotFound(what="rfq")
    asked = await books.negotiations.several(rfq.negotiation_ids)
    products = await books.catalogue.products([each.goods.product_id for each in asked])
    found = {product.id: product for product in products}
    cases = [await case_of(books, person, each.id) for each in asked]
    quotes = [_of_case(case, found[case.negotiation.goods.product_id]) for case in cases]
    country = await books.freight.destination(person.id)
    return Comparison(await with_freight(books, quotes, country), rfq_id, cases, country)


async def comparison_of_products(books: Books, person: Person) -> Comparison:
    """The products put side by side, at a quantity that each of their suppliers takes."""
    products = await books.catalogue.products(await books.compared.of(person.id))
    count = max((product.moq for product in products), default=0)
    country = await books.freight.destination(person.id)
    quotes = await with_freight(books, [_of_product(each, count) for each in products], country)
    return Comparison(quotes, country=country)


def _of_case(case: Case, product: Product) -> Quote:
    """What the supplier agreed to or last offered; before he says anything, his listing for that quantity.

    What only the buyer asked for is no quote. An open lead time is the listed one.
    """
    negotiation = case.negotiation
    said = _said(negotiation)
    if said is None:
        listed = _of_product(product, negotiation.offer.terms.quantity.count)
        return replace(listed, negotiation=negotiation, is_listed=True)
    return Quote(
        product=product,
        goods=negotiation.goods,
        terms=said,
        moq=said.moq or negotiation.goods.moq,
        lead_time_days=said.lead_time_days or product.lead_time_days,
        negotiation=negotiation,
    )


def _said(negotiation: Negotiation) -> Terms | None:
    """The supplier's last word; a buyer's offer is his own once he accepted it."""
    if negotiation.status in _STRUCK:
        return negotiation.offer.terms
    own = (each for each in (negotiation.offer, negotiation.before) if each and each.side is Side.SELLER)
    offer = next(own, None)
    return offer.terms if offer else None


def _of_product(product: Product, count: int) -> Quote:
    terms = completed(TermsDraft(quantity=Quantity(count, product.unit)), product).settle()
    return Quote(product, goods_of(product), terms, product.moq, product.lead_time_days)
