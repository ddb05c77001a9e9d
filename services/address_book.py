"""A person's address book: where goods were sent to before, to be offered again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from domain.details import Delivery
from domain.people import Person
from services.refusals import NotFound

MOST_ADDRESSES: Final = 20
"""So many are kept for each person; the one longest unused gives way."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept address, under its number."""

    id: int
    delivery: Delivery


class Addresses(Protocol):
    """The address books of all; an entry is only ever its owner's to see or change."""

    async def of(self, person_id: int) -> Sequence[Entry]:
        """The person's addresses, the latest used first; MOST_ADDRESSES at most."""

    async def get(self, person_id: int, entry_id: int) -> Entry | None:
        """One of them."""

    async def keep(self, person_id: int, delivery: Delivery, now: datetime) -> None:
        """Notes that goods go there; the same words are the same entry."""

    async def change(self, person_id: int, entry_id: int, delivery: Delivery) -> None:
        """Puts another address in place of an entry."""

    async def remove(self, person_id: int, entry_id: int) -> None:
        """Forgets an entry."""


class AddressBook:
    """The addresses of one person, within one transaction."""

    def __init__(self, addresses: Addresses, person: Person) -> None:
        self._addresses = addresses
        self._person = person

    async def entries(self) -> Sequence[Entry]:
        """All of them, the latest used first."""
        return await self._addresses.of(self._person.id)

    async def entry(self, entry_id: int) -> Entry:
        """One of them. Raises NotFound, for those of other people too."""
        found = await self._addresses.get(self._person.id, entry_id)
        if found is None:
            raise NotFound(what="address")
        return found

    async def change(self, entry_id: int, delivery: Delivery) -> Entry:
        """Puts another address in its place; orders already made keep theirs. Raises NotFound."""
        found = await self.entry(entry_id)
        await self._addresses.change(self._person.id, found.id, delivery)
        return Entry(found.id, delivery)

    async def remove(self, entry_id: int) -> None:
        """Forgets an entry. Raises NotFound."""
        await self._addresses.remove(self._person.id, (await self.entry(entry_id)).id)
