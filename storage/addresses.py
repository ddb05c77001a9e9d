"""Address books in the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, delete, select, update

from domain.details import Delivery, PlaceKind
from services.address_book import MOST_ADDRESSES, Entry
from storage.database import Connection
from storage.inserting import own_insert
from storage.moments import to_millis
from storage.plain import Plain
from storage.tables.addresses import addresses

_is_his = addresses.c.person_id == bindparam("owner")
_is_meant = _is_his & (addresses.c.id == bindparam("entry"))
_latest_first = (addresses.c.used_at.desc(), addresses.c.id.desc())
_kept = (
    select(addresses.c.id)
    .where(addresses.c.person_id == bindparam("owner"))
    .order_by(*_latest_first)
    .limit(MOST_ADDRESSES)
)
OF_PERSON: Final = Plain(select(addresses).where(_is_his).order_by(*_latest_first))
GET: Final = Plain(select(addresses).where(_is_meant))
FORGET_OLD: Final = Plain(delete(addresses).where(_is_his, addresses.c.id.not_in(_kept)))
CHANGE: Final = Plain(update(addresses).where(_is_meant))
REMOVE: Final = Plain(delete(addresses).where(_is_meant))
REMOVE_SAME: Final = Plain(
    delete(addresses).where(
        _is_his, addresses.c.address == bindparam("same"), addresses.c.id != bindparam("entry")
    )
)


class StoredAddresses:
    """Fulfils services.address_book.Addresses."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of(self, person_id: int) -> Sequence[Entry]:
        """The person's addresses, the latest used first."""
        rows = await self._connection.execute(OF_PERSON, {"owner": person_id})
        return [_entry(row) for row in rows]

    async def get(self, person_id: int, entry_id: int) -> Entry | None:
        """One of them."""
        found = await self._connection.execute(GET, {"owner": person_id, "entry": entry_id})
        row = found.one_or_none()
        return _entry(row) if row else None

    async def keep(self, person_id: int, delivery: Delivery, now: datetime) -> None:
        """Notes that goods go there; the one longest unused gives way to a new one beyond the most."""
        values = {**_values(delivery), "used_at": to_millis(now)}
        new = own_insert(self._connection, addresses).values(person_id=person_id, **values)
        same = (addresses.c.person_id, addresses.c.address)
        await self._connection.execute(new.on_conflict_do_update(index_elements=same, set_=values))
        await self._connection.execute(FORGET_OLD, {"owner": person_id})

    async def change(self, person_id: int, entry_id: int, delivery: Delivery) -> None:
        """Puts another address in place of an entry; what says the same already becomes one with it."""
        meant = {"owner": person_id, "entry": entry_id}
        await self._connection.execute(REMOVE_SAME, {**meant, "same": delivery.address})
        await self._connection.execute(CHANGE, {**_values(delivery), **meant})

    async def remove(self, person_id: int, entry_id: int) -> None:
        """Forgets an entry."""
        await self._connection.execute(REMOVE, {"owner": person_id, "entry": entry_id})


def _values(delivery: Delivery) -> dict[str, Any]:
    return {
        "address": delivery.address,
        "consignee": delivery.consignee,
        "phone": delivery.phone,
        "country": delivery.country,
        "place": delivery.place.value if delivery.place else None,
    }


def _entry(row: Row[Any]) -> Entry:
    delivery = Delivery(
        row.address, row.consignee, row.phone, row.country, PlaceKind(row.place) if row.place else None
    )
    return Entry(row.id, delivery)
