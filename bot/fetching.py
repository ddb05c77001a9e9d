"""Fetching: each file that was sent is copied to our own store, beside everything else."""

import asyncio
from dataclasses import dataclass
from typing import Final

import structlog
from telegram.error import BadRequest, TelegramError

from delivery.speaker import Speaker
from storage import copies
from storage.copies import Awaited, Copied
from storage.database import Connection, Database
from storage.files import FileStore

LOOK_SECONDS: Final = 2.0
AT_ONCE: Final = 5
ATTEMPTS: Final = 6
PAUSE_MS: Final = 5_000

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Fetching:
    """Copies files one after another; a refusal of Telegram's is final, anything else is tried again."""

    database: Database
    speaker: Speaker
    store: FileStore

    async def run(self) -> None:
        """Looks for files to copy until cancelled."""
        while True:
            try:
                await self._fetch_due()
            except Exception:
                _log.exception("files could not be fetched")
            await asyncio.sleep(LOOK_SECONDS)

    async def _fetch_due(self) -> None:
        for file in await self.database.run(lambda c: copies.take(c, AT_ONCE)):
            try:
                await self._note(file, await self._copied(file))
            except Exception:  # the files behind it wait for nobody
                _log.exception("file not kept", file=file.unique_id)

    async def _note(self, file: Awaited, copied: Copied | None) -> None:
        async def work(connection: Connection) -> None:
            if copied is None:
                await copies.try_later(connection, file.unique_id, PAUSE_MS << file.attempts)
            else:
                await copies.settle(connection, copied)

        await self.database.run(work)

    async def _copied(self, file: Awaited) -> Copied | None:
        """What became of it; None where another attempt may do better."""
        try:
            content = await self.speaker.download(file.file_id)
        except BadRequest:
            return Copied(file.unique_id, problem="refused")
        except TelegramError as error:
            _log.warning("file not fetched", file=file.unique_id, error=type(error).__name__)
            is_last = file.attempts >= ATTEMPTS
            return Copied(file.unique_id, problem="unavailable") if is_last else None
        key = await self.store.put(content)
        return Copied(file.unique_id, key=key, size=len(content))
