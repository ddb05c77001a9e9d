"""What the clock does for disputes: it reminds of evidence that is asked for, and tells of its end."""

from domain.claim import Claim
from domain.dispute import EVIDENCE_WARNING
from domain.lifecycle import ClaimStatus
from services.locking_claims import locked_claim
from services.notices import News, Notice
from services.ports import Books
from services.recording import tell_operators, tell_side


async def warn_of_evidence(books: Books, claim_id: int) -> None:
    """Reminds the sides that were asked for evidence that their time runs out."""
    _, claim = await locked_claim(books, claim_id)
    ending = await books.disputes.warned(claim_id, books.now + EVIDENCE_WARNING, books.now)
    if claim.status is not ClaimStatus.ESCALATED:
        return
    for request in ending:
        for side in request.sides if request.is_open(books.now) else ():
            await tell_side(books, claim, side, _notice(News.EVIDENCE_RUNS_OUT, claim, request.number))


async def end_evidence_time(books: Books, claim_id: int) -> None:
    """Tells the operators that the time is over for which they had asked for evidence."""
    _, claim = await locked_claim(books, claim_id)
    ended = await books.disputes.told(claim_id, books.now)
    if ended and claim.status is ClaimStatus.ESCALATED:
        await tell_operators(books, claim, _notice(News.DISPUTE_TIME_OVER, claim, ended[-1].number))


def _notice(news: News, claim: Claim, number: int) -> Notice:
    return Notice(news, claim.id, claim.proposal.number, str(number))
