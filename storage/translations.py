"""Machine translations in the database, so that nothing is asked twice."""

import hashlib

from sqlalchemy import bindparam, select

from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import now_millis
from storage.plain import Plain
from storage.tables.talk import translations

_FIND = Plain(select(translations.c.translation).where(translations.c.digest == bindparam("digest")))


class StoredTranslations:
    """Fulfils services.talk_books.Translations."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def find(self, text: str, target: str) -> str | None:
        """The translation into a language; empty if it made nothing of use, None if it was not asked."""
        found = await self._connection.execute(_FIND, {"digest": _digest(text, target)})
        kept: str | None = found.scalar_one_or_none()
        return kept

    async def keep(self, text: str, target: str, translation: str) -> None:
        """Keeps what it made; twice is once."""
        kept = insert_if_new(self._connection, translations).values(
            digest=_digest(text, target), translation=translation, at=now_millis()
        )
        await self._connection.execute(kept)


def _digest(text: str, target: str) -> str:
    return hashlib.sha256(f"{target}\n{text}".encode()).hexdigest()
