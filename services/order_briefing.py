"""Facts for notices about orders and claims: what they are about as it is now, seen by one person."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.lifecycle import OrderStatus
from domain.milestone import Milestone
from domain.people import Person
from services.case_file import CaseFile, case_file_of
from services.cases import OrderCase, order_case_of
from services.claim_case import ClaimCase, claim_case_of
from services.late import awaits_shipment
from services.notices import News, Notice
from services.order_book import BookWish, OrderBook, order_book_of
from services.photos import Photo
from services.ports import Books
from services.reviewing import Reviewed, Reviewing
from services.verdicts import Verdict, verdict_on


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage of production that was reported; with `photo` one of its photos, counted from `place` 1."""

    case: OrderCase
    milestone: Milestone
    photo: Photo | None = None
    place: int = 0


OrderNews = OrderCase | ClaimCase | Reached | Reviewed | OrderBook | CaseFile | Verdict


async def _order(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    return await order_case_of(books, person, notice.subject_id)


async def _order_open(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.order.unconfirmed_by else None


async def _order_to_confirm(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    case = await order_case_of(books, person, notice.subject_id)
    is_current = case.side in case.order.unconfirmed_by and case.order.revision == notice.version
    return case if is_current and books.now < case.order.expires_at else None


async def _order_confirmed(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.order.status is OrderStatus.AWAITING_PAYMENT else None


async def _runs_out(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    """Unless it waits for somebody else, or until another moment."""
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.is_my_turn and case.order.expires_at.isoformat() == notice.detail else None


async def _cancel_asked(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.order.cancel_asked_by is case.side.other else None


async def _milestone(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    number, _, place = notice.detail.partition(" ")
    milestone = await books.milestones.get(int(number))
    case = await order_case_of(books, person, notice.subject_id)
    if milestone is None or milestone.order_id != case.order.id:
        return None
    if not place:
        return Reached(case, milestone)
    photos = await books.milestones.photos(milestone.id)
    return Reached(case, milestone, photos[int(place) - 1], int(place))


async def _order_late(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.late and case.order.left else None


async def _order_promised(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    case = await order_case_of(books, person, notice.subject_id)
    return case if awaits_shipment(case.order) and case.late is None else None


async def _claim(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    return await claim_case_of(books, person, notice.subject_id)


async def _claim_to_answer(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    case = await claim_case_of(books, person, notice.subject_id)
    return case if case.is_my_turn and case.claim.proposal.number == notice.version else None


async def _claim_proposed(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    """Unless something else was proposed since."""
    case = await claim_case_of(books, person, notice.subject_id)
    return case if case.claim.proposal.number == notice.version else None


async def _claim_runs_out(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    """Unless it waits until another moment."""
    case = await claim_case_of(books, person, notice.subject_id)
    return case if case.claim.expires_at.isoformat() == notice.detail else None


async def _amendment_to_answer(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.amendment and str(case.amendment.number) == notice.detail else None


async def _verified(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    """Without a hash the file could not be had, which is told as well."""
    return await verdict_on(books, person, notice.detail, is_file=True)


async def _reviewed(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    reviewed = await Reviewing(books, person).see(notice.subject_id)
    is_current = reviewed.review is not None and reviewed.review.version == notice.version
    return reviewed if is_current else None


async def _order_book(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    return await order_book_of(books, person, BookWish.read(notice.detail))


async def _case_file(books: Books, person: Person, notice: Notice) -> OrderNews | None:
    return await case_file_of(books, person, notice.subject_id)


_Loader = Callable[[Books, Person, Notice], Awaitable[OrderNews | None]]
LOADERS: Final[Mapping[News, _Loader]] = {
    News.ORDER_TO_CONFIRM: _order_to_confirm,
    News.ORDER_EDITED: _order_to_confirm,
    News.ORDER_CONFIRMED: _order_confirmed,
    News.ORDER_CANCELLED: _order,
    News.ORDER_EXPIRED: _order,
    News.ORDER_RUNS_OUT: _runs_out,
    News.ORDER_NOT_PAID: _order,
    News.ORDER_STILL_OPEN: _order,
    News.ORDER_OWED: _order,
    News.ORDER_DISPUTED: _order,
    News.PRODUCTION_STARTED: _order,
    News.MILESTONE: _milestone,
    News.MILESTONE_PHOTO: _milestone,
    News.CONSIGNMENT_SENT: _order,
    News.WAYBILL_CORRECTED: _order,
    News.GOODS_RECEIVED: _order,
    News.GOODS_COUNT_AS_RECEIVED: _order,
    News.RECEIPT_PROLONGED: _order,
    News.ORDER_COMPLETED: _order,
    News.CANCEL_ASKED: _cancel_asked,
    News.CANCEL_REFUSED: _order,
    News.CANCEL_UNANSWERED: _order,
    News.ORDER_CANCELLED_TOGETHER: _order,
    News.AMENDMENT_PROPOSED: _amendment_to_answer,
    News.AMENDMENT_ACCEPTED: _order,
    News.AMENDMENT_DECLINED: _order,
    News.AMENDMENT_WITHDRAWN: _order,
    News.VERIFIED: _verified,
    News.ORDER_COUNTERPART_AWAY: _order_open,
    News.REVIEWED: _reviewed,
    News.REVIEW_ANSWERED: _reviewed,
    News.ORDER_BOOK: _order_book,
    News.CASE_FILE: _case_file,
    News.PROMISE_NEAR: _order_promised,
    News.ORDER_LATE: _order_late,
    News.CLAIM_RECEIVED: _claim_to_answer,
    News.CLAIM_RUNS_OUT: _claim_runs_out,
    News.CLAIM_PROPOSED: _claim_proposed,
    News.CLAIM_APPROVED: _claim_proposed,
    News.CLAIM_AGREED: _claim,
    News.CLAIM_REFUSED: _claim,
    News.CLAIM_WITHDRAWN: _claim,
    News.CLAIM_ESCALATED: _claim,
    News.CLAIM_OVERDUE: _claim,
    News.CLAIM_RAN_OUT: _claim,
    News.CLAIM_SETTLED: _claim,
    News.CLAIM_SENT_BACK: _claim,
    News.CLAIM_TAKEN_BACK: _claim,
    News.CLAIM_REPLACED: _claim,
    News.CLAIM_REPLACEMENT_RECEIVED: _claim,
}
