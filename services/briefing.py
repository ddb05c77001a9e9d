"""Facts for cards and notices: what they are about as it is now, seen by one person."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.catalogue import Supplier
from domain.lifecycle import OPEN_NEGOTIATIONS, NegotiationStatus
from domain.people import Person
from domain.policy import Right, Role
from services.cases import Case, case_of
from services.consents import Consent
from services.deciding import Deciding, Dossier
from services.dispute_briefing import LOADERS as OF_DISPUTES
from services.dispute_briefing import DisputeNews
from services.evidence_briefing import LOADERS as OF_EVIDENCE
from services.evidence_briefing import EvidenceNews
from services.golden_briefing import LOADERS as OF_GOLDEN
from services.golden_briefing import GoldenNews, changes
from services.notices import IN_CHANGES, News, Notice
from services.order_briefing import LOADERS as OF_ORDERS
from services.order_briefing import OrderNews
from services.overtaken import Overtaken, overtaken
from services.payment_briefing import LOADERS as OF_PAYMENTS
from services.payment_briefing import PaymentNews
from services.ports import Books
from services.product_files import ProductFile
from services.refusals import NotFound
from services.repaid_briefing import LOADERS as OF_REFUNDS
from services.repaid_briefing import RepaidNews
from services.sample_briefing import LOADERS as OF_SAMPLES
from services.sample_case import SampleCase
from services.taking_files import TakingFiles
from services.talk import Message
from services.thread import Thread, thread_of


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
class Seat:
    """What the reader is for a supplier now; None: he sells for it no more."""

    supplier: Supplier
    role: Role | None


Facts = (
    Case
    | OrderNews
    | Talked
    | Called
    | Overtaken
    | PaymentNews
    | ProductFile
    | Seat
    | Dossier
    | EvidenceNews
    | RepaidNews
    | DisputeNews
    | GoldenNews
    | SampleCase
    | None
)


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
    """Of a message, of a list of changes, or of the note of the offer on the table."""
    if notice.detail == IN_CHANGES:
        return await changes(books, person, notice)
    if notice.detail:
        return await _message(books, person, notice)
    case = await case_of(books, person, notice.subject_id)
    return case if case.negotiation.offer.number == notice.version else None


async def _number_shared(books: Books, person: Person, notice: Notice) -> Facts:
    case = await case_of(books, person, notice.subject_id)
    consent = await books.consents.get(int(notice.detail))
    return Called(consent, case) if consent else None


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


async def _product_file(books: Books, person: Person, notice: Notice) -> Facts:
    return await TakingFiles(books, person).see(notice.subject_id)


async def _holiday(books: Books, person: Person, notice: Notice) -> Facts:
    """While the negotiation is open and the notice was not taken back."""
    case = await case_of(books, person, notice.subject_id)
    is_told = case.supplier is not None and case.supplier.holiday is not None
    return case if is_told and case.negotiation.status in OPEN_NEGOTIATIONS else None


async def _seat(books: Books, person: Person, notice: Notice) -> Facts:
    """Who was removed and is back meanwhile, or the other way round, need not hear of it."""
    supplier = await books.catalogue.supplier(notice.subject_id)
    role = person.role_in(notice.subject_id)
    is_news = (role is None) == (notice.news is News.SELLER_REMOVED)
    return Seat(supplier, role) if supplier and is_news else None


async def _joined(books: Books, person: Person, notice: Notice) -> Facts:
    """Only owners hear who is new."""
    supplier = await books.catalogue.supplier(notice.subject_id)
    is_owner = person.may(Right.PEOPLE, notice.subject_id)
    return Seat(supplier, person.role_in(notice.subject_id)) if supplier and is_owner else None


async def _application(books: Books, person: Person, notice: Notice) -> Facts:
    """An operator hears of an application while it waits."""
    dossier = await Deciding(books, person).see(notice.subject_id)
    return dossier if dossier.is_pending else None


async def _decision(books: Books, person: Person, notice: Notice) -> Facts:
    """The supplier's people hear what was decided; the photos stay with the operators."""
    application = await books.applications.get(notice.subject_id)
    supplier = await books.catalogue.supplier(application.supplier_id) if application else None
    if application is None or supplier is None or person.role_in(supplier.id) is None:
        return None
    return Dossier(application, supplier)


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
    News.OPEN_AGAIN: _open,
    News.COUNTERPART_AWAY: _open,
    News.OVERTAKEN: _overtaken,
    News.PRODUCT_FILE: _product_file,
    News.HOLIDAY_NOTICE: _holiday,
    **OF_ORDERS,
    **OF_PAYMENTS,
    **OF_EVIDENCE,
    **OF_REFUNDS,
    **OF_DISPUTES,
    **OF_GOLDEN,
    **OF_SAMPLES,
    News.SELLER_JOINED: _joined,
    News.ROLE_CHANGED: _seat,
    News.SELLER_REMOVED: _seat,
    News.APPLICATION_RECEIVED: _application,
    News.APPLICATION_DECIDED: _decision,
}
"""How to load what each kind of news is about; the others stand by themselves."""
