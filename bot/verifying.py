"""Verifying: files that people want compared are fetched beside everything else, and the verdict is told."""

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import structlog
from telegram.error import BadRequest, TelegramError

from delivery.speaker import Speaker
from services.mail import Letter
from services.notices import News, Notice
from services.verifications import Verification
from storage.books import books_at
from storage.database import Connection, Database
from storage.outbox import StoredOutbox
from storage.verifications import StoredVerifications

LOOK_SECONDS: Final = 1.0
AT_ONCE: Final = 5
ATTEMPTS: Final = 4
PAUSE_MS: Final = 2_000

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Verifying:
    """Fetches one file after another; what Telegram does not let us have is told as such."""

    database: Database
    worker: str
    speaker: Speaker
    take_over: Callable[[Sequence[Letter]], None]

    async def run(self) -> None:
        """Looks for files to verify until cancelled."""
        while True:
            try:
                await self._verify_due()
            except Exception:
                _log.exception("files could not be verified")
            await asyncio.sleep(LOOK_SECONDS)

    async def _verify_due(self) -> None:
        for asked in await self.database.run(lambda c: StoredVerifications(c).take(AT_ONCE)):
            try:
                await self._verify(asked)
            except Exception:  # the files behind it wait for nobody
                _log.exception("file not verified", verification=asked.id)

    async def _verify(self, asked: Verification) -> None:
        sha256 = await self._fetched(asked)

        async def work(connection: Connection) -> Sequence[Letter]:
            books = await books_at(connection, f"verification {asked.id}")
            if sha256 is None:
                await books.verifications.try_later(asked, PAUSE_MS << asked.attempts)
            elif await books.verifications.settle(asked):
                books.post.tell(asked.person_id, Notice(News.VERIFIED, asked.id, detail=sha256))
            return await books.send(StoredOutbox(connection, self.worker))

        self.take_over(await self.database.run(work))

    async def _fetched(self, asked: Verification) -> str | None:
        """The file's SHA-256; empty if it cannot be had, None where another attempt may do better."""
        try:
            content = await self.speaker.download(asked.file_id)
        except BadRequest:
            return ""
        except TelegramError as error:
            _log.warning("file not fetched", verification=asked.id, error=type(error).__name__)
            return "" if asked.attempts >= ATTEMPTS else None
        return hashlib.sha256(content).hexdigest()
