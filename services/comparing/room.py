"""What a buyer keeps to compare: products side by side, and his latest inquiries to several suppliers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.negotiation import Goods, NoSelfDealing
from domain.people import Person
from domain.refusal import Refusal
from services.comparing.keeping import MOST_SUPPLIERS, Rfq
from services.ports import Books
from services.refusals import NotFound

_LATEST: Final = 5


class TooManyToCompare(Refusal):
    """At most `most` products stand side by side."""


@dataclass(frozen=True, slots=True)
class SentInquiry:
    """An inquiry to several suppliers, and the goods it began with."""

    rfq: Rfq
    goods: Goods


async def put_beside(books: Books, person: Person, product_id: int) -> int:
    """Puts a product beside the others and returns how many there are; twice is once.

    Raises NotFound, NoSelfDealing for a seller of its supplier, and TooManyToCompare.
    """
    product = await books.catalogue.product(product_id)
    if product is None:
        raise NotFound(what="product")
    if product.supplier.id in person.supplier_ids:
        raise NoSelfDealing(supplier_id=product.supplier.id)
    kept = await books.compared.of(person.id)
    if product_id in kept:
        return len(kept)
    if len(kept) >= MOST_SUPPLIERS:
        raise TooManyToCompare(most=MOST_SUPPLIERS)
    await books.compared.add(person.id, product_id, books.now)
    return len(kept) + 1


async def inquiries_of(books: Books, person: Person) -> Sequence[SentInquiry]:
    """The latest ones, the latest first."""
    latest = await books.rfqs.of_buyer(person.id, _LATEST)
    first = await books.negotiations.several([rfq.negotiation_ids[0] for rfq in latest])
    goods = {negotiation.id: negotiation.goods for negotiation in first}
    return [SentInquiry(rfq, goods[rfq.negotiation_ids[0]]) for rfq in latest]
