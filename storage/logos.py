"""Logos that people sent for customization, by Telegram's lasting name of the file."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from services.keeping_logos import Logo
from storage.connection import Connection
from storage.inserting import insert_if_new
from storage.moments import to_millis
from storage.plain import Plain
from storage.tables.catalogue import logos

FILE: Final = Plain(select(logos.c.file_id).where(logos.c.name == bindparam("name")))


class StoredLogos:
    """Fulfils services.keeping_logos.Logos."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def keep(self, logo: Logo, person_id: int, now: datetime) -> None:
        """Keeps a logo; the same file twice is once."""
        values = {"name": logo.name, "file_id": logo.file_id, "sent_by": person_id, "sent_at": to_millis(now)}
        await self._connection.execute(insert_if_new(self._connection, logos), values)

    async def file_id(self, name: str) -> str | None:
        """By which id Telegram sends the file."""
        found: str | None = (await self._connection.execute(FILE, {"name": name})).scalar_one_or_none()
        return found
