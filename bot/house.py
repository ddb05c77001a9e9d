"""The composition root: builds every part of the bot and joins them."""

import secrets
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from aiogram import Bot, Dispatcher

from bot.archive import Archive
from bot.clock import Clock, Hands
from bot.condition import Condition
from bot.fetching import Fetching
from bot.leftovers import Leftovers
from bot.mailbox import DatabaseMailbox
from bot.own_copies import OwnCopies
from bot.processing import House, Processor
from bot.receiving import Receiver
from bot.settings import Settings
from bot.taking_in import TakingIn
from bot.translating import Translating
from bot.troubles import Troubles
from bot.verifying import Verifying
from bot.vitals import Part, Vitals
from bot.watch import Watch
from delivery.album import Album
from delivery.attempt import Attempt
from delivery.printer import Printer
from delivery.sender import Sender
from delivery.speaker import Speaker
from delivery.translator import Translator
from handlers import routers
from storage.conversations import ConversationStorage
from storage.database import Database
from storage.files import FileStore
from storage.tables.post import inbox, outbox
from storage.workers import Heartbeat

SQLITE_POLL_SECONDS = 0.5
POSTGRESQL_POLL_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class Parts:
    """The running parts of one worker; `helpers` are loops beside the rest that nothing waits for."""

    worker: str
    speaker: Speaker
    sender: Sender
    receiver: Receiver
    clock: Clock
    heartbeat: Heartbeat
    condition: Condition
    poll_seconds: float
    helpers: Sequence[Callable[[], Coroutine[Any, Any, None]]] = ()


@asynccontextmanager
async def built(settings: Settings, database: Database) -> AsyncIterator[Parts]:
    """Every part, joined; the connections to Telegram are closed at the end."""
    worker, operators = secrets.token_hex(8), settings.operator_ids
    poll_seconds = SQLITE_POLL_SECONDS if database.is_sqlite else POSTGRESQL_POLL_SECONDS
    condition = Condition(Vitals(parts_of(settings)), Troubles())
    url, note_token = f"{settings.telegram_api_url}/bot", condition.troubles.note_token
    speaking = Speaker(settings.bot_token, url, note_token=note_token)
    async with speaking as speaker, _translator(settings) as translator:
        heartbeat = Heartbeat(database, worker)
        store = FileStore(settings.files_url)
        translating = Translating(database, worker, translator)
        mailbox = DatabaseMailbox(database, worker, heartbeat, operators, condition.vitals, translating)
        archive = Archive(database, store, Printer(), speaker, worker, operators)
        album = Album(OwnCopies(database, store), archive)
        attempt = Attempt(speaker, album, settings.payment_provider_token)
        sender = Sender(mailbox, attempt, poll_seconds)
        house = _house(settings, database, worker)
        receiver = Receiver(database, Processor(house, sender.take_over), house.bot.id, worker)
        leftovers = [
            Leftovers(database, worker, inbox, receiver.in_hand),
            Leftovers(database, worker, outbox, sender.in_hand),
        ]
        watch = Watch(database, worker, operators, condition.troubles, sender.take_over)
        hands = Hands(speaker.pace, receiver, sender.take_over, leftovers, watch)
        clock = Clock(database, worker, heartbeat, hands, condition.vitals)
        helpers = (
            partial(translating.run, sender.take_over),
            Fetching(database, speaker, store).run,
            partial(TakingIn(database, worker, speaker, store).run, sender.take_over),
            Verifying(database, worker, speaker, sender.take_over).run,
        )
        yield Parts(worker, speaker, sender, receiver, clock, heartbeat, condition, poll_seconds, helpers)


@asynccontextmanager
async def _translator(settings: Settings) -> AsyncIterator[Translator | None]:
    if not settings.translate_url:
        yield None
        return
    async with Translator(settings.translate_url, settings.translate_key) as translator:
        yield translator


def parts_of(settings: Settings) -> list[Part]:
    """What must live in this worker; behind a webhook nobody polls."""
    return [part for part in Part if part is not Part.POLLING or not settings.webhook_url]


def _house(settings: Settings, database: Database, worker: str) -> House:
    return House(
        database=database,
        dispatcher=dispatcher(),
        bot=Bot(settings.bot_token),
        worker=worker,
        operator_ids=settings.operator_ids,
        default_language=settings.default_language,
        takes_cards=bool(settings.payment_provider_token),
    )


@cache
def dispatcher() -> Dispatcher:
    """aiogram's dispatcher with our routers and conversation storage; one a process, it keeps no state."""
    built_dispatcher = Dispatcher(storage=ConversationStorage())
    built_dispatcher.include_routers(*routers())
    return built_dispatcher
