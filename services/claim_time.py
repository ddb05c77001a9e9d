"""What the clock does to claims: a warning, and the stated default when nobody answers."""

from domain.claim_clock import BY_THE_CLOCK, WARNING
from services.notices import News, Notice
from services.ports import Books
from services.recording import CLOCK, record, tell_both, tell_side


async def run_out_claim(books: Books, claim_id: int) -> None:
    """What is said to happen when the time of a status is up happens; both sides are told."""
    before = await books.claims.get_for_update(claim_id)
    after = before and before.run_out(books.now)
    if before is None or after is None or after is before:
        return
    await books.claims.save(before, after, books.now)
    await record(books, before, after, BY_THE_CLOCK[before.status], CLOCK)
    await tell_both(books, after, Notice(News.CLAIM_RAN_OUT, after.id, after.proposal.number))


async def warn_of_claim(books: Books, claim_id: int) -> None:
    """Reminds the side that has to answer, or to pay."""
    claim = await books.claims.get_for_update(claim_id)
    if claim is None or claim.waits_for is None or claim.is_out_of_time(books.now):
        return
    if books.now < claim.expires_at - WARNING or not await books.claims.warned(claim_id, books.now):
        return
    notice = Notice(News.CLAIM_RUNS_OUT, claim.id, claim.proposal.number, detail=claim.expires_at.isoformat())
    await tell_side(books, claim, claim.waits_for, notice)
