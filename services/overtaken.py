"""A card whose place a newer one took: what it showed, and the deal as it is now."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.negotiation import Negotiation
from domain.offer import Offer
from domain.people import Person
from services.cases import Case, OrderCase, case_of, order_case_of
from services.changes_case import ChangesCase, changes_case_of
from services.claim_case import ClaimCase, claim_case_of
from services.mail import Card
from services.moves import Subject
from services.ports import Books
from services.sample_case import SampleCase, sample_case_of


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A card whose place a newer one took: the deal now, and the offer or the revision that it showed.

    `is_below`: it stands below the newer one.
    """

    now: Case | OrderCase | ClaimCase | SampleCase | ChangesCase
    offer: Offer | None = None
    revision: int = 0
    is_below: bool = False


async def overtaken(books: Books, person: Person, card: Card, *, is_below: bool = False) -> Overtaken:
    """What a card whose place a newer one took is to say. Raises NotFound, to strangers too."""
    version = abs(card.version)
    if card.subject is Subject.ORDER:
        order_case = await order_case_of(books, person, card.subject_id)
        return Overtaken(order_case, revision=version, is_below=is_below)
    if card.subject is Subject.CLAIM:
        claim_case = await claim_case_of(books, person, card.subject_id)
        return Overtaken(claim_case, revision=version, is_below=is_below)
    if card.subject is Subject.SAMPLE:
        return Overtaken(await sample_case_of(books, person, card.subject_id), is_below=is_below)
    if card.subject is Subject.CHANGES:
        return Overtaken(await changes_case_of(books, person, card.subject_id), is_below=is_below)
    case = await case_of(books, person, card.subject_id)
    return Overtaken(case, await _offer(books, case.negotiation, version), is_below=is_below)


async def _offer(books: Books, negotiation: Negotiation, number: int) -> Offer | None:
    """A version; the last two are at hand."""
    offers: Sequence[Offer | None] = (negotiation.offer, negotiation.before)
    if number < negotiation.offer.number - 1:
        offers = await books.negotiations.offers(negotiation.id)
    return next((offer for offer in offers if offer and offer.number == number), None)
