"""To whom an inquiry about several products goes, on which terms, and who is left out and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.catalogue import Product
from domain.negotiation import CurrencyDiffers, NoSelfDealing, check_terms
from domain.people import Person
from domain.refusal import Refusal
from domain.terms import Terms, TermsDraft
from services.negotiating import completed, goods_of
from services.ports import Books


class AlreadyNegotiating(Refusal):
    """The buyer's negotiation `number` about this product is open: it is compared, and not asked again."""


@dataclass(frozen=True, slots=True)
class Several:
    """The products that an inquiry in `currency` is about, best first, and the buyer's open negotiations."""

    products: tuple[Product, ...]
    currency: str
    open_with: Mapping[int, int]
    own_suppliers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Recipient:
    """A supplier's product with the terms of the inquiry as he gets it, or why he gets none.

    `open_already` is the buyer's negotiation about it that is open.
    """

    product: Product
    terms: Terms | None = None
    refusal: Refusal | None = None
    open_already: int = 0


async def several_of(books: Books, person: Person, leader: Product, product_ids: Sequence[int]) -> Several:
    """The products that still exist; the leader's currency is that of the inquiry."""
    products = await books.catalogue.products(product_ids)
    open_with = await books.rfqs.open_with(person.id, product_ids)
    return Several(tuple(products), leader.currency, open_with, person.supplier_ids)


def recipients(several: Several, draft: TermsDraft) -> list[Recipient]:
    """Everybody on the list; an open price is that of each supplier's own listing.

    Nobody is offered more than he lists. Each product keeps its own unit, currency and MOQ: nothing is
    converted, who does not fit is left out.
    """
    return [_recipient(several, product, draft) for product in several.products]


def _recipient(several: Several, product: Product, draft: TermsDraft) -> Recipient:
    try:
        return Recipient(product, terms=_checked(several, product, draft))
    except Refusal as refusal:
        return Recipient(product, refusal=refusal, open_already=several.open_with.get(product.id, 0))


def _checked(several: Several, product: Product, draft: TermsDraft) -> Terms:
    if product.supplier.id in several.own_suppliers:
        raise NoSelfDealing(supplier_id=product.supplier.id)
    product.check_on_sale()
    if product.id in several.open_with:
        raise AlreadyNegotiating(number=several.open_with[product.id])
    if product.currency != several.currency:
        raise CurrencyDiffers(currency=several.currency, listed_in=product.currency)
    terms = _at_most_listed(completed(draft, product).settle(), product)
    check_terms(terms, goods_of(product))
    return terms


def _at_most_listed(terms: Terms, product: Product) -> Terms:
    listed = product.price_for(terms.quantity.count)
    is_dearer = not terms.tiers and terms.unit_price.points > listed.points
    return replace(terms, unit_price=listed) if is_dearer else terms


def with_quantity(draft: TermsDraft, whole: Terms) -> TermsDraft:
    """The draft with the quantity that everybody is asked for, even where nobody stated one."""
    return replace(draft, quantity=whole.quantity)
