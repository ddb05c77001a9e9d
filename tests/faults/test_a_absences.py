"""Part A: silence before a start, an outage, and two who listen at once."""

from datetime import timedelta
from typing import Any

from sqlalchemy import update

from storage.awake import NAME
from storage.database import open_database
from storage.moments import now_millis
from storage.tables.post import facts
from storage.tables.trade import negotiations
from tests.conversations.deal import counter, enter, inquire, order
from tests.faults.rig import (
    on_postgresql,
    on_sqlite,
    rest,
    said,
    trade_rows,
)
from tests.faults.workers import Workshop

ONE_DEAL = {"negotiations": 1, "offers": 2, "orders": 1, "confirmations": 2}
HOUR_MS = 3_600_000


async def test_after_an_outage_cards_come_again_and_the_lost_time_is_given_back(workshop: Workshop) -> None:
    worker = await workshop.start()
    await enter(workshop.ann, workshop.li, workshop.invitation)
    await inquire(workshop.ann)
    await workshop.li.sees("轮到您了", "500件")
    await rest(workshop, workshop.database_url)
    await worker.stop()
    before = len(await workshop.li.chat())
    ends = await value(workshop.database_url, negotiations.c.expires_at)
    await fell_asleep(workshop.database_url, timedelta(hours=1))

    worker = await workshop.start()
    await rest(workshop, workshop.database_url)
    later = await value(workshop.database_url, negotiations.c.expires_at)
    assert len(await workshop.li.chat()) == before + 1
    assert HOUR_MS <= later - ends < HOUR_MS * 1.2
    await counter(workshop.li)
    await order(workshop.ann, workshop.li)
    await worker.stop()


@on_postgresql
async def test_of_two_pollers_one_polls_and_the_other_follows(workshop: Workshop) -> None:
    one, two = [await workshop.start() for _ in range(2)]
    await enter(workshop.ann, workshop.li, workshop.invitation)
    await inquire(workshop.ann)

    await one.stop()
    await counter(workshop.li)
    await order(workshop.ann, workshop.li)

    await rest(workshop, workshop.database_url)
    await two.stop()
    assert await trade_rows(workshop.database_url) == ONE_DEAL
    refused = [each for each in await said(workshop, "getUpdates") if "error_code" in str(each["outcome"])]
    assert refused == []


@on_sqlite
async def test_what_was_written_before_the_start_is_all_answered(workshop: Workshop) -> None:
    await workshop.ann.types("/start")
    for number in range(50):
        await workshop.ann.types(f"/frobnicate {number}")

    worker = await workshop.start()
    await workshop.ann.sees("Yijia")
    await rest(workshop, workshop.database_url)

    await worker.stop()
    assert len([each for each in await said(workshop) if "know this command" in str(each["params"])]) == 50


async def value(database_url: str, column: Any) -> Any:
    """The only value of a column."""
    async with open_database(database_url) as database:
        return (await database.run(lambda c: c.execute(column.table.select()))).one()._mapping[column.name]


async def fell_asleep(database_url: str, ago: timedelta) -> None:
    """As if the bot had been away for so long."""
    async with open_database(database_url) as database:
        now = (
            await database.run(lambda c: c.execute(facts.select().with_only_columns(now_millis())))
        ).scalar_one()
        then = str(now - int(ago.total_seconds() * 1000))
        await database.run(lambda c: c.execute(update(facts).where(facts.c.name == NAME).values(value=then)))
