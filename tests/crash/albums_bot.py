"""A bot that hears updates from a file instead of Telegram and says nothing: only what it keeps counts.

Without the network thousands of updates pass in seconds; inbox, processing, conversations and recovery are
those of every bot. `python -m tests.crash.albums_bot FILE PLAN...` lives once for each plan of where it dies
and begins each life where the last one was acknowledged; it prints how they ended. To import the house costs
more than a life: it is done once, and each life is a process of its own forked from there.
"""

import asyncio
import importlib
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import orjson

from bot.house import Parts, built
from bot.receiving import raw_update
from bot.settings import Settings
from delivery.sender import Sender
from services import fail_points
from services.mail import Letter
from storage.database import Database, open_database
from storage.inbox import RawUpdate
from storage.tables.post import WAITING, inbox
from storage.workers import ALIVE_SECONDS


def _say_nothing(self: Sender, letters: Sequence[Letter]) -> None:
    """Letters stay in the outbox."""


Sender.take_over = _say_nothing  # type: ignore[method-assign]

BATCH: Final = 40
BEHIND: Final = 4
"""So many batches are taken in before the bot has done any of them."""
PATIENCE_SECONDS: Final = 300.0
LONGEST_LIFE_SECONDS: Final = 200


def live(file: Path, plan: str) -> int:
    """One life in a process of its own; returns its exit code, below zero if a signal ended it."""
    if number := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    code = 1
    try:
        os.environ[fail_points.VARIABLE] = plan
        importlib.reload(fail_points)
        signal.alarm(LONGEST_LIFE_SECONDS)
        asyncio.run(take_in(file))
        code = 0
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(code)


async def take_in(file: Path) -> None:
    """Takes in all updates and returns when each is done."""
    settings = Settings()
    updates = [raw_update(orjson.loads(line), line) for line in written_in(file)]
    async with (
        open_database(settings.database_url, idle_seconds=ALIVE_SECONDS) as database,
        built(settings, database) as parts,
    ):
        await parts.heartbeat.beat()
        if database.is_sqlite:
            await parts.heartbeat.bury_others()
        clock = asyncio.create_task(parts.clock.run(parts.poll_seconds))
        await hear(parts, updates, file.with_suffix(".heard"))
        await rest(database)
        clock.cancel()


def written_in(file: Path) -> list[bytes]:
    """One update a line."""
    return file.read_bytes().splitlines()


async def rest(database: Database) -> None:
    """Waits until nothing is left to be done."""
    waiting = inbox.select().where(inbox.c.status == WAITING).limit(1)
    while True:
        if not (await database.run(lambda connection: connection.execute(waiting))).first():
            return
        await asyncio.sleep(0.2)


async def hear(parts: Parts, updates: Sequence[RawUpdate], heard: Path) -> None:
    """As long polling does: what was not acknowledged before a kill comes again."""
    for place in range(heard_before(heard), len(updates), BATCH):
        await parts.receiver.receive(updates[place : place + BATCH])
        await asyncio.to_thread(heard.write_text, str(place + BATCH))
        if place // BATCH % BEHIND == BEHIND - 1:
            await parts.receiver.finish(PATIENCE_SECONDS)


def heard_before(heard: Path) -> int:
    """How many updates were acknowledged in earlier lives."""
    return int(heard.read_text()) if heard.exists() else 0


if __name__ == "__main__":
    ends = [str(live(Path(sys.argv[1]), plan)) for plan in sys.argv[2:]]
    sys.stdout.write(" ".join(ends))
