"""Persons in the database, and whom they sell for."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from domain.people import Language, Person
from domain.policy import Role
from storage.among import among
from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import to_millis
from storage.plain import Plain
from storage.tables.people import memberships, persons

PERSON = Plain(
    select(
        persons.c.id,
        persons.c.language,
        persons.c.reachable,
        memberships.c.supplier_id,
        memberships.c.role,
    )
    .outerjoin(memberships, memberships.c.person_id == persons.c.id)
    .where(persons.c.id == bindparam("id"))
)
SELLERS = Plain(select(memberships.c.person_id).where(memberships.c.supplier_id == bindparam("supplier_id")))

REACHABLE_SELLER = Plain(
    select(persons.c.id)
    .join(memberships, memberships.c.person_id == persons.c.id)
    .where(memberships.c.supplier_id == bindparam("supplier_id"), persons.c.reachable)
    .limit(1)
)
REACHABLE_SUPPLIERS = Plain(
    select(memberships.c.supplier_id)
    .join(persons, persons.c.id == memberships.c.person_id)
    .where(among(memberships.c.supplier_id, "ids"), persons.c.reachable)
    .distinct()
)


class StoredPeople:
    """Fulfils services.ports.People."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, person_id: int) -> Person | None:
        """The person, or None for somebody new."""
        return person_of((await self._connection.execute(PERSON, {"id": person_id})).all())

    async def add(self, person: Person, now: datetime) -> None:
        """Keeps a new person; somebody known stays as he is."""
        values = {
            "id": person.id,
            "language": person.language.value,
            "reachable": True,
            "since": to_millis(now),
        }
        await self._connection.execute(insert_if_new(self._connection, persons), values)

    async def set_language(self, person_id: int, language: Language) -> None:
        """Changes the language a person reads."""
        await self._connection.execute(
            update(persons).where(persons.c.id == person_id).values(language=language.value)
        )

    async def set_reachable(self, person_id: int, reachable: bool) -> bool:
        """Notes that a person blocked us, or came back; returns whether that is news."""
        other = (persons.c.id == person_id) & (persons.c.reachable != reachable)
        changed = await self._connection.execute(update(persons).where(other).values(reachable=reachable))
        return changed.rowcount == 1

    async def sellers(self, supplier_id: int) -> Sequence[int]:
        """Ids of the people who sell for the supplier."""
        return (await self._connection.execute(SELLERS, {"supplier_id": supplier_id})).scalars().all()

    async def has_reachable_seller(self, supplier_id: int) -> bool:
        """Whether anybody who sells for the supplier can be reached."""
        found = await self._connection.execute(REACHABLE_SELLER, {"supplier_id": supplier_id})
        return found.first() is not None

    async def reachable_suppliers(self, supplier_ids: Sequence[int]) -> frozenset[int]:
        """Which of these suppliers have somebody who sells for them and can be reached."""
        found = await self._connection.execute(REACHABLE_SUPPLIERS, {"ids": supplier_ids})
        return frozenset(found.scalars())


def person_of(rows: Iterable[Any]) -> Person | None:
    """A person from his rows, one for each supplier he sells for."""
    found = list(rows)
    if not found:
        return None
    first = found[0]
    return Person(
        first.id,
        Language(first.language),
        frozenset(row.supplier_id for row in found if row.supplier_id is not None),
        is_reachable=first.reachable,
        owned_ids=frozenset(row.supplier_id for row in found if row.role == Role.OWNER.value),
    )
