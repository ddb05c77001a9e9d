"""What the clock does: warnings before a deadline, and the stated default when it passes."""

from domain.dispute import EVIDENCE_WARNING
from domain.lifecycle import Deed
from services.changes_time import expire_changes, warn_of_changes
from services.claim_time import run_out_claim, warn_of_claim
from services.dispute_time import end_evidence_time, warn_of_evidence
from services.notices import News, Notice
from services.order_time import leave_unanswered, run_out_order, warn_of_order
from services.ports import Books
from services.recording import CLOCK, record, tell_both, tell_side
from services.sample_time import expire_sample, warn_of_sample


async def expire_negotiation(books: Books, negotiation_id: int) -> None:
    """Ends a negotiation whose time is up and tells both sides; does nothing if somebody was faster."""
    before = await books.negotiations.get_for_update(negotiation_id)
    after = before and before.expire(books.now)
    if before is None or after is None or after is before:
        return
    await books.negotiations.save(before, after, books.now)
    await record(books, before, after, Deed.EXPIRE, CLOCK)
    await tell_both(books, after, Notice(News.NEGOTIATION_EXPIRED, after.id, after.offer.number))


async def warn_of_negotiation(books: Books, negotiation_id: int) -> None:
    """Reminds the side whose turn it is that the time runs out.

    The same version may be warned of again, once it waits for something else until another moment.
    """
    negotiation = await books.negotiations.get_for_update(negotiation_id)
    if negotiation is None or negotiation.waits_for is None or negotiation.is_out_of_time(books.now):
        return
    if await books.negotiations.warned(negotiation_id, books.now):
        until, version = negotiation.expires_at.isoformat(), negotiation.offer.number
        notice = Notice(News.NEGOTIATION_RUNS_OUT, negotiation.id, version, detail=until)
        await tell_side(books, negotiation, negotiation.waits_for, notice)


async def due_jobs(books: Books, limit: int) -> list[tuple[str, int]]:
    """What is to be done now, as (job, id): the keys of JOBS."""
    found = {
        "expire_negotiation": await books.negotiations.due(books.now, limit),
        "run_out_order": await books.orders.due(books.now, limit),
        "warn_of_negotiation": await books.negotiations.to_warn(books.now, limit),
        "warn_of_order": await books.orders.to_warn(books.now, limit),
        "leave_unanswered": await books.orders.unanswered(books.now, limit),
        "run_out_claim": await books.claims.due(books.now, limit),
        "warn_of_claim": await books.claims.to_warn(books.now, limit),
        "warn_of_evidence": await books.disputes.to_warn(books.now + EVIDENCE_WARNING, limit),
        "end_evidence_time": await books.disputes.ended(books.now, limit),
        "expire_changes": await books.changes.due(books.now, limit),
        "warn_of_changes": await books.changes.to_warn(books.now, limit),
        "expire_sample": await books.samples.due(books.now, limit),
        "warn_of_sample": await books.samples.to_warn(books.now, limit),
    }
    return [(job, subject_id) for job, subject_ids in found.items() for subject_id in subject_ids]


JOBS = {
    job.__name__: job
    for job in (
        expire_negotiation,
        run_out_order,
        warn_of_negotiation,
        warn_of_order,
        leave_unanswered,
        run_out_claim,
        warn_of_claim,
        warn_of_evidence,
        end_evidence_time,
        expire_changes,
        warn_of_changes,
        expire_sample,
        warn_of_sample,
    )
}
