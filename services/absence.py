"""People who cannot be reached: who waits for them in a deal is told once, neutrally."""

from typing import Final

from domain.negotiation import Negotiation
from domain.people import Person, Side
from services.notices import News, Notice
from services.ports import Books
from services.recording import Deal, tell_side, version_of
from services.talk import notices_of

MOST_TOLD: Final = 20
_ORDERS: Final = frozenset({News.ORDER_TO_CONFIRM, News.ORDER_EDITED})
TURNS: Final = frozenset({News.OFFER_RECEIVED, News.ACCEPTED}) | _ORDERS
"""News that tells its reader that it is his turn."""


async def note_absence(books: Books, person_id: int, undelivered: Notice | None = None) -> None:
    """Notes that a person blocked the bot or is gone; tells whoever waits for him, once.

    - Who is gone already and misses news that it is his turn keeps its deal waiting: that is told, too.
    - A supplier with another person who sells for it is still there.
    - While nobody can be reached, the time of an offer stands still.
    """
    person = await books.people.get(person_id)
    if person is None:
        return
    is_news = await books.people.set_reachable(person_id, False)
    await _stop_the_time(books, person)
    if is_news:
        for negotiation in await books.negotiations.of_person(person, page=0, size=MOST_TOLD):
            await _tell_who_waits(books, person, negotiation)
        for order in await books.orders.of_person(person, page=0, size=MOST_TOLD):
            await _tell_who_waits(books, person, order)
    elif undelivered is not None and undelivered.news in TURNS:
        is_order = undelivered.news in _ORDERS
        kept = books.orders if is_order else books.negotiations
        await _tell_who_waits(books, person, await kept.get(undelivered.subject_id))


async def note_return(books: Books, person_id: int) -> None:
    """Notes that a person is back: the time goes on, and what is open is posted to him again.

    What the other side said meanwhile comes after the card, about an order too.
    """
    person = await books.people.get(person_id)
    if person is None or not await books.people.set_reachable(person_id, True):
        return
    for side, party_id in _parties(person):
        await books.negotiations.thaw(side, party_id, books.now)
    for negotiation in await books.negotiations.of_person(person, page=0, size=MOST_TOLD):
        books.post.tell(person_id, Notice(News.OPEN_AGAIN, negotiation.id, negotiation.offer.number))
        await _tell_missed(books, person, negotiation, negotiation.id)
    for order in await books.orders.of_person(person, page=0, size=MOST_TOLD):
        if _side(person, order) in order.unconfirmed_by:
            books.post.tell(person_id, Notice(News.ORDER_TO_CONFIRM, order.id, order.revision))
        await _tell_missed(books, person, order, order.negotiation_id)


async def _tell_missed(books: Books, person: Person, deal: Deal, negotiation_id: int) -> None:
    side = _side(person, deal)
    missed = await books.talk.missed(person.id, negotiation_id, side) if side else ()
    for notice in (each for message in missed for each in notices_of(message)):
        books.post.tell(person.id, notice)


async def _stop_the_time(books: Books, person: Person) -> None:
    for side, party_id in _parties(person):
        if side is Side.BUYER or not await books.people.has_reachable_seller(party_id):
            await books.negotiations.freeze(side, party_id, books.now)


def _parties(person: Person) -> list[tuple[Side, int]]:
    """As whom offers may wait for him."""
    return [(Side.BUYER, person.id), *((Side.SELLER, number) for number in sorted(person.supplier_ids))]


async def _tell_who_waits(books: Books, person: Person, deal: Deal | None) -> None:
    side = _side(person, deal) if deal else None
    if deal is None or side is None or not _waits_only_for(deal, side):
        return
    if side is Side.BUYER or not await books.people.has_reachable_seller(deal.supplier_id):
        is_negotiation = isinstance(deal, Negotiation)
        news = News.COUNTERPART_AWAY if is_negotiation else News.ORDER_COUNTERPART_AWAY
        await tell_side(books, deal, side.other, Notice(news, deal.id, version_of(deal)))


def _side(person: Person, deal: Deal) -> Side | None:
    return person.side_in(deal.buyer_id, deal.supplier_id)


def _waits_only_for(deal: Deal, side: Side) -> bool:
    return deal.waits_for is side if isinstance(deal, Negotiation) else deal.unconfirmed_by == (side,)
