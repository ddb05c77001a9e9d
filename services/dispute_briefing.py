"""Facts for notices about disputes: to operators the dispute, to the sides their claim, as it is now."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from domain.people import Person
from services.arbitrating import Arbitrating, OwnDispute
from services.claim_case import ClaimCase, claim_case_of
from services.dispute import Dispute
from services.notices import News, Notice
from services.ports import Books

DisputeNews = Dispute | ClaimCase


async def _dispute(books: Books, person: Person, notice: Notice) -> DisputeNews | None:
    try:
        return await Arbitrating(books, person).see(notice.subject_id)
    except OwnDispute:
        return None


async def _open(books: Books, person: Person, notice: Notice) -> DisputeNews | None:
    dispute = await _dispute(books, person, notice)
    return dispute if isinstance(dispute, Dispute) and dispute.is_open else None


async def _claim(books: Books, person: Person, notice: Notice) -> DisputeNews | None:
    return await claim_case_of(books, person, notice.subject_id)


async def _current(books: Books, person: Person, notice: Notice) -> DisputeNews | None:
    """Unless something else is on the table since."""
    case = await claim_case_of(books, person, notice.subject_id)
    return case if case.claim.proposal.number == notice.version else None


async def _wanted(books: Books, person: Person, notice: Notice) -> DisputeNews | None:
    """While the evidence is still awaited."""
    case = await claim_case_of(books, person, notice.subject_id)
    return case if case.wanted else None


LOADERS: Final[Mapping[News, Callable[[Books, Person, Notice], Awaitable[DisputeNews | None]]]] = {
    News.DISPUTE_OPENED: _open,
    News.DISPUTE_WAITS: _open,
    News.DISPUTE_EVIDENCE: _open,
    News.DISPUTE_TIME_OVER: _open,
    News.DISPUTE_SETTLED: _dispute,
    News.CLAIM_SUGGESTED: _current,
    News.CLAIM_DECIDED: _claim,
    News.EVIDENCE_WANTED: _wanted,
    News.EVIDENCE_RUNS_OUT: _wanted,
}
