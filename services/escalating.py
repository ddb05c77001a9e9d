"""Calling the operator in: a claim that the sides do not settle becomes a dispute."""

from domain.claim import Claim
from domain.lifecycle import Deed
from services.claim_deeds import ClaimDeeds, ClaimTarget


class Escalating(ClaimDeeds):
    """The disputes that one person begins, within one transaction."""

    async def escalate(self, target: ClaimTarget) -> Claim:
        """The operator is called in; both sides and all operators are told.

        - The buyer at once on a refusal, or when what was agreed is overdue; either side after three days.
        - Until it is over no clock changes anything of the order.
        Raises NotFound to strangers, StaleClaim, TooEarlyToEscalate, ClaimMoveNotAllowed, and ClaimOpen while
        another claim on the order is undecided.
        """
        return await self._do(target, Deed.ESCALATE, lambda claim, by: claim.escalate(target.version, by))
