"""People who cannot be reached: the other side of their negotiations is told once, neutrally."""

from domain.negotiation import Negotiation
from domain.people import Side
from services.notices import News, Notice
from services.ports import Books
from services.recording import tell_side

MOST_TOLD = 20


async def note_absence(books: Books, person_id: int) -> None:
    """Notes that a person blocked the bot or is gone; tells whoever waits for him, once.

    A supplier with another person who sells for it is still there.
    """
    person = await books.people.get(person_id)
    if person is None or not await books.people.set_reachable(person_id, False):
        return
    for negotiation in await books.negotiations.of_person(person, page=0, size=MOST_TOLD):
        side = person.side_in(negotiation.buyer_id, negotiation.supplier_id)
        if side is not None and negotiation.waits_for is side and await _is_away(books, negotiation, side):
            notice = Notice(News.COUNTERPART_AWAY, negotiation.id, negotiation.offer.number)
            await tell_side(books, negotiation, side.other, notice)


async def _is_away(books: Books, negotiation: Negotiation, side: Side) -> bool:
    return side is Side.BUYER or not await books.people.has_reachable_seller(negotiation.supplier_id)


async def note_return(books: Books, person_id: int) -> None:
    """Notes that a person is back and posts his open negotiations again."""
    person = await books.people.get(person_id)
    if person is None or not await books.people.set_reachable(person_id, True):
        return
    for negotiation in await books.negotiations.of_person(person, page=0, size=MOST_TOLD):
        books.post.tell(person_id, Notice(News.OPEN_AGAIN, negotiation.id, negotiation.offer.number))
