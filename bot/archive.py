"""The archive of agreements: each is made once, outside any transaction, and kept as it was made."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

import structlog

from bot.binding import KIND as CASE_FILE
from bot.binding import Binding
from bot.mailbox import raise_alarm
from delivery.printer import NotMade, Printer
from delivery.speaker import Speaker
from services.agreements import Agreement, token_of
from storage.books import StoredBooks, books_at
from storage.database import Connection, Database
from storage.files import FileStore, UnknownFile
from storage.outbox import StoredOutbox
from storage.tables.post import outbox
from storage.workers import let_go
from views.screen import Made

KIND: Final = "agreement"
SUFFIX: Final = "pdf"

_log = structlog.get_logger()


@dataclass(slots=True)
class Archive:
    """Has files made, and keeps those of agreements: whoever asks for one again gets the very same bytes."""

    database: Database
    store: FileStore
    printer: Printer
    speaker: Speaker
    worker: str
    operator_ids: frozenset[int]
    _username: str = field(default="", init=False)

    async def make(self, made: Made) -> bytes:
        """The bytes of the file. Raises NotMade, and telegram.error.TelegramError as any call may."""
        if made.kind == CASE_FILE:
            return await Binding(self.database, self.store, self.printer).make(made)
        if made.kind != KIND:
            return await self.printer.make(made)
        order_id, revision = made.data["order_id"], made.data["revision"]
        kept = await self._books(lambda books: books.agreements.of(order_id, revision))
        content = await self._read(kept) if kept else None
        return content or await self._made(made)

    async def _made(self, made: Made) -> bytes:
        """Made anew it must be what was recorded: nobody shall hold a file that we call forged."""
        link = f"https://t.me/{await self._bot()}?start={token_of(made.data['seal'])}"
        content = await self.printer.make(Made(made.kind, made.name, {**made.data, "link": link}))
        key = await self.store.put(content, SUFFIX)
        new = _agreement(made.data, key.partition(".")[0])
        standing = await self._books(lambda books: books.agreements.keep(new, books.now))
        if standing.sha256 == new.sha256:
            return content
        earlier = await self._read(standing)
        if earlier is None:
            _log.error("agreement differs from its record", order=new.order_id, revision=new.revision)
            await self._books(partial(self._alarm, order_id=new.order_id))
            raise NotMade(kind=made.kind)
        return earlier

    async def _read(self, agreement: Agreement) -> bytes | None:
        try:
            return await self.store.read(f"{agreement.sha256}.{SUFFIX}")
        except UnknownFile:
            return None

    async def _alarm(self, books: StoredBooks, order_id: int) -> None:
        """Tells the operators, by a letter that lies ready for whoever sends next."""
        raise_alarm(books, self.operator_ids, "agreement", order_id)
        letters = await books.send(StoredOutbox(books.connection, self.worker))
        await let_go(books.connection, outbox, self.worker, {letter.id for letter in letters})

    async def _bot(self) -> str:
        """The bot's own name, asked once."""
        if not self._username:
            answer = await self.speaker.call("getMe", {})
            self._username = str(answer["username"]) if isinstance(answer, dict) else ""
        return self._username

    async def _books(self, work: Callable[[StoredBooks], Awaitable[Any]]) -> Any:
        async def done(connection: Connection) -> Any:
            return await work(await books_at(connection, f"archive {secrets.token_hex(8)}"))

        return await self.database.run(done)


def _agreement(data: dict[str, Any], sha256: str) -> Agreement:
    return Agreement(
        order_id=data["order_id"],
        revision=data["revision"],
        sha256=sha256,
        seal=data["seal"],
        confirmed_at=datetime.fromtimestamp(data["at"], UTC),
    )
