"""Products that a person put side by side, in the database."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from storage.among import among
from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import to_millis
from storage.plain import Plain
from storage.tables.comparing import compared

_is_his = compared.c.person_id == bindparam("person_id")
OF_PERSON = Plain(
    select(compared.c.product_id).where(_is_his).order_by(compared.c.added_at, compared.c.product_id)
)
REMOVE = Plain(delete(compared).where(_is_his, among(compared.c.product_id, "ids")))


class StoredCompared:
    """Fulfils services.comparing.keeping.Compared."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, person_id: int, product_id: int, now: datetime) -> None:
        """Puts a product beside the others; twice is once."""
        values = {"person_id": person_id, "product_id": product_id, "added_at": to_millis(now)}
        await self._connection.execute(insert_if_new(self._connection, compared), values)

    async def of(self, person_id: int) -> Sequence[int]:
        """The products, in the order in which they were added."""
        return (await self._connection.execute(OF_PERSON, {"person_id": person_id})).scalars().all()

    async def remove(self, person_id: int, product_ids: Sequence[int]) -> None:
        """Takes these away."""
        await self._connection.execute(REMOVE, {"person_id": person_id, "ids": product_ids})
