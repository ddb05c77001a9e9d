"""Facts for cards and notices: what they are about as it is now, seen by one person."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.milestone import Milestone
from domain.people import Person
from services.cases import Case, OrderCase, case_of, order_case_of
from services.consents import Consent
from services.notices import News, Notice
from services.overtaken import Overtaken, overtaken
from services.payment_briefing import LOADERS as OF_PAYMENTS
from services.payment_briefing import PaymentNews
from services.photos import Photo
from services.ports import Books
from services.refusals import NotFound
from services.talk import Message
from services.thread import Thread, thread_of
from services.verdicts import Verdict, verdict_on


@dataclass(frozen=True, slots=True)
class Talked:
    """A message of the other side, the negotiation it belongs to, and what it hangs on."""

    message: Message
    case: Case
    thread: Thread


@dataclass(frozen=True, slots=True)
class Called:
    """A phone number that the buyer of a negotiation gave."""

    consent: Consent
    case: Case


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage of production that was reported; with `photo` one of its photos, counted from `place` 1."""

    case: OrderCase
    milestone: Milestone
    photo: Photo | None = None
    place: int = 0


Facts = Case | OrderCase | Talked | Called | Reached | Overtaken | PaymentNews | Verdict | None


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a notice needs to be said: the facts as of `now`."""

    notice: Notice
    now: datetime
    facts: Facts = None


async def brief(books: Books, person: Person, notice: Notice) -> Briefing | None:
    """What the notice is about as it is now; None when it no longer matters or is none of his business.

    A superseded offer, a reminder after the end and a confirmation that was given are not told.
    """
    load = _LOADERS.get(notice.news)
    if load is None:
        return Briefing(notice, books.now)
    try:
        facts = await load(books, person, notice)
    except NotFound:
        return None
    return Briefing(notice, books.now, facts) if facts else None


async def _negotiation(books: Books, person: Person, notice: Notice) -> Facts:
    return await case_of(books, person, notice.subject_id)


async def _negotiation_to_answer(books: Books, person: Person, notice: Notice) -> Facts:
    case = await case_of(books, person, notice.subject_id)
    is_current = case.is_my_turn and case.negotiation.offer.number == notice.version
    return case if is_current and not case.negotiation.is_out_of_time(books.now) else None


async def _agreed(books: Books, person: Person, notice: Notice) -> Facts:
    case = await case_of(books, person, notice.subject_id)
    stands = case.negotiation.status in (NegotiationStatus.AGREED, NegotiationStatus.ORDERED)
    return case if stands else None


async def _message(books: Books, person: Person, notice: Notice) -> Facts:
    message = await books.talk.get(int(notice.detail))
    case = await case_of(books, person, notice.subject_id)
    return Talked(message, case, await thread_of(books, person, message)) if message else None


async def _translated(books: Books, person: Person, notice: Notice) -> Facts:
    """Of a message, or of the note of the offer on the table."""
    if notice.detail:
        return await _message(books, person, notice)
    case = await case_of(books, person, notice.subject_id)
    return case if case.negotiation.offer.number == notice.version else None


async def _number_shared(books: Books, person: Person, notice: Notice) -> Facts:
    case = await case_of(books, person, notice.subject_id)
    consent = await books.consents.get(int(notice.detail))
    return Called(consent, case) if consent else None


async def _order(books: Books, person: Person, notice: Notice) -> Facts:
    return await order_case_of(books, person, notice.subject_id)


async def _order_open(books: Books, person: Person, notice: Notice) -> Facts:
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.order.unconfirmed_by else None


async def _order_to_confirm(books: Books, person: Person, notice: Notice) -> Facts:
    case = await order_case_of(books, person, notice.subject_id)
    is_current = case.side in case.order.unconfirmed_by and case.order.revision == notice.version
    return case if is_current and books.now < case.order.expires_at else None


async def _order_confirmed(books: Books, person: Person, notice: Notice) -> Facts:
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.order.status is OrderStatus.AWAITING_PAYMENT else None


async def _runs_out(books: Books, person: Person, notice: Notice) -> Facts:
    """Unless it waits for somebody else, or until another moment."""
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.is_my_turn and case.order.expires_at.isoformat() == notice.detail else None


async def _cancel_asked(books: Books, person: Person, notice: Notice) -> Facts:
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.order.cancel_asked_by is case.side.other else None


async def _milestone(books: Books, person: Person, notice: Notice) -> Facts:
    number, _, place = notice.detail.partition(" ")
    milestone = await books.milestones.get(int(number))
    case = await order_case_of(books, person, notice.subject_id)
    if milestone is None or milestone.order_id != case.order.id:
        return None
    if not place:
        return Reached(case, milestone)
    photos = await books.milestones.photos(milestone.id)
    return Reached(case, milestone, photos[int(place) - 1], int(place))


async def _amendment_to_answer(books: Books, person: Person, notice: Notice) -> Facts:
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.amendment and str(case.amendment.number) == notice.detail else None


async def _verified(books: Books, person: Person, notice: Notice) -> Facts:
    """Without a hash the file could not be had, which is told as well."""
    return await verdict_on(books, person, notice.detail, is_file=True)


async def _open(books: Books, person: Person, notice: Notice) -> Facts:
    case = await case_of(books, person, notice.subject_id)
    return case if case.negotiation.waits_for else None


async def _overtaken(books: Books, person: Person, notice: Notice) -> Facts:
    """Unless the card stands again, because a button on it was pressed meanwhile."""
    message_id, newer_id = (int(each) for each in notice.detail.split())
    card = await books.cards.shown(person.id, message_id)
    if card is None or card.version >= 0:
        return None
    return await overtaken(books, person, card, is_below=message_id > newer_id)


_Loader = Callable[[Books, Person, Notice], Awaitable[Facts]]
_LOADERS: Final[Mapping[News, _Loader]] = {
    News.OFFER_RECEIVED: _negotiation_to_answer,
    News.ACCEPTED: _agreed,
    News.DECLINED: _negotiation,
    News.WITHDRAWN: _negotiation,
    News.PARTED: _negotiation,
    News.NEGOTIATION_EXPIRED: _negotiation,
    News.NEGOTIATION_RUNS_OUT: _negotiation_to_answer,
    News.MESSAGE: _message,
    News.FREIGHT_STATED: _negotiation,
    News.MESSAGE_FILE: _message,
    News.TRANSLATED: _translated,
    News.NUMBER_SHARED: _number_shared,
    News.ORDER_TO_CONFIRM: _order_to_confirm,
    News.ORDER_CONFIRMED: _order_confirmed,
    News.ORDER_CANCELLED: _order,
    News.ORDER_EXPIRED: _order,
    News.ORDER_RUNS_OUT: _runs_out,
    News.ORDER_NOT_PAID: _order,
    News.ORDER_LATE: _order,
    News.ORDER_STILL_OPEN: _order,
    News.ORDER_OWED: _order,
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
    News.OPEN_AGAIN: _open,
    News.COUNTERPART_AWAY: _open,
    News.OVERTAKEN: _overtaken,
    News.ORDER_COUNTERPART_AWAY: _order_open,
    **OF_PAYMENTS,
}
"""How to load what each kind of news is about; the others stand by themselves."""
