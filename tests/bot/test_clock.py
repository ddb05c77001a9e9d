"""After an outage what is open is shown again, and nobody loses time by it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.clock import Clock
from bot.house import built
from bot.settings import Settings
from bot.vitals import Part
from domain.lifecycle import NegotiationStatus, OrderStatus
from storage.database import Database
from storage.doctor import examine
from storage.moments import to_millis
from tests.builders import BUYER, COLLEAGUE, SELLER, Trade, draft

OUTAGE_MS = 200_000


def millis_ago(milliseconds: int) -> int:
    """A moment that lies so long ago, as the tables keep it."""
    return to_millis(datetime.now(UTC)) - milliseconds


@pytest.fixture
async def trade(database: Database) -> Trade:
    """A stocked market."""
    return await Trade(database).stock()


@pytest.fixture
async def clock(database: Database, tmp_path: Any) -> AsyncIterator[Clock]:
    """The clock of a worker that has just started, for the first time."""
    settings = Settings(
        _env_file=None,
        bot_token="42:clock",
        files_url=str(tmp_path),
        telegram_api_url="http://127.0.0.1:9",
    )
    async with built(settings, database) as parts:
        await parts.heartbeat.beat()
        await parts.clock.wake()
        yield parts.clock


async def sleeps(trade: Trade, milliseconds: int) -> None:
    """Nothing was done for so long."""
    await trade.run_sql(
        "UPDATE facts SET value = CAST(CAST(value AS BIGINT) - :slept AS TEXT) WHERE name = 'awake_at'",
        slept=milliseconds,
    )


async def test_after_an_outage_whoever_is_waited_for_sees_each_open_card_again(
    trade: Trade, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.clock.SHOWN_AT_ONCE", 1)
    await trade.inquires()
    await trade.counters(SELLER, await trade.inquires(), draft("12.80"))
    await trade.agreed()
    await trade.declines(SELLER, await trade.inquires())
    await trade.ordered()
    await trade.confirms(BUYER, await trade.ordered())
    await trade.bound()
    await trade.forget_letters()
    await sleeps(trade, OUTAGE_MS)

    await clock.wake()

    sellers = [
        (person, news)
        for person in (SELLER, COLLEAGUE)
        for news in ("open_again", "order_to_confirm", "order_to_confirm")
    ]
    buyers = [(BUYER, "open_again"), (BUYER, "open_again"), (BUYER, "order_to_confirm")]
    assert sorted(await trade.told()) == [*buyers, *sellers]


async def test_nothing_ends_in_an_outage_whether_or_not_the_bot_starts_again(
    trade: Trade, clock: Clock
) -> None:
    asked, ordered = await trade.inquires(), await trade.ordered()
    for table in ("negotiations", "orders"):
        await trade.run_sql(f"UPDATE {table} SET expires_at = :then", then=millis_ago(OUTAGE_MS // 2))
    await sleeps(trade, OUTAGE_MS)

    await clock.do_due()

    assert (await trade.negotiation(asked.id)).status is NegotiationStatus.AWAITING_SELLER
    assert (await trade.order(ordered.id)).status is OrderStatus.AWAITING_CONFIRMATION
    assert (SELLER, "open_again") in await trade.told()


async def test_nothing_ends_while_telegram_cannot_be_heard(trade: Trade, clock: Clock) -> None:
    asked = await trade.inquires()
    await trade.run_sql("UPDATE negotiations SET expires_at = :then", then=millis_ago(1000))
    await sleeps(trade, OUTAGE_MS)
    began = clock.vitals.clock
    clock.vitals.clock = lambda: began() + OUTAGE_MS / 1000
    await clock.do_due()
    silent = await trade.negotiation(asked.id)

    clock.vitals.sign(Part.POLLING)
    await clock.do_due()

    heard = await trade.negotiation(asked.id)
    assert silent.status is heard.status is NegotiationStatus.AWAITING_SELLER
    assert heard.expires_at - silent.expires_at >= timedelta(milliseconds=OUTAGE_MS)


async def test_a_worker_that_does_not_listen_ends_nothing_while_the_listener_is_silent(
    trade: Trade, clock: Clock
) -> None:
    asked = await trade.inquires()
    await trade.run_sql("UPDATE negotiations SET expires_at = :then", then=millis_ago(1000))
    await sleeps(trade, OUTAGE_MS)
    clock.vitals.is_listening = False

    await clock.do_due()

    assert (await trade.negotiation(asked.id)).status is NegotiationStatus.AWAITING_SELLER
    await trade.forget_letters()
    await sleeps(trade, -OUTAGE_MS)
    await clock.do_due()
    assert (await trade.negotiation(asked.id)).status is NegotiationStatus.EXPIRED


async def test_a_negotiation_that_cannot_be_read_keeps_no_order_from_being_shown(
    trade: Trade, clock: Clock
) -> None:
    await trade.inquires()
    await trade.ordered()
    await trade.forget_letters()
    await trade.run_sql("UPDATE negotiations SET version = 99 WHERE status = 'awaiting_seller'")
    await sleeps(trade, OUTAGE_MS)

    await clock.wake()

    assert {news for _, news in await trade.told()} == {"order_to_confirm"}


async def test_the_lost_time_is_given_back(trade: Trade, clock: Clock) -> None:
    asked = await trade.inquires()
    await sleeps(trade, OUTAGE_MS)

    await clock.wake()

    prolonged = (await trade.negotiation(asked.id)).expires_at - asked.expires_at
    assert timedelta(milliseconds=OUTAGE_MS) <= prolonged < timedelta(milliseconds=2 * OUTAGE_MS)


async def test_a_quick_restart_bothers_nobody(trade: Trade, clock: Clock) -> None:
    await trade.inquires()
    await trade.forget_letters()
    await sleeps(trade, 30_000)

    await clock.wake()

    assert await trade.told() == []


async def test_a_second_outage_shows_the_card_again_and_the_doctor_understands(
    trade: Trade, clock: Clock
) -> None:
    await trade.inquires()
    await trade.forget_letters()
    for worker in ("second", "third"):
        await sleeps(trade, OUTAGE_MS)
        await replace(clock, worker=worker).wake()

    assert sorted(await trade.told()) == [(SELLER, "open_again")] * 2 + [(COLLEAGUE, "open_again")] * 2
    assert [finding.says for finding in await examine(trade.database) if finding.rows] == []


async def test_one_job_that_fails_stops_no_other(trade: Trade, clock: Clock) -> None:
    broken, sound = await trade.inquires(), await trade.inquires()
    await trade.run_sql("UPDATE negotiations SET expires_at = 1")
    await trade.run_sql("UPDATE negotiations SET version = 99 WHERE id = :id", id=broken.id)

    await clock.do_due()

    assert (await trade.negotiation(sound.id)).status is NegotiationStatus.EXPIRED


async def test_one_order_that_cannot_be_read_stops_no_other(trade: Trade, clock: Clock) -> None:
    orders = [await trade.ordered() for _ in range(6)]
    await trade.run_sql("UPDATE orders SET expires_at = 1")
    await trade.run_sql("UPDATE orders SET details = '{}' WHERE id = :id", id=orders[2].id)

    await clock.do_due()

    await trade.run_sql("UPDATE orders SET details = (SELECT details FROM orders WHERE id = 1)")
    now = [(await trade.order(each.id)).status for each in orders]
    assert now.count(OrderStatus.CANCELLED) == len(orders) - 1
    assert now[2] is OrderStatus.AWAITING_CONFIRMATION
