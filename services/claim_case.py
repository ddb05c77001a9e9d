"""A claim as one side sees it now: all that its card shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.catalogue import Supplier
from domain.claim import Claim
from domain.claim_facts import OWED
from domain.dispute import EvidenceRequest
from domain.lifecycle import CLAIM, Actor, ClaimStatus, Deed
from domain.money import Money
from domain.order import Order
from domain.people import Person, Side
from domain.repayment import Repayment
from domain.settlement import Remedy
from services.claiming import Claiming
from services.ports import Books
from services.repaying import repayment_of
from services.thread import translation_of
from services.travels import Travels, travels_of


@dataclass(frozen=True, slots=True)
class ClaimCase:
    """A claim on `order` seen by one side, `now`.

    `translation` is that of the other side's reason, as in a Case. `owed` is what the buyer still owes, known
    to the seller who has to pay a compensation. `back` is what can be refunded, once something is owed for
    goods, and `travels` the goods that went back or came in their place. `requests` are the operator's for
    evidence. `exhibits` counts the files of evidence that this side may look at.
    """

    claim: Claim
    order: Order
    side: Side
    now: datetime
    supplier: Supplier | None = None
    translation: str | None = ""
    owed: Money | None = None
    back: Repayment | None = None
    travels: Travels | None = None
    requests: Sequence[EvidenceRequest] = ()
    exhibits: int = 0

    @property
    def is_my_turn(self) -> bool:
        """Whether this side is waited for."""
        return self.claim.waits_for is self.side and not self.claim.is_out_of_time(self.now)

    @property
    def is_compensated(self) -> bool:
        """Whether what is on the table is paid for being late."""
        return self.claim.proposal.settlement.remedy is Remedy.COMPENSATION

    @property
    def agreeing(self) -> Deed | None:
        """By which deed this side may agree to what is on the table now; None: not a refusal, nor twice."""
        claim, deed = self.claim, self.claim.agreeing(self.side)
        is_said = claim.is_refused or self.side in claim.approved_by
        return deed if self.may(deed) and not is_said else None

    @property
    def asks_address(self) -> bool:
        """Whether the seller who agrees has to say where the goods go back to."""
        return self.side is Side.SELLER and not self.claim.proposal.settlement.is_complete

    def may(self, deed: Deed) -> bool:
        """Whether the table of moves knows the deed of this side now, and there is time for it."""
        is_known = (self.claim.status, deed, Actor(self.side.value)) in CLAIM
        return is_known and not self.claim.is_out_of_time(self.now)

    @property
    def can_deduct(self) -> bool:
        """Whether the compensation can be set against what the buyer still owes."""
        return self.owed is not None and self.owed.minor >= self.claim.proposal.settlement.amount.minor

    @property
    def reason(self) -> str:
        """The reason that was given for what is on the table."""
        return self.claim.proposal.reason

    @property
    def wanted(self) -> Sequence[EvidenceRequest]:
        """What this side is asked for and still has time for, in a dispute."""
        if self.claim.status is not ClaimStatus.ESCALATED:
            return ()
        return [each for each in self.requests if self.side in each.sides and each.is_open(self.now)]

    @property
    def is_reason_mine(self) -> bool:
        """Whether this side gave it."""
        return self.claim.proposal.side is self.side


async def claim_case_of(books: Books, person: Person, claim_id: int) -> ClaimCase:
    """A claim as the person sees it now. Raises NotFound, to strangers too."""
    claim, side = await Claiming(books, person).see(claim_id)
    order = await books.orders.get(claim.order_id)
    assert order is not None, "a claim is on an order"
    supplier = await books.catalogue.supplier(claim.supplier_id)
    case = ClaimCase(claim, order, side, books.now, supplier)
    words = "" if case.is_reason_mine or claim.proposal.by is Actor.OPERATOR else case.reason
    has_to_compensate = side is Side.SELLER and claim.status in OWED and case.is_compensated
    return replace(
        case,
        translation=await translation_of(books, person, words),
        owed=(await books.money.standing(order)).owed if has_to_compensate else None,
        back=await repayment_of(books, claim, order),
        travels=await travels_of(books, claim),
        requests=await books.disputes.requests(claim.id) if claim.evidence_until else (),
        exhibits=await _exhibits(books, claim, side),
    )


async def _exhibits(books: Books, claim: Claim, side: Side) -> int:
    """How many files of evidence there are: all of the own side, and the other's that are done."""
    bundles = await books.evidence.of_claim(claim.id)
    shown = [each.id for each in bundles if each.is_shared or each.side is side]
    return sum([await books.evidence.count(bundle_id) for bundle_id in shown])
