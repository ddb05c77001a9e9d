"""A supplier's people: inviting them, what they are, and taking them out; only for its owners."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from domain.catalogue import Supplier
from domain.people import Person, Side
from domain.policy import Right, Role
from domain.refusal import Refusal
from services.notices import News, Notice
from services.own_suppliers import owned
from services.ports import Books
from services.refusals import NotFound
from services.team_books import Invitation, Member

VALIDITY: Final = timedelta(days=7)


class LastOwner(Refusal):
    """A supplier keeps at least one owner."""


def new_payload() -> str:
    """What an invitation's link carries: 128 random bits."""
    return secrets.token_urlsafe(16)


class Teaming:
    """The people of the suppliers that one person owns, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def of(self, supplier_id: int) -> tuple[Supplier, Sequence[Member]]:
        """The supplier and its people. Raises OwnersOnly to its others, NotFound to strangers."""
        supplier = await owned(self._books, self._person, supplier_id, Right.PEOPLE)
        return supplier, await self._books.teams.of(supplier_id)

    async def one(self, supplier_id: int, person_id: int) -> tuple[Supplier, Member]:
        """One of the supplier's people. Raises NotFound once he is gone."""
        supplier, team = await self.of(supplier_id)
        return supplier, _found(team, person_id)

    async def invite(self, supplier_id: int, role: Role) -> tuple[Supplier, Invitation]:
        """A link that makes one person an owner or a seller.

        It serves one person, for VALIDITY, and only as long as its maker is an owner.
        """
        supplier = await owned(self._books, self._person, supplier_id, Right.PEOPLE)
        expiry = self._books.now + VALIDITY
        invitation = Invitation(new_payload(), supplier_id, expiry, role, made_by=self._person.id)
        await self._books.teams.invite(invitation)
        return supplier, invitation

    async def set_role(self, supplier_id: int, person_id: int, role: Role) -> None:
        """Makes one of the people an owner or a seller, and tells him; twice is once. Raises LastOwner."""
        member, team = await self._locked(supplier_id, person_id)
        if member.role is role:
            return
        _check_owner_remains(team, member)
        await self._books.teams.set_role(person_id, supplier_id, role)
        self._tell(person_id, Notice(News.ROLE_CHANGED, supplier_id, detail=role.value))

    async def remove(self, supplier_id: int, person_id: int) -> None:
        """One of the people sells for the supplier no more, from this moment on, and is told.

        - The last owner stays. Raises LastOwner.
        - Nobody left who can be reached: the time of offers that wait for the supplier stands still.
        """
        member, team = await self._locked(supplier_id, person_id)
        _check_owner_remains(team, member)
        await self._books.teams.leave(person_id, supplier_id)
        if not await self._books.people.has_reachable_seller(supplier_id):
            await self._books.negotiations.freeze(Side.SELLER, supplier_id, self._books.now)
        self._tell(person_id, Notice(News.SELLER_REMOVED, supplier_id))

    async def _locked(self, supplier_id: int, person_id: int) -> tuple[Member, Sequence[Member]]:
        """The people under lock: whoever acts must still be an owner, as of now."""
        await self._books.teams.lock(supplier_id)
        me = await self._books.people.get(self._person.id) or self._person
        await owned(self._books, me, supplier_id, Right.PEOPLE)
        team = await self._books.teams.of(supplier_id)
        return _found(team, person_id), team

    def _tell(self, person_id: int, notice: Notice) -> None:
        """Who acts on himself sees it on his screen."""
        if person_id != self._person.id:
            self._books.post.tell(person_id, notice)


def _found(team: Sequence[Member], person_id: int) -> Member:
    for member in team:
        if member.person_id == person_id:
            return member
    raise NotFound(what="seller")


def _check_owner_remains(team: Sequence[Member], member: Member) -> None:
    owners = [each for each in team if each.role is Role.OWNER]
    if owners == [member]:
        raise LastOwner()
