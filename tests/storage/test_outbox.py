"""Letters leave in the order of their chat, from one worker at a time, and are counted honestly."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise
from typing import TypeVar

import pytest
from sqlalchemy import select

from services.mail import Card, Fate, Letter, Settlement
from services.moves import Subject
from services.notices import News, Notice
from storage.cards import StoredCards
from storage.database import Database
from storage.outbox import StoredOutbox, keep_pause, standing_pauses
from storage.tables.post import outbox
from storage.workers import Heartbeat
from tests.builders import Trade

ANN, LI = 9001, 9002
Result = TypeVar("Result")


class Worker:
    """One worker's view of the outbox, each call a transaction."""

    def __init__(self, database: Database, name: str = "one") -> None:
        self._database = database
        self._name = name
        self.heart = Heartbeat(database, name)

    async def writes(self, chat_id: int) -> Letter | None:
        async def deed(box: StoredOutbox) -> Letter | None:
            await box.take_turn([chat_id])
            return await box.write(chat_id, Notice(News.ALARM), "test")

        return await self._do(deed)

    async def claims(self) -> list[Letter]:
        return list(await self._do(lambda box: box.claim(100)))

    async def holds(self, letter: Letter) -> bool:
        return await self._do(lambda box: box.holds(letter))

    async def settles(self, letter: Letter, fate: Fate = Fate.DONE, **outcome: int) -> None:
        await self.notes(Settlement(letter, fate, **outcome))  # type: ignore[arg-type]

    async def notes(self, settlement: Settlement) -> None:
        await self._do(lambda box: box.settle([settlement]))

    async def _do(self, deed: Callable[[StoredOutbox], Awaitable[Result]]) -> Result:
        return await self._database.run(lambda c: deed(StoredOutbox(c, self._name)))


@pytest.fixture
async def one(database: Database) -> Worker:
    """A living worker."""
    worker = Worker(database)
    await worker.heart.beat()
    return worker


@pytest.fixture
async def two(database: Database) -> Worker:
    """Another one."""
    worker = Worker(database, "two")
    await worker.heart.beat()
    return worker


async def test_who_writes_a_letter_may_send_it_at_once(one: Worker, two: Worker) -> None:
    letter = await one.writes(ANN)

    assert letter is not None
    assert await one.holds(letter)
    assert await two.claims() == []


async def test_a_letter_behind_another_workers_waits_for_it(one: Worker, two: Worker) -> None:
    first = await one.writes(ANN)
    second = await two.writes(ANN)
    assert first is not None

    before = await two.claims()
    await one.settles(first)

    assert (second, before) == (None, [])
    assert [letter.chat_id for letter in await two.claims()] == [ANN]


async def test_only_the_head_of_each_chat_is_claimed(one: Worker, two: Worker) -> None:
    for chat_id in (ANN, ANN, LI):
        await one.writes(chat_id)
    await one.heart.stop()

    assert [letter.chat_id for letter in await two.claims()] == [ANN, LI]


async def test_a_letter_of_the_dead_may_have_arrived(one: Worker, two: Worker) -> None:
    await one.writes(ANN)
    await one.heart.stop()

    letter = (await two.claims())[0]

    assert (letter.doubtful, letter.claimed) == (1, True)


async def test_a_letter_that_nobody_held_cannot_have_arrived(one: Worker, two: Worker) -> None:
    first = await one.writes(ANN)
    await two.writes(ANN)
    assert first is not None
    await one.settles(first)

    assert (await one.claims())[0].doubtful == 0


async def test_a_frozen_worker_who_wakes_has_lost_his_letters(one: Worker, two: Worker) -> None:
    letter = await one.writes(ANN)
    assert letter is not None
    await one.heart.stop()
    await two.claims()
    await one.heart.beat()

    await one.settles(letter, Fate.DEAD)

    assert not await one.holds(letter)
    assert await two.holds(letter)


async def test_what_the_new_holder_settled_stands(database: Database, one: Worker, two: Worker) -> None:
    letter = await one.writes(ANN)
    assert letter is not None
    await one.heart.stop()
    taken_over = (await two.claims())[0]
    await two.settles(taken_over)

    await one.settles(letter, Fate.WAITING, failed=3, doubtful=5)

    row = (await Trade(database).rows(select(outbox.c.status, outbox.c.attempts, outbox.c.doubtful)))[0]
    assert tuple(row) == ("done", 0, 1)


async def test_a_letter_put_back_waits_and_holds_back_its_chat(database: Database, one: Worker) -> None:
    first = await one.writes(ANN)
    await one.writes(ANN)
    assert first is not None

    await one.settles(first, Fate.WAITING, wait_ms=60_000, failed=1)
    waiting = await one.claims()
    await Trade(database).run_sql("UPDATE outbox SET not_before = 0")

    again = await one.claims()
    assert waiting == []
    assert [(letter.id, letter.attempts, letter.doubtful) for letter in again] == [(first.id, 1, 0)]


async def test_a_dead_letter_does_not_stop_those_behind_it(one: Worker, two: Worker) -> None:
    first = await one.writes(ANN)
    await one.writes(ANN)
    assert first is not None

    await one.settles(first, Fate.DEAD)
    await one.heart.stop()

    assert len(await two.claims()) == 1


async def test_four_workers_keep_the_order_of_every_chat(database: Database) -> None:
    workers = [Worker(database, f"w{number}") for number in range(4)]
    await asyncio.gather(*(worker.heart.beat() for worker in workers))
    sent: list[Letter] = []

    async def work(worker: Worker, chats: list[int]) -> None:
        for chat_id in chats:
            if letter := await worker.writes(chat_id):
                sent.append(letter)
                await worker.settles(letter)
        while len(sent) < 4 * 15:
            for letter in await worker.claims():
                sent.append(letter)
                await worker.settles(letter)
            await asyncio.sleep(0)

    await asyncio.gather(*(work(worker, [ANN, LI, ANN + 2] * 5) for worker in workers))

    of_chat = [[letter.id for letter in sent if letter.chat_id == chat_id] for chat_id in (ANN, LI, ANN + 2)]
    assert [len(ids) for ids in of_chat] == [20, 20, 20]
    assert all(before < after for ids in of_chat for before, after in pairwise(ids))


async def test_silence_that_telegram_asked_for_survives_a_restart(database: Database, one: Worker) -> None:
    letter = await one.writes(ANN)
    assert letter is not None

    await one.notes(Settlement(letter, Fate.WAITING, pauses={ANN: 30_000, 0: -1}))

    pauses = await database.run(standing_pauses)
    assert set(pauses) == {ANN}
    assert 0 < pauses[ANN] <= 30_000


async def test_a_shorter_silence_does_not_cut_a_longer_one(database: Database) -> None:
    for milliseconds in (30_000, 60_000, 1_000):
        await database.run(lambda connection, ms=milliseconds: keep_pause(connection, ANN, ms))

    assert 30_000 < (await database.run(standing_pauses))[ANN] <= 60_000


async def test_a_reply_to_a_card_finds_what_the_card_shows_now(database: Database, one: Worker) -> None:
    for card in (Card(Subject.NEGOTIATION, 5, 1), Card(Subject.ORDER, 7, 1)):
        letter = await one.writes(ANN)
        assert letter is not None
        await one.notes(Settlement(letter, Fate.DONE, message_id=77, card=card))

    shown = await database.run(lambda connection: StoredCards(connection).shown(ANN, 77))
    nothing = await database.run(lambda connection: StoredCards(connection).shown(ANN, 78))
    assert (shown, nothing) == (Card(Subject.ORDER, 7, 1), None)
