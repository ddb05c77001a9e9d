"""Who comes in: new people, their language, and invitations to sell."""

from collections.abc import Sequence
from dataclasses import replace

from domain.people import Language, Person, Side
from domain.policy import Role
from services.absence import note_return
from services.notices import News, Notice
from services.ports import Books
from services.refusals import InvitationUnusable
from services.team_books import Member


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
    - It says what he becomes; where it does not, the first is an owner and later ones sell.
    - Who sells for the supplier already stays what he is.
    - The owners are told of somebody new.
    - The time of offers that stood still, because nobody at the supplier could be reached, goes on.
    Raises InvitationUnusable.
    """
    invitation = await books.teams.redeem(payload, person.id, books.now)
    if invitation is None:
        raise InvitationUnusable()
    supplier_id = invitation.supplier_id
    await books.teams.lock(supplier_id)
    team = await books.teams.of(supplier_id)
    role = invitation.role or (Role.SALES if team else Role.OWNER)
    if await books.teams.join(Member(person.id, role, books.now), supplier_id):
        _tell_owners(books, team, Notice(News.SELLER_JOINED, supplier_id, detail=str(person.id)))
    await books.negotiations.thaw(Side.SELLER, supplier_id, books.now)
    joined = await books.people.get(person.id) or person
    return replace(joined, is_operator=person.is_operator), supplier_id


def _tell_owners(books: Books, team: Sequence[Member], notice: Notice) -> None:
    for member in team:
        if member.role is Role.OWNER:
            books.post.tell(member.person_id, notice)
