"""What the clock does to claims: a warning, and the stated default when the time is up."""

from typing import Final

from domain.claim_clock import BY_THE_CLOCK
from domain.claim_facts import TALKING
from domain.lifecycle import ClaimStatus, Deed
from services.dispute_news import remind_operators, tell_of_dispute
from services.locking_claims import locked_claim
from services.notices import News, Notice
from services.ports import Books
from services.recording import CLOCK, record, tell_both, tell_side
from services.repaying import ask_for_card_refund

_NEWS: Final = {Deed.REMIND: News.CLAIM_OVERDUE}
"""What is heard of a deed of the clock; the others are ends of a wait."""


async def run_out_claim(books: Books, claim_id: int) -> None:
    """What is said to happen when the time of a status is up happens; both sides are told.

    That an operator has not decided yet, only operators hear.
    """
    _, before = await locked_claim(books, claim_id)
    after = before.run_out(books.now)
    if after is before:
        return
    deed = BY_THE_CLOCK[before.status]
    await books.claims.save(before, after, books.now)
    await record(books, before, after, deed, CLOCK)
    if before.status is ClaimStatus.ESCALATED:
        await remind_operators(books, after)
    elif deed is Deed.ESCALATE:
        await tell_of_dispute(books, before, after)
    else:
        news = _NEWS.get(deed, News.CLAIM_RAN_OUT)
        await tell_both(books, after, Notice(news, after.id, after.proposal.number))
    if deed is Deed.TAKE_BACK:
        await ask_for_card_refund(books, after)


async def warn_of_claim(books: Books, claim_id: int) -> None:
    """Reminds the side that has to do something; of a talk that ends both hear."""
    _, claim = await locked_claim(books, claim_id)
    if claim.is_out_of_time(books.now) or books.now < claim.warns_at:
        return
    if not await books.claims.warned(claim_id, books.now) or claim.waits_for is None:
        return
    notice = Notice(News.CLAIM_RUNS_OUT, claim.id, claim.proposal.number, detail=claim.expires_at.isoformat())
    if claim.status in TALKING:
        await tell_both(books, claim, notice)
    else:
        await tell_side(books, claim, claim.waits_for, notice)
