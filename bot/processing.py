"""Processing: each update of the inbox is handled in one transaction that holds its whole effect."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update

from bot.answering import Addressed, EffectRefused, addressed, event_of, is_heard_in_private, sender_of
from bot.mailbox import raise_alarm
from bot.metrics import UPDATES
from bot.parsing import parse_update
from domain.people import Language
from handlers.desk import Desk, Reply
from language.telegram_code import language_of
from services.arriving import arrive, speak_up
from services.fail_points import reach
from services.mail import Letter, person_in
from services.notices import News, Notice
from storage import conversations
from storage.books import StoredBooks, books_at
from storage.database import Connection, Database
from storage.inbox import Inbox, StoredUpdate
from storage.moments import to_moment
from storage.outbox import StoredOutbox

_log = structlog.get_logger()

TakeOver = Callable[[Sequence[Letter]], None]


@dataclass(frozen=True, slots=True)
class House:
    """What processing works with; `operator_ids` are Telegram ids, `worker` names this process."""

    database: Database
    dispatcher: Dispatcher
    bot: Bot
    worker: str
    operator_ids: frozenset[int]
    default_language: Language
    takes_cards: bool = False


class Processor:
    """Handles updates that this worker holds; letters go to `take_over` after the commit."""

    def __init__(self, house: House, take_over: TakeOver) -> None:
        self._house = house
        self._take_over = take_over

    async def process(self, stored: StoredUpdate) -> None:
        """Handles one update to its end: done, put back for later, or among the dead with an alarm."""
        try:
            update = parse_update(stored.body, self._house.bot)
        except ValueError:
            _log.warning("update unreadable", update=stored.update_id)
            return await self._fail(stored, for_good=True)
        try:
            letters = await self._handled(stored, update)
        except Exception:
            _log.exception("update failed", update=stored.update_id, attempts=stored.attempts)
            return await self._fail(stored, for_good=False)
        reach("update.after_commit")
        UPDATES.labels(outcome="done").inc()
        self._take_over(letters)

    async def _handled(self, stored: StoredUpdate, update: Update) -> list[Letter]:
        """The effect in one transaction; a refusal undoes all of it and leaves only its answer."""

        async def reply(books: StoredBooks) -> Addressed | None:
            return await self._reply(books, update)

        async def only_say(_books: StoredBooks) -> Addressed | None:
            return refusal

        try:
            return await self._house.database.run(lambda c: self._effect(c, stored, reply))
        except EffectRefused as refused:
            refusal = refused.answer
        return await self._house.database.run(lambda c: self._effect(c, stored, only_say))

    async def _effect(
        self,
        connection: Connection,
        stored: StoredUpdate,
        answered: Callable[[StoredBooks], Awaitable[Addressed | None]],
    ) -> list[Letter]:
        inbox = Inbox(connection, self._house.bot.id, self._house.worker)
        now = await inbox.take(stored.id)
        if now is None:
            await inbox.release(stored.id)
            return []
        books = StoredBooks(connection, to_moment(now), _cause(stored), self._house.operator_ids)
        answer = await answered(books)
        outbox = StoredOutbox(connection, self._house.worker)
        own = [(answer.chat_id, answer.reply.to_body())] if answer else []
        letters = await books.send(outbox, *own)
        reach("update.before_commit")
        return letters

    async def _reply(self, books: StoredBooks, update: Update) -> Addressed | None:
        event = event_of(update)
        sender = sender_of(event)
        if sender is None:
            return None
        place = await conversations.conversation_of(books.connection, sender.id)
        conversations.current.set(place)
        language = language_of(sender.language_code, self._house.default_language)
        person = await arrive(books, sender.id, language, sender.id in self._house.operator_ids)
        if is_heard_in_private(event, sender.id):
            await speak_up(books, person)
        desk = Desk(books, person, self._house.takes_cards, self._house.operator_ids)
        reply = await self._house.dispatcher.feed_update(self._house.bot, update, desk=desk)
        if not isinstance(reply, Reply):
            await place.save(books.connection)
            return None
        answer = addressed(event, reply, sender.id)
        if reply.is_refusal:
            raise EffectRefused(answer)
        await place.save(books.connection)
        return answer

    async def _fail(self, stored: StoredUpdate, *, for_good: bool) -> None:
        async def work(connection: Connection) -> list[Letter]:
            inbox = Inbox(connection, self._house.bot.id, self._house.worker)
            if not await inbox.fail(stored, for_good=for_good):
                # If it was done after all and only the answer lost, later letters must not overtake these.
                return await StoredOutbox(connection, self._house.worker).written_for(_cause(stored))
            books = await books_at(connection, _cause(stored))
            if stored.lane:
                books.post.tell(person_in(stored.lane), Notice(News.UPDATE_FAILED))
            raise_alarm(books, self._house.operator_ids, "update", stored.id)
            UPDATES.labels(outcome="dead").inc()
            return await books.send(StoredOutbox(connection, self._house.worker))

        self._take_over(await self._house.database.run(work))


def _cause(stored: StoredUpdate) -> str:
    return f"update {stored.update_id}"
