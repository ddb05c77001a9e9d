"""What an operator oversees: how the bot does, what there is on the market, and its suppliers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from domain.application import Application
from domain.catalogue import Supplier
from domain.people import Person
from domain.policy import Role
from services.market_books import Overview
from services.ports import Books
from services.refusals import NotFound
from services.team_books import Invitation
from services.teaming import new_payload

VALIDITY: Final = timedelta(hours=24)
MOST_FOUND: Final = 8


@dataclass(frozen=True, slots=True)
class Company:
    """A supplier, how many own and sell for it, and its last application."""

    supplier: Supplier
    owners: int
    sales: int
    application: Application | None = None


class Overseeing:
    """What one operator sees, within one transaction. To others all of it raises NotFound."""

    def __init__(self, books: Books, person: Person) -> None:
        if not person.is_operator:
            raise NotFound(what="button")
        self._books = books
        self._person = person

    async def overview(self) -> Overview:
        """How all of it does now."""
        return await self._books.market.overview()

    async def found(self, words: str) -> Sequence[Supplier]:
        """Suppliers with these words in either name; one more than MOST_FOUND tells that there are more."""
        return await self._books.market.suppliers_like(words, MOST_FOUND + 1)

    async def company(self, supplier_id: int) -> Company:
        """A supplier. Raises NotFound."""
        supplier = await self._books.catalogue.supplier(supplier_id)
        if supplier is None:
            raise NotFound(what="supplier")
        roles = [member.role for member in await self._books.teams.of(supplier_id)]
        latest = await self._books.applications.latest(supplier_id)
        return Company(supplier, roles.count(Role.OWNER), roles.count(Role.SALES), latest)

    async def invite(self, supplier_id: int, role: Role) -> tuple[Supplier, Invitation]:
        """A link of the platform's, which serves one person for VALIDITY."""
        company = await self.company(supplier_id)
        invitation = Invitation(new_payload(), supplier_id, self._books.now + VALIDITY, role)
        await self._books.teams.invite(invitation)
        return company.supplier, invitation
