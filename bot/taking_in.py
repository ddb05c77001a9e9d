"""Taking in: sellers' files are fetched, checked in a child process and, once wanted, imported whole."""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import structlog
from telegram.error import BadRequest, TelegramError

from bot.checking_files import checked
from delivery.speaker import Speaker
from services.fail_points import OF_FILES, reach
from services.mail import Letter
from services.notices import News, Notice
from services.product_files import FileReport, FileStatus, ProductFile
from storage.books import books_at
from storage.database import Connection, Database
from storage.files import FileStore
from storage.outbox import StoredOutbox
from storage.product_file_import import compared, imported
from storage.product_files import StoredProductFiles, Taken

LOOK_SECONDS: Final = 1.0
AT_ONCE: Final = 1
ATTEMPTS: Final = 5
PAUSE_MS: Final = 2_000

_log = structlog.get_logger()

TakeOver = Callable[[Sequence[Letter]], None]


@dataclass(frozen=True, slots=True)
class TakingIn:
    """Reads and imports files one after another; what a crash interrupts is taken up again from its row."""

    database: Database
    worker: str
    speaker: Speaker
    store: FileStore

    async def run(self, take_over: TakeOver) -> None:
        """Looks for files until cancelled; letters go to `take_over`."""
        while True:
            try:
                for taken in await self.database.run(self._take):
                    take_over(await self._taken_in(taken))
            except Exception:
                _log.exception("files could not be taken in")
            await asyncio.sleep(LOOK_SECONDS)

    async def _take(self, connection: Connection) -> Sequence[Taken]:
        return await StoredProductFiles(connection).take(self.worker, AT_ONCE)

    async def _taken_in(self, taken: Taken) -> Sequence[Letter]:
        work = self._read if taken.file.status is FileStatus.READING else self._imported
        try:
            return await work(taken.file)
        except BadRequest:  # Telegram does not let us have it
            return await self._settled(taken.file, FileStatus.FAILED, FileReport())
        except Exception as error:
            _log.warning("file not taken in", file=taken.file.id, error=type(error).__name__)
            if not isinstance(error, TelegramError):
                _log.exception("file not taken in")
        if taken.attempts >= ATTEMPTS:
            return await self._settled(taken.file, FileStatus.FAILED, taken.file.report)
        wait = PAUSE_MS << taken.attempts
        await self.database.run(lambda c: StoredProductFiles(c).try_later(taken.file.id, wait))
        return []

    async def _read(self, file: ProductFile) -> Sequence[Letter]:
        report, listings = await self._checked(file)
        if not listings:
            return await self._settled(file, FileStatus.REFUSED, report)
        key = await self.store.put(listings)

        async def work(connection: Connection) -> FileReport:
            return await compared(connection, replace(file, report=report), listings)

        return await self._settled(file, FileStatus.READY, await self.database.run(work), key)

    async def _checked(self, file: ProductFile) -> tuple[FileReport, bytes]:
        names = await self.database.run(lambda connection: _names(connection, file.supplier_id))
        content = await self.speaker.download(file.file_id)
        with tempfile.TemporaryDirectory(prefix="yijia-file-") as folder:
            path = Path(folder) / "catalogue"
            await asyncio.to_thread(path.write_bytes, content)
            del content
            return await checked(path, names)

    async def _imported(self, file: ProductFile) -> Sequence[Letter]:
        """All of it and the word of it in one transaction, unless somebody was faster."""
        listings = await self.store.read(file.listings)

        async def work(connection: Connection) -> Sequence[Letter]:
            books = await books_at(connection, f"file {file.id} {FileStatus.IMPORTED}")
            current = await books.product_files.get_for_update(file.id)
            if current is None or current.status is not FileStatus.WANTED:
                return []
            report = await imported(connection, current, listings, books.now)
            reach(OF_FILES)
            await books.product_files.settle(file.id, FileStatus.IMPORTED, report, file.listings)
            books.post.tell(file.person_id, Notice(News.PRODUCT_FILE, file.id))
            return await books.send(StoredOutbox(connection, self.worker))

        return await self.database.run(work)

    async def _settled(
        self, file: ProductFile, status: FileStatus, report: FileReport, listings: str = ""
    ) -> Sequence[Letter]:
        """Written once, unless it stands elsewhere by now; the sender is told."""

        async def work(connection: Connection) -> Sequence[Letter]:
            books = await books_at(connection, f"file {file.id} {status}")
            current = await books.product_files.get_for_update(file.id)
            if current is None or current.status is not file.status:
                return []
            await books.product_files.settle(file.id, status, report, listings)
            books.post.tell(file.person_id, Notice(News.PRODUCT_FILE, file.id))
            return await books.send(StoredOutbox(connection, self.worker))

        return await self.database.run(work)


async def _names(connection: Connection, supplier_id: int) -> list[str]:
    supplier = await (await books_at(connection, "file")).catalogue.supplier(supplier_id)
    return [name for name in (supplier.name, supplier.name_zh) if name] if supplier else []
