"""Making a shortlist: from products put side by side, from words, or instead of one supplier."""

from collections.abc import Sequence

from domain.catalogue import Product
from domain.golden import check_received
from domain.negotiation import Goods
from domain.people import Person, Side
from domain.terms import TERMS, TermsDraft
from services.comparing.keeping import MOST_SUPPLIERS
from services.comparing.matching import MOST_CANDIDATES, Sought, like, matching, named
from services.comparing.shortlist import Shortlist
from services.negotiating import Negotiating
from services.ordering import Ordering
from services.ports import Books
from services.refusals import NotFound


async def from_compared(books: Books, person: Person) -> Shortlist:
    """The products put side by side, one for each supplier, all ticked; of matching ones more are offered.

    Only who put a single product there gets the others ticked, too: he asked for nobody else by name.
    """
    ids = await books.compared.of(person.id)
    best: dict[int, Product] = {}
    for product in await books.catalogue.products(ids):
        if product.supplier.id not in person.supplier_ids:
            best.setdefault(product.supplier.id, product)
    chosen = list(best.values())
    if not chosen:
        return Shortlist(())
    more = await matching(books, like(chosen[0], person.supplier_ids | set(best)))
    return _listed(chosen, more, ticks_more=len(chosen) == 1)


async def from_words(books: Books, person: Person, text: str) -> Shortlist:
    """What the words find, ticked."""
    return _listed([], await matching(books, Sought(text, without=person.supplier_ids)))


async def instead_of(books: Books, person: Person, negotiation_id: int) -> Shortlist:
    """Other suppliers than the one of this negotiation, whose last terms are kept to begin with.

    Suppliers that got the same inquiry already are left out. Raises NotFound to all but the buyer.
    """
    negotiation, side = await Negotiating(books, person).see(negotiation_id)
    if side is not Side.BUYER:
        raise NotFound(what="negotiation")
    asked = person.supplier_ids | await _asked_already(books, negotiation_id) | {negotiation.supplier_id}
    offered = negotiation.offer.terms
    kept = TermsDraft(**{name: getattr(offered, name) for name in TERMS})
    listed = await _like(books, negotiation.goods, asked)
    return Shortlist(listed.product_ids, listed.ticked, kept, negotiation_id)


async def instead_of_sample(books: Books, person: Person, order_id: int) -> Shortlist:
    """Other suppliers than the one of this sample, on what is asked in the buyer's negotiation about it.

    Without such a negotiation the inquiry begins empty. Raises NotFound, and NotASample before it arrived.
    """
    order, side = await Ordering(books, person).see(order_id)
    check_received(order, side)
    open_with = await books.rfqs.open_with(person.id, [order.goods.product_id])
    number = open_with.get(order.goods.product_id)
    if number:
        return await instead_of(books, person, number)
    return await _like(books, order.goods, person.supplier_ids | {order.supplier_id})


async def _like(books: Books, goods: Goods, without: frozenset[int]) -> Shortlist:
    """Products like these goods, of other suppliers."""
    product = await books.catalogue.product(goods.product_id)
    unlisted = Sought(named(goods.title_en or goods.title_zh), without=without)
    sought = like(product, without) if product else unlisted
    return _listed([], await matching(books, sought))


def _listed(chosen: Sequence[Product], more: Sequence[Product], *, ticks_more: bool = True) -> Shortlist:
    products = [*chosen, *more][:MOST_CANDIDATES]
    ticked = products if ticks_more else chosen
    return Shortlist(
        tuple(product.id for product in products),
        frozenset(product.id for product in ticked[:MOST_SUPPLIERS]),
    )


async def _asked_already(books: Books, negotiation_id: int) -> frozenset[int]:
    """The suppliers of the inquiry that the negotiation belongs to."""
    rfq_id = (await books.rfqs.of_negotiations([negotiation_id])).get(negotiation_id)
    rfq = await books.rfqs.get(rfq_id) if rfq_id else None
    found = await books.negotiations.several(rfq.negotiation_ids) if rfq else ()
    return frozenset(each.supplier_id for each in found)
