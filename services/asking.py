"""Questions, answers and files, carried to the other side of a negotiation."""

from datetime import timedelta
from typing import Final

from domain.negotiation import Negotiation
from domain.people import Person
from services.negotiating import Negotiating
from services.ports import Books
from services.recording import tell_side
from services.said import Kind, Said
from services.talk import Message, TooManyFiles, notices_of, usable

MOST_FILES_A_DAY: Final = 200
MOST_BYTES_A_DAY: Final = 500 * 1024 * 1024
DAY: Final = timedelta(days=1)


async def say(
    books: Books, person: Person, negotiation_id: int, said: Said, answers: int = 0
) -> Message | None:
    """Keeps what was said and brings it to the other side; terms and status stay as they are.

    - The same message is kept once; None for one that is known already.
    - `answers` is the id of the message it replies to, 0 for none.
    - A file is copied to our own store later, which delays nothing.
    Raises NotFound to strangers, MessageUnusable for empty or overlong words, TooManyFiles.
    """
    negotiation, side = await Negotiating(books, person).see(negotiation_id)
    message = Message(0, negotiation.id, side, person.id, usable(said), books.now, answers=answers)
    return await _keep_and_tell(books, negotiation, message)


async def rewrite(books: Books, person: Person, first: Message, said: Said) -> Message | None:
    """Keeps another wording of a message beside the first and brings it to the other side.

    - Terms stay as they are, whatever the words say.
    - None when nothing was changed that the other side sees; a place that moves is not followed.
    Raises NotFound to strangers, MessageUnusable and TooManyFiles.
    """
    negotiation, side = await Negotiating(books, person).see(first.negotiation_id)
    latest = await books.talk.latest(first.id)
    edited = usable(said)
    if edited.kind is Kind.LOCATION or edited.content == latest.said.content:
        return None
    message = Message(0, negotiation.id, side, person.id, edited, books.now, first.answers, edits=first.id)
    return await _keep_and_tell(books, negotiation, message, latest.said.file_key)


async def _keep_and_tell(
    books: Books, negotiation: Negotiation, message: Message, file_before: str = ""
) -> Message | None:
    file = message.said.file if message.said.file_key != file_before else None
    if file:
        await _check_quota(books, message.author_id, file.size)
    kept = await books.talk.add(message)
    if kept is None:
        return None
    if file and not kept.is_too_large_to_keep:
        await books.talk.fetch_later(kept)
    for notice in notices_of(kept, with_file=not file_before or file is not None):
        await tell_side(books, negotiation, kept.side.other, notice)
    return kept


async def _check_quota(books: Books, author_id: int, size: int) -> None:
    count, kept = await books.talk.files_since(author_id, books.now - DAY)
    if count >= MOST_FILES_A_DAY or kept + size > MOST_BYTES_A_DAY:
        raise TooManyFiles(most=MOST_FILES_A_DAY)
