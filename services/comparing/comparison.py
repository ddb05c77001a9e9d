"""Suppliers side by side: the answers to one inquiry, or products that a buyer put there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.catalogue import Product
from domain.people import Person
from domain.quantity import Quantity
from domain.terms import TermsDraft
from services.briefing import Case, case_of
from services.comparing.freight import with_freight
from services.comparing.measures import Measure, best_in, figure
from services.comparing.quote import Quote
from services.negotiating import completed, goods_of
from services.ports import Books
from services.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Comparison:
    """Quotes side by side; `rfq_id` is 0 where they are mere listings, and then there are no cases."""

    quotes: Sequence[Quote]
    rfq_id: int = 0
    cases: Sequence[Case] = ()

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
    cases = [await case_of(books, person, each) for each in rfq.negotiation_ids]
    products = await books.catalogue.products([case.negotiation.goods.product_id for case in cases])
    found = {product.id: product for product in products}
    quotes = [_of_case(case, found[case.negotiation.goods.product_id]) for case in cases]
    return Comparison(await _completed(books, person, quotes), rfq_id, cases)


async def comparison_of_products(books: Books, person: Person) -> Comparison:
    """The products put side by side, at a quantity that each of their suppliers takes."""
    products = await books.catalogue.products(await books.compared.of(person.id))
    count = max((product.moq for product in products), default=0)
    return Comparison(await _completed(books, person, [_of_product(each, count) for each in products]))


def _of_case(case: Case, product: Product) -> Quote:
    """The offer on the table; where it leaves the lead time open, the listed one counts."""
    negotiation, terms = case.negotiation, case.negotiation.offer.terms
    return Quote(
        product=product,
        goods=negotiation.goods,
        terms=terms,
        moq=terms.moq or negotiation.goods.moq,
        lead_time_days=terms.lead_time_days or product.lead_time_days,
        negotiation=negotiation,
    )


def _of_product(product: Product, count: int) -> Quote:
    terms = completed(TermsDraft(quantity=Quantity(count, product.unit)), product).settle()
    return Quote(product, goods_of(product), terms, product.moq, product.lead_time_days)


async def _completed(books: Books, person: Person, quotes: Sequence[Quote]) -> Sequence[Quote]:
    """With what is known of freight, and of how soon each supplier answers."""
    suppliers = [quote.supplier.id for quote in quotes]
    answers = await books.rfqs.response_times(suppliers, books.now)
    answered = [replace(quote, response=answers.get(quote.supplier.id)) for quote in quotes]
    return await with_freight(books, answered, await books.freight.destination(person.id))
