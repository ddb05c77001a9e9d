"""Deadlines: warned once, ended once, whatever the number of clocks."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.negotiation import VALIDITY, MoveNotAllowed, Negotiation
from domain.order import Order, OrderMoveNotAllowed
from domain.order_clock import PAYMENT_TIME, WARNINGS
from domain.people import Person
from services.keeping_time import JOBS, due_jobs
from services.waking import give_time_back
from storage.books import StoredBooks
from storage.doctor import examine
from storage.tables.trade import moves
from tests.builders import BUYER, COLLEAGUE, SELLER, STRANGER, Trade, draft

WARNING = WARNINGS[OrderStatus.AWAITING_CONFIRMATION]
MINUTE = timedelta(minutes=1)
SELLERS_WARNED = [(SELLER, "negotiation_runs_out"), (COLLEAGUE, "negotiation_runs_out")]


async def due(trade: Trade, later: timedelta) -> list[tuple[str, int]]:
    return await trade.does(STRANGER, lambda books, _: due_jobs(books, 100), later=later)


async def tick(trade: Trade, later: timedelta, clocks: int = 1) -> None:
    """All clocks look first and act then, so that each finds the same to do."""
    found = await asyncio.gather(*(due(trade, later) for _ in range(clocks)))
    await asyncio.gather(*(done(trade, later, jobs) for jobs in found))


async def done(trade: Trade, later: timedelta, jobs: list[tuple[str, int]]) -> None:
    for job, number in jobs:
        await trade.does(STRANGER, lambda b, _, job=job, number=number: JOBS[job](b, number), later=later)


@pytest.fixture
async def standing(trade: Trade) -> Negotiation:
    """An inquiry that waits for the seller, all letters read."""
    asked = await trade.inquires()
    await trade.forget_letters()
    return asked


@pytest.fixture
async def order(trade: Trade) -> Order:
    """An order that nobody confirmed, all letters read."""
    placed = await trade.ordered()
    await trade.forget_letters()
    return placed


async def test_nobody_is_warned_early(trade: Trade, standing: Negotiation) -> None:
    await tick(trade, VALIDITY - WARNING - MINUTE)

    assert await trade.told() == []


@pytest.mark.parametrize(("days", "early"), [(1, 4), (30, 24)])
async def test_the_longer_an_offer_stands_the_earlier_it_is_warned_of(
    trade: Trade, standing: Negotiation, days: int, early: int
) -> None:
    validity = timedelta(days=days)

    async def last(books: StoredBooks, _: Person) -> None:
        await books.negotiations.save(standing, replace(standing, expires_at=books.now + validity), books.now)

    await trade.does(STRANGER, last)
    await tick(trade, validity - timedelta(hours=early) - MINUTE)
    before = await trade.told()
    await tick(trade, validity - timedelta(hours=early) + MINUTE)

    assert before == []
    assert sorted(await trade.told()) == SELLERS_WARNED


async def test_two_clocks_warn_once(trade: Trade, standing: Negotiation) -> None:
    await tick(trade, VALIDITY - WARNING + MINUTE, clocks=2)
    await tick(trade, VALIDITY - WARNING + 2 * MINUTE, clocks=2)

    assert sorted(await trade.told()) == SELLERS_WARNED
    assert (await trade.negotiation(standing.id)).status is NegotiationStatus.AWAITING_SELLER


async def test_two_clocks_end_a_negotiation_once_and_tell_both_sides(
    trade: Trade, standing: Negotiation
) -> None:
    await tick(trade, VALIDITY + MINUTE, clocks=2)

    told = [(person, "negotiation_expired") for person in (BUYER, SELLER, COLLEAGUE)]
    assert sorted(await trade.told()) == told
    assert await trade.moves_of("negotiation") == [("counter", "buyer"), ("expire", "clock")]
    assert await due(trade, VALIDITY + MINUTE) == []


async def test_a_counter_that_came_in_time_silences_the_clock(trade: Trade, standing: Negotiation) -> None:
    late = VALIDITY - WARNING + MINUTE
    jobs = await due(trade, late)
    await trade.counters(SELLER, standing, draft("12.80"))
    await trade.forget_letters()

    await done(trade, timedelta(0), jobs)

    assert jobs == [("warn_of_negotiation", standing.id)]
    assert await trade.told() == []


async def test_a_new_version_is_warned_of_again(trade: Trade, standing: Negotiation) -> None:
    await tick(trade, VALIDITY - WARNING + MINUTE)
    await trade.counters(SELLER, standing, draft("12.80"))
    await trade.forget_letters()

    await tick(trade, VALIDITY - WARNING + 2 * MINUTE)

    assert await trade.told() == [(BUYER, "negotiation_runs_out")]


async def test_a_version_is_warned_of_again_once_it_was_accepted(trade: Trade, standing: Negotiation) -> None:
    countered = await trade.counters(SELLER, standing, draft("12.80"))
    await tick(trade, VALIDITY - WARNING + MINUTE)
    await trade.accepts(BUYER, countered)
    await tick(trade, VALIDITY - WARNING + 2 * MINUTE)

    await trade.run_sql(
        "UPDATE outbox SET cause = 'job warn_of_negotiation' WHERE CAST(body AS TEXT) LIKE '%runs_out%'"
    )

    warnings = [told for told in await trade.told() if told == (BUYER, "negotiation_runs_out")]
    assert len(warnings) == 2
    assert "I24" not in [each.invariant for each in await examine(trade.database) if each.rows]


async def test_nobody_answers_after_the_end_even_if_the_clock_is_slow(
    trade: Trade, standing: Negotiation
) -> None:
    await trade.run_sql("UPDATE negotiations SET expires_at = 1")

    with pytest.raises(MoveNotAllowed) as refusal:
        await trade.accepts(SELLER, standing)

    assert refusal.value.facts["status"] is NegotiationStatus.EXPIRED
    assert await trade.count(moves) == 1


async def test_an_unconfirmed_order_is_warned_of_and_then_cancelled_once(trade: Trade, order: Order) -> None:
    await tick(trade, VALIDITY - WARNING + MINUTE, clocks=2)
    warned = await trade.told()
    await tick(trade, VALIDITY + MINUTE, clocks=2)

    everybody = (BUYER, SELLER, COLLEAGUE)
    assert sorted(warned) == [(person, "order_runs_out") for person in everybody]
    assert sorted((await trade.told())[3:]) == [(person, "order_expired") for person in everybody]
    assert (await trade.order(order.id)).status is OrderStatus.CANCELLED


async def test_a_confirmation_does_not_bring_the_warning_again(trade: Trade, order: Order) -> None:
    await tick(trade, VALIDITY - WARNING + MINUTE)
    await trade.confirms(BUYER, order)
    await trade.forget_letters()

    await tick(trade, VALIDITY - WARNING + 2 * MINUTE)

    assert await trade.told() == []


async def test_only_the_side_that_did_not_confirm_is_warned(trade: Trade, order: Order) -> None:
    await trade.confirms(SELLER, order)
    await trade.forget_letters()

    await tick(trade, VALIDITY - WARNING + MINUTE)

    assert await trade.told() == [(BUYER, "order_runs_out")]


async def test_a_binding_order_waits_a_week_for_payment(trade: Trade) -> None:
    await trade.bound()

    assert await due(trade, PAYMENT_TIME - timedelta(days=2)) == []
    assert ("run_out_order", 1) in await due(trade, PAYMENT_TIME + MINUTE)


async def test_nobody_confirms_after_the_end_even_if_the_clock_is_slow(trade: Trade, order: Order) -> None:
    await trade.run_sql("UPDATE orders SET expires_at = 1")

    with pytest.raises(OrderMoveNotAllowed):
        await trade.confirms(BUYER, order)

    assert (await trade.order(order.id)).confirmations == ()


async def test_time_lost_in_an_outage_is_given_back(trade: Trade, standing: Negotiation) -> None:
    lost = timedelta(hours=5)

    await trade.does(STRANGER, lambda books, _: give_time_back(books, lost))

    assert (await trade.negotiation(standing.id)).expires_at == standing.expires_at + lost
