"""Facts for cards and notices: what they are about as it is now, seen by one person."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.catalogue import Supplier
from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.negotiation import Negotiation
from domain.offer import Offer
from domain.order import Order
from domain.people import Person, Side
from services.comparing.keeping import PlaceInRfq
from services.consents import Consent
from services.mail import Card
from services.moves import Subject
from services.negotiating import Negotiating
from services.notices import News, Notice
from services.ordering import Ordering
from services.ports import Books
from services.refusals import NotFound
from services.talk import Message
from services.thread import Thread, thread_of, translation_of

LONG_SILENCE: Final = timedelta(hours=24)
"""A seller who lets a buyer wait so long is worth replacing."""
_TO_CHOOSE: Final = frozenset(
    (NegotiationStatus.AWAITING_BUYER, NegotiationStatus.AGREED, NegotiationStatus.ORDERED)
)


@dataclass(frozen=True, slots=True)
class Case:
    """A negotiation seen by one side, `now`; `order` is what became of it.

    `translation` is that of the other side's note; `is_untranslated`: the reader cannot read it, and nobody
    was asked yet. `rfq` is only ever the buyer's to see. `is_stuck`: the seller lets the buyer wait.
    """

    negotiation: Negotiation
    side: Side
    supplier: Supplier | None = None
    order: Order | None = None
    translation: str = ""
    is_untranslated: bool = False
    now: datetime | None = None
    rfq: PlaceInRfq | None = None
    is_stuck: bool = False

    @property
    def is_my_turn(self) -> bool:
        """Whether this side is waited for."""
        return self.negotiation.waits_for is self.side

    @property
    def can_answer(self) -> bool:
        """Whether this side may accept, counter or decline now."""
        return self.is_my_turn and self.negotiation.status is not NegotiationStatus.AGREED


@dataclass(frozen=True, slots=True)
class OrderCase:
    """An order seen by one side."""

    order: Order
    side: Side
    supplier: Supplier | None = None

    @property
    def is_my_turn(self) -> bool:
        """Whether this side's confirmation is missing."""
        return self.side in self.order.waits_for


@dataclass(frozen=True, slots=True)
class Talked:
    """A message of the other side, the negotiation it belongs to, and what it hangs on."""

    message: Message
    case: Case
    thread: Thread


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A card whose place a newer one took: the deal now, and the offer or the revision that it showed.

    `is_below`: it stands below the newer one.
    """

    now: Case | OrderCase
    offer: Offer | None = None
    revision: int = 0
    is_below: bool = False


@dataclass(frozen=True, slots=True)
class Called:
    """A phone number that the buyer of a negotiation gave."""

    consent: Consent
    case: Case


Facts = Case | OrderCase | Talked | Called | Overtaken | None


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a notice needs to be said: the facts as of `now`."""

    notice: Notice
    now: datetime
    facts: Facts = None


async def case_of(books: Books, person: Person, negotiation_id: int) -> Case:
    """A negotiation as the person sees it now. Raises NotFound, to strangers too."""
    negotiation, side = await Negotiating(books, person).see(negotiation_id)
    supplier = await books.catalogue.supplier(negotiation.supplier_id)
    is_ordered = negotiation.status is NegotiationStatus.ORDERED
    order = await books.orders.of_negotiation(negotiation_id) if is_ordered else None
    note = negotiation.offer.terms.note if negotiation.offer.side is side.other else ""
    found = await translation_of(books, person, note)
    return Case(
        negotiation,
        side,
        supplier,
        order,
        translation=found or "",
        is_untranslated=found is None,
        now=books.now,
        rfq=await _rfq(books, negotiation, side),
        is_stuck=_is_stuck(negotiation, side, books.now),
    )


async def _rfq(books: Books, negotiation: Negotiation, side: Side) -> PlaceInRfq | None:
    """Where a buyer has to choose, the inquiry to several suppliers that it belongs to; else nobody asks."""
    if side is Side.SELLER or negotiation.status not in _TO_CHOOSE:
        return None
    return await books.rfqs.place_of(negotiation.id)


def _is_stuck(negotiation: Negotiation, side: Side, now: datetime) -> bool:
    is_waiting = side is Side.BUYER and negotiation.status is NegotiationStatus.AWAITING_SELLER
    return is_waiting and now - negotiation.offer.at >= LONG_SILENCE


async def order_case_of(books: Books, person: Person, order_id: int) -> OrderCase:
    """An order as the person sees it now. Raises NotFound, to strangers too."""
    order, side = await Ordering(books, person).see(order_id)
    return OrderCase(order, side, await books.catalogue.supplier(order.supplier_id))


async def overtaken(books: Books, person: Person, card: Card, *, is_below: bool = False) -> Overtaken:
    """What a card whose place a newer one took is to say. Raises NotFound, to strangers too."""
    version = abs(card.version)
    if card.subject is Subject.ORDER:
        order_case = await order_case_of(books, person, card.subject_id)
        return Overtaken(order_case, revision=version, is_below=is_below)
    case = await case_of(books, person, card.subject_id)
    return Overtaken(case, await _offer(books, case.negotiation, version), is_below=is_below)


async def _offer(books: Books, negotiation: Negotiation, number: int) -> Offer | None:
    """A version; the last two are at hand."""
    offers: Sequence[Offer | None] = (negotiation.offer, negotiation.before)
    if number < negotiation.offer.number - 1:
        offers = await books.negotiations.offers(negotiation.id)
    return next((offer for offer in offers if offer and offer.number == number), None)


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
    return case if case.order.waits_for else None


async def _order_to_confirm(books: Books, person: Person, notice: Notice) -> Facts:
    case = await order_case_of(books, person, notice.subject_id)
    is_current = case.is_my_turn and case.order.revision == notice.version
    return case if is_current and books.now < case.order.expires_at else None


async def _order_confirmed(books: Books, person: Person, notice: Notice) -> Facts:
    case = await order_case_of(books, person, notice.subject_id)
    return case if case.order.status is OrderStatus.AWAITING_PAYMENT else None


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
    News.ORDER_RUNS_OUT: _order_to_confirm,
    News.OPEN_AGAIN: _open,
    News.COUNTERPART_AWAY: _open,
    News.OVERTAKEN: _overtaken,
    News.ORDER_COUNTERPART_AWAY: _order_open,
}
"""How to load what each kind of news is about; the others stand by themselves."""
