"""Writing down each change of a status and telling the sides: of whatever has one."""

from dataclasses import dataclass

from domain.claim import Claim
from domain.lifecycle import Actor, Deed
from domain.negotiation import Negotiation
from domain.offer import Author
from domain.order import Order
from domain.people import Side
from domain.sample_request import SampleRequest
from domain.wanted_changes import WantedChanges
from services.moves import Move, Subject
from services.notices import Notice
from services.ports import Books

Deal = Negotiation | Order
Recorded = Deal | Claim | WantedChanges | SampleRequest


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it: a person for a side, or the clock."""

    actor: Actor
    person_id: int | None = None


CLOCK = Doer(Actor.CLOCK)


def doer(author: Author) -> Doer:
    """The author of an offer or a press as a doer."""
    return Doer(Actor(author.side.value), author.id)


async def record(books: Books, before: Recorded | None, after: Recorded, deed: Deed, doer: Doer) -> None:
    """Adds the change to the ledger of moves."""
    await books.ledger.record(
        Move(
            subject=subject_of(after),
            subject_id=after.id,
            deed=deed,
            actor=doer.actor,
            person_id=doer.person_id,
            from_status=before.status.value if before else None,
            to_status=after.status.value,
            version=version_of(after),
            cause=books.cause,
            at=books.now,
        )
    )


async def tell_side(books: Books, deal: Recorded, side: Side, notice: Notice) -> None:
    """Puts the notice into the outbox for the buyer, or for everybody who sells for the supplier."""
    for person_id in await _readers(books, deal, side):
        books.post.tell(person_id, notice)


async def tell_both(books: Books, deal: Recorded, notice: Notice) -> None:
    """The same for both sides."""
    for side in Side:
        await tell_side(books, deal, side, notice)


async def tell_operators(books: Books, deal: Recorded, notice: Notice) -> None:
    """The same for every operator who stands on neither side."""
    parties = {deal.buyer_id, *await books.people.sellers(deal.supplier_id)}
    for operator_id in sorted(books.operator_ids - parties):
        books.post.tell(operator_id, notice)


async def _readers(books: Books, deal: Recorded, side: Side) -> list[int]:
    """A buyer who joined the supplier later stays the buyer."""
    if side is Side.BUYER:
        return [deal.buyer_id]
    return [seller for seller in await books.people.sellers(deal.supplier_id) if seller != deal.buyer_id]


def subject_of(deal: Recorded) -> Subject:
    """What kind of thing it is."""
    if isinstance(deal, Claim):
        return Subject.CLAIM
    if isinstance(deal, WantedChanges):
        return Subject.CHANGES
    if isinstance(deal, SampleRequest):
        return Subject.SAMPLE
    return Subject.NEGOTIATION if isinstance(deal, Negotiation) else Subject.ORDER


def version_of(deal: Recorded) -> int:
    """The number of the offer, quote or amount on the table, or of the list, or the order's revision."""
    if isinstance(deal, Claim):
        return deal.proposal.number
    if isinstance(deal, WantedChanges):
        return deal.number
    if isinstance(deal, SampleRequest):
        return deal.version
    return deal.offer.number if isinstance(deal, Negotiation) else deal.revision
