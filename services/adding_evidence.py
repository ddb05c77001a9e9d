"""Adding to the evidence of a claim while it is open, asked for by an operator or not."""

from domain.claim import ClaimMoveNotAllowed
from domain.lifecycle import Deed
from services.claim_deeds import ClaimDeeds
from services.dispute_news import tell_of_evidence
from services.evidence import Bundle, Purpose
from services.gathering import Gathering
from services.notices import News, Notice
from services.recording import tell_side


class AddingEvidence(ClaimDeeds):
    """What one person adds to the claims of his side, within one transaction."""

    async def begin(self, claim_id: int) -> Bundle:
        """Opens a bundle of later evidence. Raises NotFound to strangers, ClaimMoveNotAllowed at its end."""
        claim, _ = await self.see(claim_id)
        if not claim.is_undecided:
            raise ClaimMoveNotAllowed(status=claim.status, deed=Deed.ASK_EVIDENCE)
        return await Gathering(self._books, self._person).begin(Purpose.ADDENDUM, claim.order_id, claim.id)

    async def done(self, bundle_id: int) -> Bundle:
        """All files are there: the other side is told, and in a dispute the operators; twice is once.

        Raises NotFound for somebody else's bundle.
        """
        bundle = await Gathering(self._books, self._person).done(bundle_id)
        claim, side = await self.see(bundle.claim_id)
        if bundle.closed_at is not None or not await self._books.evidence.count(bundle.id):
            return bundle
        notice = Notice(News.EVIDENCE_ADDED, claim.order_id, claim.proposal.number, str(bundle.id))
        await tell_side(self._books, claim, side.other, notice)
        await tell_of_evidence(self._books, claim.id, bundle.id)
        return bundle
