"""Questions and answers in free words, carried to the other side of a negotiation."""

from domain.people import Person
from services.negotiating import Negotiating
from services.ports import Books
from services.recording import tell_side
from services.talk import Message, notice_of, usable


async def say(books: Books, person: Person, negotiation_id: int, body: str) -> Message:
    """Keeps the words and brings them to the other side; terms and status stay as they are.

    Raises NotFound to strangers and MessageUnusable for empty or overlong words.
    """
    negotiation, side = await Negotiating(books, person).see(negotiation_id)
    message = await books.talk.add(Message(0, negotiation.id, side, person.id, usable(body), books.now))
    await tell_side(books, negotiation, side.other, notice_of(message))
    return message
