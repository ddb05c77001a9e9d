"""A buyer makes a claim on an order: what he may claim, and the claim that goes to the seller."""

from domain.claim import Claim
from domain.claim_bounds import NotReceivedYet, reasons
from domain.lifecycle import Deed
from domain.offer import Author
from domain.order import Order
from domain.people import Person, Side
from services.claim_answers import PhotosMissing
from services.claim_draft import ClaimDraft
from services.claim_matter import ClaimMatter, claim_matter, claimable_of
from services.late import late_case_of
from services.notices import News, Notice
from services.order_deeds import locked_as
from services.ports import Books
from services.recording import doer, record, tell_side
from services.refusals import DraftGone


class MakingClaims:
    """The claims that one person makes, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def look(self, order_id: int) -> ClaimMatter:
        """What can be claimed of an order of the person's, whether or not he may now. Raises NotFound."""
        return await claim_matter(self._books, self._person, order_id)

    async def begin(self, order_id: int) -> ClaimMatter:
        """What can be claimed of an order of the person's.

        Raises NotFound, also to the seller, NotReceivedYet, TooLateToClaim, ClaimOpen and NothingLeft.
        """
        matter = await claim_matter(self._books, self._person, order_id)
        matter.claimable.check(self._books.now, is_late=matter.is_late)
        return matter

    async def send(self, draft: ClaimDraft) -> Claim:
        """The buyer claims; the seller is told.

        - The order is locked, so that of two claims at once the second finds the first.
        - Received within thirty days, or late and claimed for that; one claim at a time.
        - No unit that went back before, and no more than the units are worth and claims left of the total.
        - Quality, wrong goods and damage are shown by a photo. The evidence belongs to the claim from now on.
        Raises what `begin` does, MoreThanLeft, AboveWorth and PhotosMissing.
        """
        order = await locked_as(Side.BUYER, self._books, self._person, draft.order_id)
        await self._check(order, draft)
        author = Author(self._person.id, Side.BUYER, self._books.now, draft.words)
        settlement = draft.settlement(order.terms.unit_price.currency)
        claim = Claim.send(order, draft.ground, settlement, author)
        sent = await self._books.claims.add(claim, self._books.now)
        if draft.bundle_id:
            await self._books.evidence.link(draft.bundle_id, sent.id)
        await record(self._books, None, sent, Deed.CLAIM, doer(author))
        notice = Notice(News.CLAIM_RECEIVED, sent.id, sent.proposal.number)
        await tell_side(self._books, sent, Side.SELLER, notice)
        return sent

    async def _check(self, order: Order, draft: ClaimDraft) -> None:
        if draft.current is not None or not (draft.kind and draft.reason):
            raise DraftGone()
        claimable = await claimable_of(self._books, order)
        is_late = await late_case_of(self._books, order) is not None
        claimable.check(self._books.now, is_late=is_late)
        if draft.reason not in reasons(order):
            raise NotReceivedYet(order=order.number)
        claimable.check_ground(draft.ground, draft.settlement(order.terms.unit_price.currency).amount)
        if draft.needs_photos:
            raise PhotosMissing()
