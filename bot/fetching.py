"""Fetching: each file that was sent is copied to our own store and examined, beside everything else."""

import asyncio
from dataclasses import dataclass
from typing import Final

import structlog
from telegram.error import BadRequest, TelegramError

from bot.examining import Examined, examined
from delivery.outcome import Ambiguous
from delivery.speaker import Speaker
from services.fail_points import OF_COPIES, reach
from storage import copies
from storage.copies import Awaited, Copied
from storage.database import Database
from storage.files import FileStore

LOOK_SECONDS: Final = 2.0
AT_ONCE: Final = 5
ATTEMPTS: Final = 6
PAUSE_MS: Final = 5_000
SUFFIX: Final = "jpg"

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Fetching:
    """Copies a few files at a time; a refusal of Telegram's is final, anything else is tried again."""

    database: Database
    speaker: Speaker
    store: FileStore

    async def run(self) -> None:
        """Looks for files to copy until cancelled; it rests once none is due."""
        while True:
            try:
                while await self._fetch_due():
                    pass
            except Exception:
                _log.exception("files could not be fetched")
            await asyncio.sleep(LOOK_SECONDS)

    async def _fetch_due(self) -> bool:
        """Whether there may be more."""
        due = await self.database.run(lambda c: copies.take(c, AT_ONCE))
        contents = await asyncio.gather(*(self._downloaded(file) for file in due))
        got = [(file, found) for file, found in zip(due, contents, strict=True) if found is not None]
        for (file, content), known in zip(got, await examined([found for _, found in got]), strict=True):
            try:
                await self._keep(file, content, known)
            except Exception:  # the files behind it wait for nobody
                _log.exception("file not kept", file=file.unique_id)
        return len(due) == AT_ONCE

    async def _downloaded(self, file: Awaited) -> bytes | None:
        """The content; without one it is noted why, or when to try again."""
        try:
            content = await self.speaker.download(file.file_id)
            if len(content) < file.size:
                raise Ambiguous("the file was cut short")
            reach(OF_COPIES)
            return content
        except BadRequest:
            await self._note(Copied(file.unique_id, problem="refused"))
        except TelegramError as error:
            _log.warning("file not fetched", file=file.unique_id, error=type(error).__name__)
            await self._failed(file)
        return None

    async def _failed(self, file: Awaited) -> None:
        if file.attempts >= ATTEMPTS:
            await self._note(Copied(file.unique_id, problem="unavailable"))
            return
        wait_ms = PAUSE_MS << file.attempts
        await self.database.run(lambda c: copies.try_later(c, file.unique_id, wait_ms))

    async def _keep(self, file: Awaited, content: bytes, known: Examined) -> None:
        key = await self.store.put(content)
        preview = await self.store.put(known.preview, SUFFIX) if known.preview else ""
        copied = Copied(file.unique_id, key, len(content), known.type, preview, known.likeness, known.flaw)
        await self._note(copied)

    async def _note(self, copied: Copied) -> None:
        await self.database.run(lambda c: copies.settle(c, copied))
