"""What a message hangs on, as its reader sees it: words it answers, an earlier wording, a translation."""

from dataclasses import dataclass

from domain.people import Person
from language.foreign import target_for
from services.ports import Books
from services.talk import Message


@dataclass(frozen=True, slots=True)
class Thread:
    """The message that is answered or edited, where it stands in the reader's chat, and what it said.

    `stands_at` is 0 where it does not; a `translation` of None: he cannot read it, and nobody was asked yet.
    """

    answered: Message | None = None
    before: Message | None = None
    stands_at: int = 0
    translation: str | None = ""


async def thread_of(books: Books, person: Person, message: Message) -> Thread:
    """All that a message hangs on, for one reader."""
    before = await books.talk.before(message)
    anchor = before or (await books.talk.get(message.answers) if message.answers else None)
    return Thread(
        answered=None if before else anchor,
        before=before,
        stands_at=await _place_of(books, person, anchor) if anchor else 0,
        translation=await translation_of(books, person, message.body),
    )


async def translation_of(books: Books, person: Person, text: str) -> str | None:
    """A text in the reader's language; empty if he needs none or there is none, None if nobody was asked."""
    target = target_for(text, person.language)
    return await books.translations.find(text, target) if target else ""


async def _place_of(books: Books, person: Person, message: Message) -> int:
    """One's own words stand where one wrote them; those of others where they were brought."""
    if message.author_id == person.id:
        return message.said.telegram_id
    return await books.talk.copy_in(person.id, message.first_id) or 0
