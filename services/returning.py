"""Goods that travel because of a claim: sent back and taken back, replaced and received, or contested."""

from domain.carriers import Waybill
from domain.claim import Claim
from domain.lifecycle import Deed
from domain.people import Side
from domain.return_parcel import Contest, ReturnParcel
from services.claim_deeds import ClaimDeeds, ClaimTarget
from services.notices import News
from services.repaying import ask_for_card_refund


class Returning(ClaimDeeds):
    """What both sides do with goods that travel because of a claim."""

    async def send_back(self, target: ClaimTarget, waybill: Waybill) -> Claim:
        """The buyer sent the goods back; the seller is told by whom and under which number.

        Raises StaleClaim, ClaimMoveNotAllowed.
        """
        claim = await self._do(target, Deed.SEND_BACK, lambda c, a: c.send_back(target.version, a))
        await self._sent(claim, Side.BUYER, waybill)
        await self._tell(claim, Side.SELLER, News.CLAIM_SENT_BACK)
        return claim

    async def take_back(self, target: ClaimTarget) -> Claim:
        """The seller has the goods again and owes the refund; operators hear of what was paid by card.

        Raises StaleClaim, ClaimMoveNotAllowed.
        """
        claim = await self._do(target, Deed.TAKE_BACK, lambda c, a: c.take_back(target.version, a))
        await self._tell(claim, Side.BUYER, News.CLAIM_TAKEN_BACK)
        await ask_for_card_refund(self._books, claim)
        return claim

    async def send_replacement(self, target: ClaimTarget, waybill: Waybill) -> Claim:
        """The seller sent other goods in place of what was wrong; the buyer is told.

        Raises StaleClaim, ClaimMoveNotAllowed.
        """
        claim = await self._do(
            target, Deed.SEND_REPLACEMENT, lambda c, a: c.send_replacement(target.version, a)
        )
        await self._sent(claim, Side.SELLER, waybill)
        await self._tell(claim, Side.BUYER, News.CLAIM_REPLACED)
        return claim

    async def receive(self, target: ClaimTarget) -> Claim:
        """The buyer has the replacement: the claim is settled. Raises StaleClaim, ClaimMoveNotAllowed."""
        claim = await self._do(target, Deed.RECEIVE, lambda c, a: c.receive(target.version, a))
        await self._tell(claim, Side.SELLER, News.CLAIM_REPLACEMENT_RECEIVED)
        return claim

    async def contest(self, target: ClaimTarget, reason: str) -> Claim:
        """What came is not right, for this reason: it is a dispute, of which both sides and operators hear.

        Raises StaleClaim, ClaimMoveNotAllowed, DecidedAlready, ReasonUnusable, and ClaimOpen while another
        claim on the order is undecided.
        """
        claim = await self._do(target, Deed.CONTEST, lambda c, a: c.contest(target.version, a), reason)
        side = self._person.side_in(claim.buyer_id, claim.supplier_id)
        assert side is not None, "checked when it was locked"
        contest = Contest(claim.id, side, reason.strip(), self._person.id, self._books.now)
        await self._books.returns.contest(contest)
        return claim

    async def _sent(self, claim: Claim, side: Side, waybill: Waybill) -> None:
        parcel = ReturnParcel(claim.id, side, waybill, self._person.id, self._books.now)
        await self._books.returns.send(parcel)
