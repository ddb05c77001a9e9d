"""Claims: for lateness sent by the buyer; agreed, bargained over, refused or taken back."""

from typing import Final

from domain.claim import Claim
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.details import Delivery
from domain.lifecycle import Deed
from domain.people import Side
from domain.refusal import Refusal
from domain.settlement import Settlement, compensation
from services.claim_deeds import ClaimDeeds, ClaimTarget
from services.late import late_case_of
from services.notices import News
from services.order_deeds import locked_as
from services.recording import doer, record
from services.repaying import ask_for_card_refund


class NothingToClaim(Refusal):
    """Nothing can be claimed now: in time, no compensation agreed, or a claim stands already."""


class ClaimGrew(Refusal):
    """The `amount` is another now than the one that was pressed."""


class Claiming(ClaimDeeds):
    """The claims of one person, within one transaction."""

    async def send(self, order_id: int, minor: int) -> Claim:
        """The buyer claims what lateness costs as of now, which must be what he pressed.

        - Only one claim of an order is answered at a time: the order is locked.
        - Raises NothingToClaim, or ClaimGrew when another day has begun since the button was drawn.
        """
        order = await locked_as(Side.BUYER, self._books, self._person, order_id)
        late = await late_case_of(self._books, order)
        amount = late.claimable if late else None
        if late is None or amount is None:
            raise NothingToClaim(order=order.number)
        if amount.minor != minor:
            raise ClaimGrew(amount=amount)
        author = self._author(Side.BUYER)
        ground = Ground(ClaimKind.LATE, ClaimReason.LATE, days=late.lateness.days)
        claim = Claim.send(order, ground, compensation(amount), author)
        sent = await self._books.claims.add(claim, self._books.now)
        await record(self._books, None, sent, Deed.CLAIM, doer(author))
        await self._tell(sent, Side.SELLER, News.CLAIM_RECEIVED)
        return sent

    async def agree(self, target: ClaimTarget, digest: str, address: str = "") -> Claim:
        """What is on the table, named by the beginning of its digest, is agreed; the other side is told.

        - A seller who agrees to a return gives the `address` that it lacks.
        - Alone, to what an operator suggested, it waits for the other side.
        - Operators hear of a refund that is theirs to send, of what was paid by card.
        Raises StaleClaim, ClaimMoveNotAllowed, ReturnIncomplete.
        """
        before, side = await self._locked(target.claim_id)
        author, deed = self._author(side), before.agreeing(side)
        after = before.agree(target.version, digest, author, address)
        claim = await self._save(before, after, deed, author)
        if address:
            await self._books.addresses.keep(self._person.id, Delivery(address), self._books.now)
        await self._tell(claim, side.other, _AGREED.get(deed, News.CLAIM_AGREED))
        await ask_for_card_refund(self._books, claim)
        return claim

    async def propose(self, target: ClaimTarget, settlement: Settlement, reason: str) -> Claim:
        """Another settlement, for at most what was claimed, with the reason in the proposer's words.

        An address that goods are to go back to is kept, to be offered the next time.
        """
        claim = await self._do(
            target, Deed.PROPOSE, lambda c, a: c.propose(target.version, a, settlement), reason
        )
        if settlement.address:
            await self._books.addresses.keep(self._person.id, Delivery(settlement.address), self._books.now)
        await self._tell_other(claim, News.CLAIM_PROPOSED)
        return claim

    async def refuse(self, target: ClaimTarget, reason: str) -> Claim:
        """The seller refuses; the buyer reads why."""
        claim = await self._do(target, Deed.REFUSE, lambda c, a: c.refuse(target.version, a), reason)
        await self._tell_other(claim, News.CLAIM_REFUSED)
        return claim

    async def withdraw(self, target: ClaimTarget) -> Claim:
        """The buyer takes the claim back."""
        claim = await self._do(target, Deed.WITHDRAW, lambda c, a: c.withdraw(target.version, a))
        await self._tell_other(claim, News.CLAIM_WITHDRAWN)
        return claim


_AGREED: Final = {Deed.APPROVE: News.CLAIM_APPROVED}
"""What the other side hears where an agreement is not yet both sides'."""
