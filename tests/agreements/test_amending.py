"""Amendments in the database: who may answer, what is told, and two presses at the same moment."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import pytest
from sqlalchemy import func, select

from domain.amendment import StaleAmendment
from domain.instalments import Part
from domain.order import StaleOrder
from domain.refusal import Refusal
from services.amending import Amending
from services.order_deeds import OrderTarget
from services.order_holds import PaymentUnderWay
from services.refusals import NotFound
from storage.database import open_database
from storage.doctor import examine
from storage.tables.agreement import amendment_answers
from tests.builders import BUYER, COLLEAGUE, RIVAL, SELLER, Trade, terms
from tests.payments import Till

ROUNDS = 8


@pytest.fixture
async def rival(database_url: str) -> Any:
    """Another worker on the same database."""
    async with open_database(database_url) as database:
        yield Trade(database)


def proposes(trade: Trade, person: int, order: Any, count: int = 600) -> Awaitable[Any]:
    target = OrderTarget(order.id, order.revision)
    return trade.does(person, lambda b, p: Amending(b, p).propose(target, terms(count=count)))


def accepts(trade: Trade, person: int, order: Any, number: int = 1) -> Awaitable[Any]:
    return trade.does(person, lambda b, p: Amending(b, p).accept(order.id, number))


def withdraws(trade: Trade, person: int, order: Any, number: int = 1) -> Awaitable[Any]:
    return trade.does(person, lambda b, p: Amending(b, p).withdraw(order.id, number))


async def at_once(*presses: Awaitable[Any]) -> list[str]:
    async def press(deed: Awaitable[Any]) -> str:
        try:
            await deed
        except Refusal as refusal:
            return type(refusal).__name__
        return "done"

    return sorted(await asyncio.gather(*map(press, presses)))


async def sound(trade: Trade) -> bool:
    return not [finding for finding in await examine(trade.database) if finding.rows]


async def test_the_other_side_accepts_and_both_hear_of_it(trade: Trade) -> None:
    order = await trade.bound()
    await trade.forget_letters()

    await proposes(trade, SELLER, order)
    with pytest.raises(StaleAmendment):
        await accepts(trade, COLLEAGUE, order)
    with pytest.raises(NotFound):
        await accepts(trade, RIVAL, order)
    amended = await accepts(trade, BUYER, order)

    told = await trade.told()
    again = await trade.order(order.id)
    assert again == amended
    assert (again.revision, again.terms.quantity.count, len(again.confirmations)) == (2, 600, 2)
    assert told == [
        (BUYER, "amendment_proposed"),
        (SELLER, "amendment_accepted"),
        (COLLEAGUE, "amendment_accepted"),
    ]
    assert await sound(trade)


async def test_what_was_declined_or_withdrawn_cannot_be_accepted(trade: Trade) -> None:
    order = await trade.bound()
    await proposes(trade, BUYER, order)
    await trade.does(COLLEAGUE, lambda b, p: Amending(b, p).decline(order.id, 1))
    await proposes(trade, BUYER, order, 700)
    await withdraws(trade, BUYER, order, 2)

    for number in (1, 2):
        with pytest.raises(StaleAmendment):
            await accepts(trade, SELLER, order, number)
    assert await trade.order(order.id) == order
    assert await sound(trade)


async def test_an_amendment_of_an_older_revision_is_refused(trade: Trade) -> None:
    order = await trade.bound()
    await proposes(trade, SELLER, order)
    await accepts(trade, BUYER, order)

    with pytest.raises(StaleOrder):
        await proposes(trade, BUYER, order, 800)
    with pytest.raises(StaleAmendment):
        await accepts(trade, BUYER, order)


async def test_nothing_is_amended_while_a_card_is_being_charged(trade: Trade) -> None:
    order = await trade.bound()
    await proposes(trade, SELLER, order)
    till = Till(trade)
    bill = await till.bill(order, Part.FULL)
    await till.allows(bill)

    with pytest.raises(PaymentUnderWay):
        await accepts(trade, BUYER, order)
    await till.charges(bill, "ch1")
    amended = await accepts(trade, BUYER, order)

    standing = await till.standing(amended)
    assert (standing.total.minor - bill.amount.minor, standing.owed.minor) == (125_000, 125_000)
    assert await sound(trade)


async def test_presses_that_meet_leave_one_outcome(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        order = await trade.bound()

        both = await at_once(proposes(trade, SELLER, order), proposes(rival, BUYER, order, 700))
        last = await trade.does(BUYER, lambda b, p, o=order: b.amendments.last(o.id))
        other, own = (BUYER, SELLER) if last.side == "seller" else (SELLER, BUYER)
        ended = await at_once(accepts(trade, other, order), withdraws(rival, own, order))

        assert both == ["AmendmentOpen", "done"]
        assert ended in (["StaleAmendment", "done"],)
    answers = (await trade.rows(select(func.count()).select_from(amendment_answers)))[0][0]
    assert answers == ROUNDS
    assert await sound(trade)


async def test_an_amendment_meets_the_end_of_its_order(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        order = await trade.bound()
        await proposes(trade, SELLER, order)

        await at_once(accepts(trade, BUYER, order), rival.cancels(SELLER, order))

        after = await trade.order(order.id)
        assert (after.status, after.revision) in (("cancelled", 1), ("awaiting_payment", 2))
    assert await sound(trade)
