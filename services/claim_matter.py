"""What a claim is drafted on: the order and what of it can be claimed; and what is wrong with an answer."""

from dataclasses import dataclass, replace

from domain.catalogue import Supplier
from domain.claim import Claim
from domain.claim_bounds import Claimable, reasons
from domain.claim_facts import ClaimKind, ClaimReason
from domain.money import Money
from domain.order import Order
from domain.people import Person, Side
from domain.refusal import Refusal
from language.doubt import Doubt
from language.split import SplitDoubt
from services.claim_draft import ClaimDraft, Step
from services.late import late_case_of
from services.ordering import Ordering
from services.ports import Books
from services.refusals import NotFound

ClaimProblem = Refusal | Doubt | SplitDoubt


@dataclass(frozen=True, slots=True)
class ClaimMatter:
    """The order in question and what of it can be claimed; `is_late`: it is, or left late."""

    claimable: Claimable
    supplier: Supplier | None
    is_late: bool

    @property
    def order(self) -> Order:
        """The order."""
        return self.claimable.order

    @property
    def reasons(self) -> tuple[ClaimReason, ...]:
        """The reasons that can be given."""
        return reasons(self.order)


@dataclass(frozen=True, slots=True)
class ClaimForm:
    """A draft with what it is about, and what is wrong with the last answer."""

    draft: ClaimDraft
    matter: ClaimMatter
    problem: ClaimProblem | None = None

    @property
    def most(self) -> Money:
        """The most that can be claimed for the affected units, or while they are open for all."""
        count = self.draft.count or self.matter.claimable.count
        currency = self.matter.order.terms.unit_price.currency
        return self.matter.claimable.most(count) if count else Money(0, currency)

    @property
    def left(self) -> int:
        """How many units the count that is asked now can have: of the picked line, or of all."""
        lines = {line.specs: line.count for line in self.matter.claimable.lines}
        return lines.get(self.draft.picked, self.matter.claimable.count)

    def moved(self, draft: ClaimDraft) -> "ClaimForm":
        """The form with another draft and no problem."""
        return ClaimForm(draft, self.matter)

    def failed(self, problem: ClaimProblem) -> "ClaimForm":
        """The form as it was, and what is wrong."""
        return replace(self, problem=problem)


async def claimable_of(books: Books, order: Order) -> Claimable:
    """What of an order can be claimed as of now."""
    standing = await books.money.standing(order)
    claims = await books.claims.of_order(order.id)
    sent_back = frozenset([each.id for each in claims if await _was_sent_back(books, each)])
    return Claimable(order, claims, standing.allowed, sent_back)


async def _was_sent_back(books: Books, claim: Claim) -> bool:
    return any(each.side is Side.BUYER for each in await books.returns.of_claim(claim.id))


async def claim_matter(books: Books, person: Person, order_id: int) -> ClaimMatter:
    """What the buyer of an order can claim, whether or not he may now.

    Raises NotFound, to strangers and the seller too.
    """
    order, side = await Ordering(books, person).see(order_id)
    if side is not Side.BUYER:
        raise NotFound(what="order")
    supplier = await books.catalogue.supplier(order.supplier_id)
    is_late = await late_case_of(books, order) is not None
    return ClaimMatter(await claimable_of(books, order), supplier, is_late)


def fitted(draft: ClaimDraft, matter: ClaimMatter) -> ClaimDraft:
    """The draft with what follows from the order and the other answers.

    - Of goods that did not arrive only lateness is claimed, nothing goes back and no photo is needed.
    - Who pays the way back is asked only of a return.
    """
    if matter.reasons == (ClaimReason.LATE,):
        draft = replace(draft, kind=ClaimKind.REFUND, reason=ClaimReason.LATE)
        draft = _without(draft, Step.KIND, Step.REASON, Step.PHOTOS)
    if draft.kind is ClaimKind.RETURN and draft.freight is None and Step.FREIGHT not in draft.to_ask:
        return replace(draft, to_ask=(*draft.to_ask, Step.FREIGHT))
    return _without(draft, Step.FREIGHT) if draft.kind is ClaimKind.REFUND else draft


def _without(draft: ClaimDraft, *steps: Step) -> ClaimDraft:
    return replace(draft, to_ask=tuple(step for step in draft.to_ask if step not in steps))
