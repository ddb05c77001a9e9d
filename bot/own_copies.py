"""Our own copies of people's files, for when Telegram no longer knows them by the ids it gave us."""

from dataclasses import dataclass

from services.pictures import COPY_MARK
from storage.copies import copy_of
from storage.database import Database
from storage.files import FileStore, UnknownFile


@dataclass(frozen=True, slots=True)
class OwnCopies:
    """Fulfils services.pictures.Pictures: kept files by their key, copies by the lasting name of the file."""

    database: Database
    store: FileStore

    async def read(self, key: str) -> bytes:
        """The file's bytes. Raises UnknownFile."""
        if not key.startswith(COPY_MARK):
            return await self.store.read(key)
        found = await self.database.run(lambda c: copy_of(c, key.removeprefix(COPY_MARK)))
        if found is None or not found.key:
            raise UnknownFile(key=key)
        return await self.store.read(found.key)
