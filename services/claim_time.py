"""What the clock does to claims: a warning, and the stated default when nobody answers."""

from domain.claim import WARNING
from domain.lifecycle import Deed
from services.notices import News, Notice
from services.ports import Books
from services.recording import CLOCK, record, tell_both, tell_side


async def expire_claim(books: Books, claim_id: int) -> None:
    """Ends a claim that nobody answered in time and tells both sides; the buyer may claim again."""
    before = await books.claims.get_for_update(claim_id)
    after = before and before.expire(books.now)
    if before is None or after is None or after is before:
        return
    await books.claims.save(before, after, books.now)
    await record(books, before, after, Deed.EXPIRE, CLOCK)
    await tell_both(books, after, Notice(News.CLAIM_UNANSWERED, after.id, after.proposal.number))


async def warn_of_claim(books: Books, claim_id: int) -> None:
    """Reminds the side that has to answer, or to pay."""
    claim = await books.claims.get_for_update(claim_id)
    if claim is None or claim.waits_for is None or claim.is_out_of_time(books.now):
        return
    if books.now < claim.expires_at - WARNING or not await books.claims.warned(claim_id, books.now):
        return
    notice = Notice(News.CLAIM_RUNS_OUT, claim.id, claim.proposal.number, detail=claim.expires_at.isoformat())
    await tell_side(books, claim, claim.waits_for, notice)
