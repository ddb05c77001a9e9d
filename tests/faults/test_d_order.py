"""Part D: many workers write to the same chats at once, and every chat keeps its order."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import pytest
from sqlalchemy import select

from bot.house import Parts, built
from services.mail import Letter
from storage.database import Connection, Database, open_database
from storage.outbox import StoredOutbox
from storage.tables.post import outbox
from tests.faults.rig import ailments, dead, on_postgresql, rest, said, suffer
from tests.faults.workers import Workshop
from views.markup import Html
from views.reply import ReplyLetter
from views.screen import Screen

LETTERS: Final = 8
CHATS: Final = (9001, 9002, 9003)
CUTS: Final = tuple(
    {"kind": "reset", "method": "sendMessage", "chat_id": chat_id, "skip": 3, "count": 1} for chat_id in CHATS
)
SLOWLY: Final = {"kind": "slow", "method": "sendMessage", "seconds": 0.05}
STORM: Final = ({"kind": "too_many", "method": "sendMessage", "seconds": 1, "probability": 0.1, "count": 5},)


@dataclass
class Colleague:
    """One of many workers: only what writes, sends and shows that it is alive."""

    database: Database
    parts: Parts
    tasks: list[asyncio.Task[None]]

    async def writes(self, number: int) -> None:
        """One transaction that tells all chats, as an update does."""

        async def work(connection: Connection) -> list[Letter | None]:
            letters = StoredOutbox(connection, self.parts.worker)
            await letters.take_turn(CHATS)
            words = f"{self.parts.worker} {number}"
            body = ReplyLetter(Screen(Html(words))).to_body()
            return [await letters.write(chat_id, body, f"{words} to {chat_id}") for chat_id in CHATS]

        written = await self.database.run(work)
        self.parts.sender.take_over([letter for letter in written if letter is not None])

    async def dies(self) -> None:
        """Stops in the middle of whatever it does, and its time is up."""
        for task in [*self.tasks, *self.parts.sender._lanes._tasks]:
            task.cancel()
        await self.parts.heartbeat.stop()


@pytest.mark.parametrize(
    ("count", "faults", "dying"),
    [(8, (), 0), (8, STORM, 2), (1, (*CUTS, SLOWLY), 0)],
    ids=["calm", "storm", "alone"],
)
@on_postgresql
async def test_workers_keep_the_order_of_every_chat(
    workshop: Workshop, count: int, faults: tuple[dict[str, object], ...], dying: int
) -> None:
    await everybody_enters(workshop)
    await suffer(workshop, *faults)

    async with colleagues(workshop, count) as workers:
        for number in range(LETTERS):
            await asyncio.gather(*(each.writes(number) for each in workers))
            if number == LETTERS // 2:
                await asyncio.gather(*(workers.pop().dies() for _ in range(dying)))
        await rest(workshop, workshop.database_url)

    for sent, written in await in_order(workshop):
        assert set(sent) == set(written)
        assert [pair for pair in pairwise(sent) if pair[0] > pair[1]] == []
        assert max(Counter(sent).values()) <= (2 if dying else 1)
    assert (await dead(workshop.database_url), await ailments(workshop.database_url)) == ((0, 0), [])


async def everybody_enters(workshop: Workshop) -> None:
    """Whom the bot writes to has written first."""
    worker = await workshop.start()
    for phone in (workshop.ann, workshop.li, workshop.olga):
        await phone.types("/start")
    await rest(workshop, workshop.database_url)
    await worker.stop()


@asynccontextmanager
async def colleagues(workshop: Workshop, count: int) -> AsyncIterator[list[Colleague]]:
    """So many workers on one database."""
    async with AsyncExitStack() as stack:
        found = []
        for _ in range(count):
            database = await stack.enter_async_context(open_database(workshop.database_url, pool_size=3))
            parts = await stack.enter_async_context(built(workshop.settings(), database))
            await parts.heartbeat.beat()
            loops = (parts.sender.run(), parts.clock.run(parts.poll_seconds))
            found.append(Colleague(database, parts, [asyncio.create_task(loop) for loop in loops]))
        yield found
        for each in found:
            await each.dies()


async def in_order(workshop: Workshop) -> list[tuple[list[int], list[int]]]:
    """Of each chat the letters as they arrived, and as they were written, by their ids."""
    async with open_database(workshop.database_url) as database:
        rows = (await database.run(lambda c: c.execute(select(outbox)))).all()
    ids = {(row.chat_id, row.body["screen"]["text"]): row.id for row in rows}
    arrived = [each for each in await said(workshop) if each.get("message_id")]
    arrived.sort(key=lambda each: int(each["message_id"]))
    sent = [(each["chat_id"], ids[each["chat_id"], each["params"]["text"]]) for each in arrived]
    return [
        (
            [number for chat, number in sent if chat == chat_id],
            [row.id for row in rows if row.chat_id == chat_id],
        )
        for chat_id in CHATS
    ]
