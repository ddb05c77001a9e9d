"""Who comes in: new people, their language, and invitations to sell."""

from dataclasses import replace

from domain.people import Language, Person, Side
from services.absence import note_return
from services.ports import Books
from services.refusals import InvitationUnusable


async def arrive(books: Books, person_id: int, language: Language, is_operator: bool) -> Person:
    """The person of this Telegram id; somebody new starts as a buyer in the given language."""
    known = await books.people.get(person_id)
    if known is None:
        known = Person(person_id, language)
        await books.people.add(known, books.now)
    return replace(known, is_operator=is_operator)


async def speak_up(books: Books, person: Person) -> None:
    """The person does something in his own chat: who could not be reached until now is back."""
    if not person.is_reachable:
        await note_return(books, person.id)


async def change_language(books: Books, person: Person, language: Language) -> Person:
    """The person reads another language from now on; nothing else changes."""
    await books.people.set_language(person.id, language)
    return replace(person, language=language)


async def accept_invitation(books: Books, person: Person, payload: str) -> tuple[Person, int]:
    """The person becomes a seller of the supplier who invited; returns him and the supplier's id.

    - An invitation serves one person, who may use it again without effect.
    - The time of offers that stood still, because nobody at the supplier could be reached, goes on.
    Raises InvitationUnusable.
    """
    supplier_id = await books.people.redeem(payload, person.id, books.now)
    if supplier_id is None:
        raise InvitationUnusable()
    await books.people.join(person.id, supplier_id)
    await books.negotiations.thaw(Side.SELLER, supplier_id, books.now)
    return replace(person, supplier_ids=person.supplier_ids | {supplier_id}), supplier_id
