"""Running: start, serve until told to stop, finish what is in hand."""

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import structlog

from bot import memory
from bot.house import Parts, built
from bot.polling import Poller
from bot.settings import Settings
from bot.telegram_setup import keep_webhook, leave_webhook, set_commands
from bot.web import Health, serving
from bot.webhook import Webhook
from storage.belonging import belong_to
from storage.database import Database, open_database
from storage.migrating import migrate
from storage.single import only_process
from storage.workers import ALIVE_SECONDS, Duty

FINISH_SECONDS = 15.0

_log = structlog.get_logger()


async def run(settings: Settings) -> None:
    """Runs one worker until SIGTERM or SIGINT; raises if the database belongs to another bot."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with at_work(settings):
        memory.settle()
        _log.info("ready")
        await stop.wait()
        _log.info("stopping")


@asynccontextmanager
async def at_work(settings: Settings) -> AsyncIterator[Parts]:
    """One worker at work until the end of the block. Raises ForeignDatabase or AlreadyServed."""
    with only_process(settings.database_url):
        async with open_database(settings.database_url, idle_seconds=ALIVE_SECONDS) as database:
            await prepare(database, settings)
            async with built(settings, database) as parts, _working(settings, database, parts):
                yield parts


async def prepare(database: Database, settings: Settings) -> None:
    """Brings the schema up to date and makes sure that the database is this bot's."""
    await migrate(database)
    await database.run(lambda connection: belong_to(connection, settings.bot_id))


@asynccontextmanager
async def _working(settings: Settings, database: Database, parts: Parts) -> AsyncIterator[None]:
    """All loops run until the end of the block; then nothing new is taken and what is in hand is finished."""
    await parts.heartbeat.beat()
    if database.is_sqlite:
        await parts.heartbeat.bury_others()
    await parts.clock.wake()
    webhook = Webhook(parts.receiver, settings.webhook_secret) if settings.webhook_url else None
    async with serving(settings.port, Health(database, parts.condition), webhook) as port:
        _log.info("serving", port=port)
        loops = [parts.sender.run(), parts.clock.run(parts.poll_seconds), set_commands(parts.speaker)]
        loops += [*(helper() for helper in parts.helpers), *_listening(settings, database, parts)]
        tasks = [asyncio.create_task(_kept(loop)) for loop in loops]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await parts.receiver.finish(FINISH_SECONDS)
            await parts.sender.finish(FINISH_SECONDS)
            await parts.heartbeat.stop()


async def _kept(loop: Coroutine[Any, Any, None]) -> None:
    try:
        await loop
    except Exception:
        _log.exception("loop ended")


def _listening(settings: Settings, database: Database, parts: Parts) -> list[Coroutine[Any, Any, None]]:
    """How updates come in: by polling, or by a webhook that is set and looked after."""
    if settings.webhook_url:
        return [keep_webhook(parts.speaker, settings, parts.condition.troubles)]
    url = f"{settings.telegram_api_url}/bot{settings.bot_token}"
    duty = Duty(database, "polling", parts.worker)
    return [leave_webhook(parts.speaker), Poller(url, parts.receiver, duty, parts.condition).run()]
