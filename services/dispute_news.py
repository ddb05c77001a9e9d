"""Who hears that a claim became a dispute, or that it is none any more."""

from domain.claim import Claim
from domain.lifecycle import ClaimStatus
from services.notices import News, Notice
from services.ports import Books
from services.recording import tell_both, tell_operators


async def tell_of_dispute(books: Books, before: Claim, after: Claim) -> None:
    """Both sides and the operators hear of a new dispute, the operators of one that the sides ended."""
    was, is_now = (each.status is ClaimStatus.ESCALATED for each in (before, after))
    if is_now and not was:
        await tell_both(books, after, _notice(News.CLAIM_ESCALATED, after))
        await tell_operators(books, after, _notice(News.DISPUTE_OPENED, after))
    elif was and not is_now and not after.decided:
        await tell_operators(books, after, _notice(News.DISPUTE_SETTLED, after))


async def tell_of_evidence(books: Books, claim_id: int, bundle_id: int) -> None:
    """The operators hear that a side added evidence to a dispute."""
    claim = await books.claims.get(claim_id) if claim_id else None
    if claim is not None and claim.status is ClaimStatus.ESCALATED:
        notice = Notice(News.DISPUTE_EVIDENCE, claim.id, claim.proposal.number, str(bundle_id))
        await tell_operators(books, claim, notice)


async def remind_operators(books: Books, claim: Claim) -> None:
    """The operators hear that a dispute still waits for them; each time once, until another moment."""
    detail = claim.expires_at.isoformat()
    await tell_operators(books, claim, Notice(News.DISPUTE_WAITS, claim.id, claim.proposal.number, detail))


def _notice(news: News, claim: Claim) -> Notice:
    return Notice(news, claim.id, claim.proposal.number)
