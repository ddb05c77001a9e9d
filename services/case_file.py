"""A case file: everything about an order that one side, or an operator, may show to others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.catalogue import Supplier
from domain.claim import Claim
from domain.consignment import Consignment
from domain.dispute import EvidenceRequest
from domain.golden import GoldenSample, sample_order_id
from domain.ledger import Booking
from domain.milestone import Milestone
from domain.offer import Offer
from domain.order import Order
from domain.people import Language, Person, Side
from domain.proposal import Proposal
from domain.return_parcel import Contest, ReturnParcel
from language.foreign import target_for
from services.agreements import Agreement
from services.evidence import Bundle, Exhibit
from services.moves import Move, Subject
from services.ports import Books
from services.refusals import NotFound
from services.talk import Message

_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Spoken:
    """A wording of a message, and what the machine translator made of it, by language.

    `sha256` is that of its file, once our own store has it.
    """

    message: Message
    translations: Mapping[str, str]
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ClaimHistory:
    """A claim with every settlement that was on the table, what travelled for it, and what was asked for."""

    claim: Claim
    versions: Sequence[Proposal]
    parcels: Sequence[ReturnParcel] = ()
    contests: Sequence[Contest] = ()
    requests: Sequence[EvidenceRequest] = ()


@dataclass(frozen=True, slots=True)
class CaseFile:
    """An order as `side` may show it, None being an operator; `person_id` has it made.

    Lists stand in order of time. Phone numbers of the chat, Telegram ids and what concerns other deals are
    none of it. `exhibits` are those that whoever reads may see; only an operator gets them as they came.
    """

    person_id: int
    order: Order
    side: Side | None
    supplier: Supplier | None
    offers: Sequence[Offer]
    moves: Sequence[Move]
    claims: Sequence[ClaimHistory] = ()
    talk: Sequence[Spoken] = ()
    bookings: Sequence[Booking] = ()
    milestones: Sequence[Milestone] = ()
    consignments: Sequence[Consignment] = ()
    exhibits: Sequence[tuple[Bundle, Exhibit]] = ()
    agreement: Agreement | None = None
    golden: GoldenSample | None = None

    @property
    def shows_originals(self) -> bool:
        """Whether files stand in it as they came, with all that is hidden in them."""
        return self.side is None

    @property
    def as_of(self) -> datetime:
        """The minute of the last thing in it: the same facts are the same file, whenever it is made."""
        moments = [
            *(each.at for each in self.moves),
            *(each.at for each in self.milestones),
            *(each.at for each in self.consignments),
            *(each.message.at for each in self.talk),
            *(each.entry.at for each in self.bookings),
            *(exhibit.at for _, exhibit in self.exhibits),
            *(each.at for claim in self.claims for each in claim.requests),
        ]
        return max(moments).replace(second=0, microsecond=0)


async def check_case_file(books: Books, person: Person, order_id: int) -> Order:
    """The order, if the person may have its case file. Raises NotFound.

    - Both sides may, once they have confirmed the order.
    - An operator who is a party of it may as that party; as an operator once there is a claim on it.
    """
    order = await books.orders.get(order_id)
    if order is None or len(order.confirmations) < len(Side):
        raise NotFound(what="order")
    if person.side_in(order.buyer_id, order.supplier_id) is not None:
        return order
    if not person.is_operator or not await books.claims.of_order(order_id):
        raise NotFound(what="order")
    return order


async def case_file_of(books: Books, person: Person, order_id: int) -> CaseFile:
    """All that the person may show, as of now. Raises NotFound, to strangers too."""
    order = await check_case_file(books, person, order_id)
    side = person.side_in(order.buyer_id, order.supplier_id)
    claims = await books.claims.of_order(order_id)
    golden = await books.golden.get(sample_order_id(order.terms.sample) or order.id)
    return CaseFile(
        person_id=person.id,
        order=order,
        side=side,
        supplier=await books.catalogue.supplier(order.supplier_id),
        offers=await books.negotiations.offers(order.negotiation_id),
        moves=await _moves(books, order, claims),
        claims=[await _history(books, each) for each in claims],
        talk=await _talk(books, order.negotiation_id),
        bookings=await books.money.bookings(order_id),
        milestones=await books.milestones.of_order(order_id),
        consignments=await books.consignments.of_order(order_id),
        exhibits=await _exhibits(books, await _bundles(books, order, golden), side),
        agreement=await books.agreements.of(order_id, order.revision),
        golden=golden,
    )


async def _history(books: Books, claim: Claim) -> ClaimHistory:
    return ClaimHistory(
        claim,
        await books.claims.versions(claim.id),
        await books.returns.of_claim(claim.id),
        await books.returns.contests_of(claim.id),
        await books.disputes.requests(claim.id),
    )


async def _bundles(books: Books, order: Order, golden: GoldenSample | None) -> list[Bundle]:
    """Those about the order, and the photos of the golden sample, which belong to its own order."""
    found = list(await books.evidence.of_order(order.id))
    sample = await books.evidence.get(golden.bundle_id) if golden and golden.order_id != order.id else None
    return [*([sample] if sample else []), *found]


async def _moves(books: Books, order: Order, claims: Sequence[Claim]) -> list[Move]:
    subjects = [
        (Subject.NEGOTIATION, order.negotiation_id),
        (Subject.ORDER, order.id),
        *((Subject.CLAIM, each.id) for each in claims),
    ]
    found = [move for subject, number in subjects for move in await books.ledger.moves(subject, number)]
    return sorted(found, key=lambda move: move.at)


async def _talk(books: Books, negotiation_id: int) -> list[Spoken]:
    """Every wording, the earlier ones before the later."""
    pages = -(-await books.talk.count(negotiation_id) // _AT_ONCE)
    latest = [
        message
        for page in range(pages)
        for message in await books.talk.latest_of(negotiation_id, page, _AT_ONCE)
    ]
    wordings = [wording for message in latest for wording in await _wordings(books, message)]
    wordings.sort(key=lambda message: (message.at, message.id))
    hashes = await books.case_files.hashes(negotiation_id)
    return [Spoken(each, await _translations(books, each.body), hashes.get(each.id, "")) for each in wordings]


async def _wordings(books: Books, message: Message) -> list[Message]:
    found, before = [message], await books.talk.before(message)
    while before:
        found.append(before)
        before = await books.talk.before(before)
    return found


async def _translations(books: Books, body: str) -> dict[str, str]:
    """What is kept for a reader of either language; nobody is asked anew."""
    targets = [target_for(body, language) for language in (Language.ENGLISH, Language.CHINESE)]
    found = {each: await books.translations.find(body, each) for each in targets if each}
    return {target: text for target, text in found.items() if text}


async def _exhibits(
    books: Books, bundles: Sequence[Bundle], side: Side | None
) -> list[tuple[Bundle, Exhibit]]:
    """What is done, and what the own side still gathers."""
    shown = [each for each in bundles if each.is_shared or (side is not None and each.side is side)]
    return [(bundle, exhibit) for bundle in shown for exhibit in await books.evidence.of(bundle.id)]
