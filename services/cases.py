"""A negotiation or an order as one side sees it now: all that its card shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.amendment import AMENDABLE, Amendment
from domain.catalogue import Supplier
from domain.claim import Claim
from domain.claim_bounds import can_claim
from domain.lifecycle import NegotiationStatus
from domain.negotiation import Negotiation
from domain.order import Order
from domain.paying import PAYABLE
from domain.people import Person, Side
from domain.standing import Standing
from services.after_sample import AfterSample, after_sample
from services.comparing.keeping import PlaceInRfq
from services.journey import Journey, journey_of
from services.late import LateCase, late_case_of
from services.negotiating import Negotiating
from services.ordering import Ordering
from services.payment_books import Statement
from services.ports import Books
from services.standing_claims import standing_claims_of
from services.thread import translation_of

LONG_SILENCE: Final = timedelta(hours=24)
"""A seller who lets a buyer wait so long is worth replacing."""
_TO_CHOOSE: Final = frozenset(
    (NegotiationStatus.AWAITING_BUYER, NegotiationStatus.AGREED, NegotiationStatus.ORDERED)
)


@dataclass(frozen=True, slots=True)
class Case:
    """A negotiation seen by one side, `now`; `order` is what became of it.

    `translation` is that of the other side's note; None: the reader cannot read it, and nobody was asked yet.
    `rfq` is only ever the buyer's to see. `is_stuck`: the seller lets the buyer wait.
    """

    negotiation: Negotiation
    side: Side
    supplier: Supplier | None = None
    order: Order | None = None
    translation: str | None = ""
    now: datetime | None = None
    rfq: PlaceInRfq | None = None
    is_stuck: bool = False

    @property
    def is_my_turn(self) -> bool:
        """Whether this side is waited for."""
        return self.negotiation.waits_for is self.side

    @property
    def can_answer(self) -> bool:
        """Whether this side may accept, counter or decline now."""
        return self.is_my_turn and self.negotiation.status is not NegotiationStatus.AGREED


@dataclass(frozen=True, slots=True)
class OrderCase:
    """An order seen by one side; `standing` is how its money stands, once it is binding.

    `late`: how late it is, and what was claimed for it. `after_sample`: what came of a sample, or of the one
    that the terms name. `amendment` is the one that waits for an answer, and `stated` is what the buyer says
    to have paid and the seller did not answer. `claims` are those that stand. `can_claim`: it is neither too
    early nor too late for the buyer to claim for its goods.
    """

    order: Order
    side: Side
    supplier: Supplier | None = None
    standing: Standing | None = None
    journey: Journey | None = None
    late: LateCase | None = None
    amendment: Amendment | None = None
    stated: Sequence[Statement] = ()
    claims: Sequence[Claim] = ()
    can_claim: bool = False
    after_sample: AfterSample | None = None

    @property
    def is_my_turn(self) -> bool:
        """Whether this side is waited for."""
        return self.side in self.order.waits_for


async def case_of(books: Books, person: Person, negotiation_id: int) -> Case:
    """A negotiation as the person sees it now. Raises NotFound, to strangers too."""
    negotiation, side = await Negotiating(books, person).see(negotiation_id)
    supplier = await books.catalogue.supplier(negotiation.supplier_id)
    is_ordered = negotiation.status is NegotiationStatus.ORDERED
    order = await books.orders.of_negotiation(negotiation_id) if is_ordered else None
    note = negotiation.offer.terms.note if negotiation.offer.side is side.other else ""
    return Case(
        negotiation,
        side,
        supplier,
        order,
        translation=await translation_of(books, person, note),
        now=books.now,
        rfq=await _rfq(books, negotiation, side),
        is_stuck=_is_stuck(negotiation, side, books.now),
    )


async def _rfq(books: Books, negotiation: Negotiation, side: Side) -> PlaceInRfq | None:
    """Where a buyer has to choose, the inquiry to several suppliers that it belongs to; else nobody asks."""
    if side is Side.SELLER or negotiation.status not in _TO_CHOOSE:
        return None
    return await books.rfqs.place_of(negotiation.id)


def _is_stuck(negotiation: Negotiation, side: Side, now: datetime) -> bool:
    is_waiting = side is Side.BUYER and negotiation.status is NegotiationStatus.AWAITING_SELLER
    return is_waiting and now - negotiation.offer.at >= LONG_SILENCE


async def order_case_of(books: Books, person: Person, order_id: int) -> OrderCase:
    """An order as the person sees it now. Raises NotFound, to strangers too."""
    order, side = await Ordering(books, person).see(order_id)
    journey = await journey_of(books, order)
    late = await late_case_of(books, order, journey.consignments)
    return OrderCase(
        order,
        side,
        await books.catalogue.supplier(order.supplier_id),
        standing=await _standing(books, order),
        journey=journey,
        late=late,
        amendment=await _amendment(books, order),
        stated=await _stated(books, order),
        claims=await standing_claims_of(books, order, late),
        can_claim=side is Side.BUYER and can_claim(order, books.now, is_late=late is not None),
        after_sample=await after_sample(books, order),
    )


async def agreed_case_of(books: Books, order: Order) -> OrderCase:
    """What the agreement of an order is made of: the same for either side and for operators."""
    supplier = await books.catalogue.supplier(order.supplier_id)
    return OrderCase(order, Side.BUYER, supplier, after_sample=await after_sample(books, order))


async def _standing(books: Books, order: Order) -> Standing | None:
    """Of an order that was never binding there is no money."""
    is_binding = not order.unconfirmed_by and len(order.confirmations) == len(Side)
    return await books.money.standing(order) if is_binding else None


async def _stated(books: Books, order: Order) -> Sequence[Statement]:
    """Of an order that nothing can be paid for nobody asks."""
    return await books.statements.open_of(order.id) if order.status in PAYABLE else ()


async def _amendment(books: Books, order: Order) -> Amendment | None:
    """The amendment that waits; of orders that cannot be amended nobody asks."""
    last = await books.amendments.last(order.id) if order.status in AMENDABLE else None
    return last if last and last.is_open(order) else None
