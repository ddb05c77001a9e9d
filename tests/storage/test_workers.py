"""Who is alive, how sure he may be of it, and duties that only one living worker has."""

import asyncio

import pytest

from storage.database import Database
from storage.tables.post import workers
from storage.tidying import tidy
from storage.workers import BEAT_SECONDS, Duty, Heartbeat
from tests.builders import Trade


async def test_one_of_two_workers_polls(database: Database) -> None:
    hearts = [Heartbeat(database, name) for name in ("one", "two")]
    await asyncio.gather(*(heart.beat() for heart in hearts))

    taken = await asyncio.gather(*(Duty(database, "polling", name).take() for name in ("one", "two")))

    assert sorted(taken) == [False, True]


async def test_the_duty_passes_on_when_its_holder_dies(database: Database) -> None:
    one, two = (Heartbeat(database, name) for name in ("one", "two"))
    await one.beat()
    await two.beat()
    assert await Duty(database, "polling", "one").take()

    before = await Duty(database, "polling", "two").take()
    await one.stop()

    assert not before
    assert await Duty(database, "polling", "two").take()
    assert not await Duty(database, "polling", "one").take()


async def test_a_heart_tells_how_many_beat(database: Database) -> None:
    one, two = (Heartbeat(database, name) for name in ("one", "two"))

    assert not one.is_sure
    assert [await one.beat(), await two.beat(), await one.beat()] == [1, 2, 2]
    assert one.is_sure
    await one.bury_others()
    assert await one.beat() == 1


async def test_a_heart_that_stood_still_is_no_longer_sure(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.workers.ALIVE_SECONDS", BEAT_SECONDS + 0.5)
    heart = Heartbeat(database, "me")

    seen = [heart.is_sure]
    for pause in (0.0, 0.6):
        await heart.beat()
        await asyncio.sleep(pause)
        seen.append(heart.is_sure)

    assert seen == [False, True, False]


async def test_workers_who_died_long_ago_are_forgotten(database: Database) -> None:
    trade = Trade(database)
    await Heartbeat(database, "old").beat()
    await trade.run_sql("UPDATE workers SET alive_until = 1")
    await Heartbeat(database, "new").beat()

    await database.run(tidy)

    assert await trade.count(workers) == 1
