"""A dispute as an operator sees it: the claim with all that he decides by."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from domain.catalogue import Supplier
from domain.claim import Claim
from domain.dispute import EvidenceRequest
from domain.lifecycle import ClaimStatus
from domain.order import Order
from domain.people import Person, Side
from domain.proposal import Proposal
from services.dispute_books import NOTHING_YET, Record
from services.moves import Move, Subject
from services.ports import Books
from services.refusals import NotFound
from services.travels import Travels, travels_of

MOST_ADDRESSES: Final = 5


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim on `order`, which an operator was called in for, `now`.

    `files` says how many files of evidence each side sent, `messages` how many the sides wrote.
    """

    claim: Claim
    order: Order
    supplier: Supplier
    now: datetime
    versions: Sequence[Proposal] = ()
    requests: Sequence[EvidenceRequest] = ()
    files: tuple[tuple[Side, int], ...] = ()
    messages: int = 0
    buyer: Record = NOTHING_YET
    seller: Record = NOTHING_YET
    travels: Travels | None = None

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision."""
        return self.claim.status is ClaimStatus.ESCALATED

    @property
    def is_sent_back(self) -> bool:
        """Whether the buyer sent the goods back already."""
        return self.travels is not None and self.travels.parcel.side is Side.BUYER


def has_part(person: Person, claim: Claim) -> bool:
    """Whether the person bought, or sells for the supplier: nobody decides his own cause."""
    return person.side_in(claim.buyer_id, claim.supplier_id) is not None


async def in_short(books: Books, claim: Claim) -> Dispute:
    """The claim with what a list says of it. Raises NotFound."""
    order = await books.orders.get(claim.order_id)
    supplier = await books.catalogue.supplier(claim.supplier_id)
    if order is None or supplier is None:
        raise NotFound(what="claim")
    return Dispute(claim, order, supplier, books.now)


async def dispute_of(books: Books, claim: Claim) -> Dispute:
    """The claim with all that its card shows an operator. Raises NotFound."""
    dispute = await in_short(books, claim)
    return replace(
        dispute,
        versions=await books.claims.versions(claim.id),
        requests=await books.disputes.requests(claim.id),
        files=await _files(books, claim.id),
        messages=await books.talk.count(dispute.order.negotiation_id),
        buyer=await books.disputes.of_buyer(claim.buyer_id),
        seller=await books.disputes.of_supplier(claim.supplier_id),
        travels=await travels_of(books, claim),
    )


async def moves_of(books: Books, dispute: Dispute) -> Sequence[Move]:
    """Every deed in the order and in its claims, first to last."""
    moves = list(await books.ledger.moves(Subject.ORDER, dispute.order.id))[1:]
    for claim in await books.claims.of_order(dispute.order.id):
        moves += await books.ledger.moves(Subject.CLAIM, claim.id)
    return sorted(moves, key=lambda move: move.at)


async def return_addresses(books: Books, claim: Claim) -> Sequence[str]:
    """Where goods may go back to: as a version said, else where the supplier's people get theirs."""
    said = [each.settlement.address for each in reversed(await books.claims.versions(claim.id))]
    kept = [
        entry.delivery.address
        for person_id in await books.people.sellers(claim.supplier_id)
        for entry in await books.addresses.of(person_id)
    ]
    supplier = await books.catalogue.supplier(claim.supplier_id)
    known = dict.fromkeys(each for each in (*said, *kept, _seat(supplier)) if each)
    return list(known)[:MOST_ADDRESSES]


async def _files(books: Books, claim_id: int) -> tuple[tuple[Side, int], ...]:
    found = await books.evidence.of_claim(claim_id)
    counts = dict.fromkeys(Side, 0)
    for bundle in [each for each in found if each.is_shared]:
        counts[bundle.side] += await books.evidence.count(bundle.id)
    return tuple(counts.items())


def _seat(supplier: Supplier | None) -> str:
    """As the catalogue names it: better than nothing, where nobody said where to."""
    if supplier is None or not supplier.city:
        return ""
    parts = (supplier.name_zh or supplier.name, supplier.city, supplier.province, supplier.phone)
    return ", ".join(part for part in parts if part)
