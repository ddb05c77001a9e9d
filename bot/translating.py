"""Translating: words go out as they are, and once the machine has translated them, a letter adds that."""

import asyncio
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import structlog

from delivery.translator import Translator
from language.foreign import same_figures, target_for
from services.mail import Letter
from services.notices import News, Notice
from storage.books import StoredBooks, books_at
from storage.database import Connection, Database
from storage.outbox import StoredOutbox

MOST_WAITING: Final = 500
AT_ONCE: Final = 4
MOST_LONGER: Final = 6
"""Chinese in Latin letters is three or four times as long; what is longer still is no translation."""
ROOM: Final = 200

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that a person was sent and cannot read, and the notice that brought them."""

    chat_id: int
    notice: Notice
    text: str


class Translating:
    """Asks the machine beside everything else; without a translator, or with too much to do, nobody is asked.

    Nothing waits for it: what it is asked is kept in memory only, and a crash leaves the words as they are.
    """

    def __init__(self, database: Database, worker: str, translator: Translator | None) -> None:
        self._database = database
        self._worker = worker
        self._translator = translator
        self._numbers = itertools.count()
        self._wanted: asyncio.Queue[Wanted] = asyncio.Queue(MOST_WAITING)

    def want(self, wanted: Wanted) -> None:
        """Asks for a translation; returns at once."""
        if self._translator is not None and not self._wanted.full():
            self._wanted.put_nowait(wanted)

    async def run(self, take_over: Callable[[Sequence[Letter]], None]) -> None:
        """Translates what is wanted until cancelled; letters go to `take_over`."""
        if self._translator is not None:
            await asyncio.gather(*(self._work(self._translator, take_over) for _ in range(AT_ONCE)))

    async def _work(self, translator: Translator, take_over: Callable[[Sequence[Letter]], None]) -> None:
        while True:
            wanted = await self._wanted.get()
            try:
                take_over(await self._translated(translator, wanted))
            except Exception:
                _log.exception("translation failed")

    async def _translated(self, translator: Translator, wanted: Wanted) -> Sequence[Letter]:
        target, known = await self._database.run(lambda c: _known(c, wanted))
        if target is None or known == "":
            return []
        made = known or await translator.translate(wanted.text, target)
        if made is None:
            return []
        usable = made if _is_usable(wanted.text, made) else ""

        async def keep(connection: Connection) -> Sequence[Letter]:
            """One that is of no use is kept as such, so that nobody asks again."""
            books = await books_at(connection, f"translation {self._worker}-{next(self._numbers)}")
            await books.translations.keep(wanted.text, target, usable)
            return await self._told(books, wanted) if usable else []

        return await self._database.run(keep)

    async def _told(self, books: StoredBooks, wanted: Wanted) -> Sequence[Letter]:
        books.post.tell(wanted.chat_id, replace(wanted.notice, news=News.TRANSLATED))
        return await books.send(StoredOutbox(books.connection, self._worker))


async def _known(connection: Connection, wanted: Wanted) -> tuple[str | None, str | None]:
    """The language to translate to, and what was made of the words before."""
    books = await books_at(connection, "translation")
    person = await books.people.get(wanted.chat_id)
    target = target_for(wanted.text, person.language) if person else None
    return target, await books.translations.find(wanted.text, target) if target else None


def _is_usable(text: str, translation: str) -> bool:
    """Figures never pass through a translation: where one is missing or new, nothing of it is shown."""
    is_sane = 0 < len(translation) <= MOST_LONGER * len(text) + ROOM
    return is_sane and same_figures(text, translation)
