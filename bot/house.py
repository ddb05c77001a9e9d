"""The composition root: builds every part of the bot and joins them."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache

from aiogram import Bot, Dispatcher

from bot.clock import Clock
from bot.leftovers import Leftovers
from bot.mailbox import DatabaseMailbox
from bot.processing import House, Processor
from bot.receiving import Receiver
from bot.settings import Settings
from delivery.album import Album
from delivery.attempt import Attempt
from delivery.sender import Sender
from delivery.speaker import Speaker
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
    """The running parts of one worker."""

    worker: str
    speaker: Speaker
    sender: Sender
    receiver: Receiver
    clock: Clock
    heartbeat: Heartbeat
    poll_seconds: float


@asynccontextmanager
async def built(settings: Settings, database: Database) -> AsyncIterator[Parts]:
    """Every part, joined; the connections to Telegram are closed at the end."""
    worker = secrets.token_hex(8)
    poll_seconds = SQLITE_POLL_SECONDS if database.is_sqlite else POSTGRESQL_POLL_SECONDS
    async with Speaker(settings.bot_token, f"{settings.telegram_api_url}/bot") as speaker:
        heartbeat = Heartbeat(database, worker)
        mailbox = DatabaseMailbox(database, worker, heartbeat, settings.operator_ids)
        attempt = Attempt(speaker, Album(FileStore(settings.files_url)))
        sender = Sender(mailbox, attempt, poll_seconds)
        house = House(
            database=database,
            dispatcher=dispatcher(),
            bot=Bot(settings.bot_token),
            worker=worker,
            operator_ids=settings.operator_ids,
            default_language=settings.default_language,
        )
        receiver = Receiver(database, Processor(house, sender.take_over), house.bot.id, worker)
        leftovers = [
            Leftovers(database, worker, inbox, receiver.in_hand),
            Leftovers(database, worker, outbox, sender.in_hand),
        ]
        clock = Clock(database, worker, heartbeat, speaker.pace, receiver, sender.take_over, leftovers)
        yield Parts(worker, speaker, sender, receiver, clock, heartbeat, poll_seconds)


@cache
def dispatcher() -> Dispatcher:
    """aiogram's dispatcher with our routers and conversation storage; one a process, it keeps no state."""
    built_dispatcher = Dispatcher(storage=ConversationStorage())
    built_dispatcher.include_routers(*routers())
    return built_dispatcher
