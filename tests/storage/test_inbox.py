"""Updates are kept once, handled once, in the order of their lane, by one worker at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.inbox import RETRY_MS, Inbox, RawUpdate, StoredUpdate
from storage.moments import now_millis
from storage.tables.post import inbox as inbox_table
from storage.tidying import HOUR_MS, tidy
from storage.workers import Heartbeat
from tests.builders import Trade

BOT = 42
ANN, LI = 9001, 9002
PAUSE = select(inbox_table.c.not_before - now_millis()).where(inbox_table.c.update_id == 1)
Result = TypeVar("Result")
Deed = Callable[[Inbox], Awaitable[Result]]


class Worker:
    """One worker's view of the inbox, each call a transaction."""

    def __init__(self, database: Database, name: str = "one") -> None:
        self._database = database
        self._name = name
        self.heart = Heartbeat(database, name)

    async def stores(self, *updates: tuple[int, int]) -> list[int]:
        """Updates as (id, lane); returns the ids of those that were new."""
        raw = [RawUpdate(number, lane, b"{}") for number, lane in updates]
        return [kept.update_id for kept in await self._do(lambda inbox: inbox.store(raw))]

    async def claims(self) -> list[StoredUpdate]:
        return await self._do(lambda inbox: inbox.claim(100))

    async def takes(self, row: int) -> bool:
        return await self._do(lambda inbox: inbox.take(row)) is not None

    async def releases(self, row: int) -> None:
        await self._do(lambda inbox: inbox.release(row))

    async def fails(self, update: StoredUpdate, *, for_good: bool = False) -> bool:
        return await self._do(lambda inbox: inbox.fail(update, for_good=for_good))

    async def _do(self, deed: Deed[Result]) -> Result:
        return await self._database.run(lambda c: deed(Inbox(c, BOT, self._name)))


async def no_wait(database: Database) -> None:
    """All pauses are over."""
    await Trade(database).run_sql("UPDATE inbox SET not_before = 0")


@pytest.fixture
def one(database: Database) -> Worker:
    """A worker that has not said yet that it is alive."""
    return Worker(database)


@pytest.fixture
def two(database: Database) -> Worker:
    """Another one."""
    return Worker(database, "two")


async def test_what_comes_twice_is_kept_once(one: Worker) -> None:
    assert await one.stores((7, ANN), (7, ANN)) == [7]
    assert await one.stores((7, ANN)) == []


async def test_what_comes_five_times_at_once_to_four_workers_is_kept_once(database: Database) -> None:
    workers = [Worker(database, f"w{number}") for number in range(4)]
    batch = [(number, ANN) for number in range(5)]

    kept = await asyncio.gather(*(worker.stores(*batch[::step]) for worker in workers for step in (1, -1)))

    assert sorted(number for numbers in kept for number in numbers) == [0, 1, 2, 3, 4]


async def test_ids_that_jump_and_go_back_are_all_kept(one: Worker) -> None:
    kept = [await one.stores((number, ANN)) for number in (1000, 5, 700_000_000, 6, 2**62)]

    assert kept == [[1000], [5], [700_000_000], [6], [2**62]]


async def test_an_update_is_taken_once(one: Worker) -> None:
    await one.stores((1, ANN))
    row = (await one.claims())[0].id

    assert [await one.takes(row), await one.takes(row)] == [True, False]
    assert await one.stores((1, ANN)) == []


@pytest.mark.parametrize(("hours", "again"), [(47, []), (49, [1])])
async def test_a_done_update_is_known_for_two_days_and_a_waiting_one_for_ever(
    database: Database, one: Worker, hours: int, again: list[int]
) -> None:
    await one.stores((1, ANN), (2, LI))
    await one.takes((await one.claims())[0].id)
    await Trade(database).run_sql(f"UPDATE inbox SET received_at = received_at - {hours * HOUR_MS}")

    await database.run(tidy)

    assert await one.stores((1, ANN), (2, LI)) == again


async def test_a_later_update_waits_for_the_earlier_one_of_its_lane(one: Worker) -> None:
    await one.stores((1, ANN), (2, ANN), (3, LI))

    heads = await one.claims()

    assert [head.update_id for head in heads] == [1, 3]
    assert not await one.takes(heads[0].id + 1)
    assert await one.takes(heads[0].id)
    assert [head.update_id for head in await one.claims()] == [2, 3]


async def test_what_a_living_worker_holds_is_left_to_him(one: Worker, two: Worker) -> None:
    await one.heart.beat()
    await two.heart.beat()
    await one.stores((1, ANN))

    assert await two.claims() == []


async def test_what_a_dead_worker_held_is_taken_over(one: Worker, two: Worker) -> None:
    await one.heart.beat()
    await one.stores((1, ANN))
    await one.heart.stop()

    taken_over = await two.claims()

    assert [update.update_id for update in taken_over] == [1]
    assert not await one.takes(taken_over[0].id)
    assert await two.takes(taken_over[0].id)


async def test_a_worker_whose_heart_stood_still_too_long_is_dead(
    database: Database, one: Worker, two: Worker
) -> None:
    await one.heart.beat()
    await one.stores((1, ANN))
    await Trade(database).run_sql("UPDATE workers SET alive_until = alive_until - 60000")

    assert [update.update_id for update in await two.claims()] == [1]


async def test_what_is_let_go_is_free_for_everybody(one: Worker, two: Worker) -> None:
    await one.heart.beat()
    await one.stores((1, ANN))
    row = (await one.claims() or [StoredUpdate(1, 1, ANN, b"")])[0].id

    await two.releases(row)
    before = await two.claims()
    await one.releases(row)

    assert before == []
    assert [update.update_id for update in await two.claims()] == [1]


async def test_two_workers_never_claim_the_same(database: Database) -> None:
    workers = [Worker(database, f"w{number}") for number in range(4)]
    await workers[0].stores(*((number, number) for number in range(40)))
    await asyncio.gather(*(worker.heart.beat() for worker in workers[1:]))

    claimed = await asyncio.gather(*(worker.claims() for worker in workers[1:]))

    numbers = [update.update_id for updates in claimed for update in updates]
    assert sorted(numbers) == list(range(40))


async def test_a_failing_update_is_tried_again_ever_later_and_then_dead(
    database: Database, one: Worker
) -> None:
    await one.stores((1, ANN), (2, ANN))
    pauses = []
    dead = False
    while not dead:
        await no_wait(database)
        failing = (await one.claims())[0]
        dead = await one.fails(failing)
        rows = await Trade(database).rows(PAUSE)
        pauses.append(rows[0][0])

    assert len(pauses) == len(RETRY_MS) + 1
    assert all(least - 900 < pause <= least for pause, least in zip(pauses, RETRY_MS, strict=False))
    assert [update.update_id for update in await one.claims()] == [2]


async def test_a_failed_update_holds_back_its_lane_but_no_other(one: Worker) -> None:
    await one.stores((1, ANN), (2, ANN), (3, LI))

    await one.fails((await one.claims())[0])

    assert [update.update_id for update in await one.claims()] == [3]


async def test_an_unreadable_update_is_dead_at_once(one: Worker) -> None:
    await one.stores((1, ANN))

    assert await one.fails((await one.claims())[0], for_good=True)
    assert await one.claims() == []


async def test_two_bots_of_one_database_would_not_mix_their_ids(database: Database, one: Worker) -> None:
    await one.stores((1, ANN))

    kept = await database.run(lambda c: Inbox(c, BOT + 1, "x").store([RawUpdate(1, ANN, b"{}")]))

    assert [update.update_id for update in kept] == [1]
