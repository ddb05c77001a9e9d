"""Phone numbers: the supplier's listed one for the asking, the buyer's own only after his yes."""

from domain.catalogue import Supplier
from domain.people import Person, Side
from domain.refusal import Refusal
from language.phone import phone_number
from services.consents import Consent, Given
from services.negotiating import Negotiating
from services.notices import News, Notice
from services.ports import Books
from services.recording import tell_side
from services.refusals import NotFound


class NumberUnusable(Refusal):
    """What was typed is no phone number that can be called from abroad."""


async def call_listed(books: Books, person: Person, product_id: int) -> Supplier:
    """The supplier of a product, whose listed number is given and noted. Raises NotFound."""
    product = await books.catalogue.product(product_id)
    if product is None or product.supplier.id in person.supplier_ids:
        raise NotFound(what="product")
    return await _given(books, person, product.supplier, 0)


async def call_counterpart(books: Books, person: Person, negotiation_id: int) -> Supplier:
    """The supplier of a buyer's negotiation, whose listed number is given and noted. Raises NotFound."""
    negotiation, side = await Negotiating(books, person).see(negotiation_id)
    supplier = await books.catalogue.supplier(negotiation.supplier_id)
    if side is not Side.BUYER or supplier is None:
        raise NotFound(what="negotiation")
    return await _given(books, person, supplier, negotiation.id)


async def share_number(books: Books, person: Person, negotiation_id: int, typed: str) -> Consent:
    """The buyer's number, after his yes, goes to everybody who sells for the supplier, and is noted.

    Raises NotFound to anybody but the buyer, and NumberUnusable.
    """
    negotiation, side = await Negotiating(books, person).see(negotiation_id)
    if side is not Side.BUYER:
        raise NotFound(what="negotiation")
    number = phone_number(typed, person.language)
    if number is None:
        raise NumberUnusable()
    consent = Consent(
        0, Given.BUYERS_OWN, person.id, negotiation.supplier_id, negotiation.id, number, books.now
    )
    kept = await books.consents.add(consent)
    notice = Notice(News.NUMBER_SHARED, negotiation.id, detail=str(kept.id))
    await tell_side(books, negotiation, Side.SELLER, notice)
    return kept


async def _given(books: Books, person: Person, supplier: Supplier, negotiation_id: int) -> Supplier:
    if supplier.phone:
        given = Given.SUPPLIERS_LISTED
        await books.consents.add(
            Consent(0, given, person.id, supplier.id, negotiation_id, supplier.phone, books.now)
        )
    return supplier
