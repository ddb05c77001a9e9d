"""Logos that people sent for customization, by Telegram's lasting name of the file."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from services.keeping_logos import Logo
from services.said import File, Kind
from storage.connection import Connection
from storage.inserting import insert_if_new
from storage.moments import to_millis
from storage.plain import Plain
from storage.tables.catalogue import logos

BY_NAME: Final = Plain(select(logos).where(logos.c.name == bindparam("name")))


class StoredLogos:
    """Fulfils services.keeping_logos.Logos."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def keep(self, logo: Logo, person_id: int, now: datetime) -> None:
        """Keeps a logo; the same file twice is once."""
        values = {
            "name": logo.name,
            "kind": logo.kind.value,
            "file_id": logo.file.id,
            "file_name": logo.file.name,
            "sent_by": person_id,
            "sent_at": to_millis(now),
        }
        await self._connection.execute(insert_if_new(self._connection, logos), values)

    async def get(self, name: str) -> Logo | None:
        """The logo of this name."""
        row = (await self._connection.execute(BY_NAME, {"name": name})).one_or_none()
        return Logo(Kind(row.kind), File(row.file_id, row.name, name=row.file_name)) if row else None
