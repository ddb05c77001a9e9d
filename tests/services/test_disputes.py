"""Disputes: who calls the operator in and when, and that he decides once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.claim import (
    AboveClaim,
    ClaimMoveNotAllowed,
    DecidedAlready,
    StaleClaim,
    TooEarlyToEscalate,
)
from domain.claim_clock import DECISION_TIME, PAYING_TIME, TALK_BEFORE
from domain.lifecycle import ClaimStatus, OrderStatus
from domain.money import Money
from domain.order_clock import TRAVEL_TIME
from domain.settlement import Remedy, Settlement
from tests.builders import BUYER, COLLEAGUE, SELLER
from tests.disputes import (
    BACK,
    CLAIMED,
    HALF,
    NOTHING,
    OPERATOR,
    SECOND_OPERATOR,
    TOO_LATE,
    Court,
)
from tests.orders_under_way import UnderWay

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SIDES = {BUYER, SELLER, COLLEAGUE}


async def test_a_refused_buyer_calls_the_operator_in_at_once_and_the_sides_after_three_days(
    court: Court,
) -> None:
    claim, refused = await court.claimed(), await court.refused()
    for person, later in ((BUYER, DAY), (SELLER, TALK_BEFORE - MINUTE)):
        with pytest.raises(TooEarlyToEscalate):
            await court.escalates(person, claim, later)
    with pytest.raises(TooEarlyToEscalate):
        await court.escalates(SELLER, refused)
    await court.told()

    at_once = await court.escalates(BUYER, refused)
    heard = await court.told()
    after_three_days = await court.escalates(COLLEAGUE, claim, TALK_BEFORE + MINUTE)

    assert {at_once.status, after_three_days.status} == {ClaimStatus.ESCALATED}
    assert heard == {(person, "claim_escalated") for person in SIDES} | {
        (operator, "dispute_opened") for operator in (OPERATOR, SECOND_OPERATOR)
    }
    assert await court.broken() == []


async def test_the_clock_calls_the_operator_in_after_a_week_and_reminds_him(court: Court) -> None:
    claim = await court.claimed()
    await court.told()

    await court.tick(TOO_LATE)
    opened = await court.told()
    await court.tick(TOO_LATE + DECISION_TIME + MINUTE)
    reminded = await court.told()

    assert (await court.sees(claim)).status is ClaimStatus.ESCALATED
    assert {(OPERATOR, "dispute_opened"), (BUYER, "claim_escalated")} <= opened
    assert {news for _, news in reminded if news != "order_disputed"} == {"dispute_waits"}
    assert {person for person, news in reminded if news == "dispute_waits"} == {OPERATOR, SECOND_OPERATOR}
    assert await court.broken() == []


async def test_what_is_agreed_and_overdue_goes_to_the_operator_even_after_a_reminder(court: Court) -> None:
    agreed = await court.agrees(SELLER, await court.claimed())
    with pytest.raises(TooEarlyToEscalate):
        await court.escalates(BUYER, agreed, PAYING_TIME - MINUTE)
    await court.tick(PAYING_TIME + MINUTE)

    with pytest.raises(ClaimMoveNotAllowed):
        await court.escalates(SELLER, agreed, PAYING_TIME + DAY)
    escalated = await court.escalates(BUYER, agreed, PAYING_TIME + DAY)

    assert escalated.status is ClaimStatus.ESCALATED
    assert await court.broken() == []


async def test_a_suggestion_binds_once_both_sides_agree_and_ends_the_dispute(court: Court) -> None:
    claim = await court.escalated()
    suggested = await court.suggests(claim)
    await court.told()

    approved = await court.agrees(BUYER, suggested)
    agreed = await court.agrees(SELLER, approved)

    assert (suggested.approved_by, approved.status) == ((), ClaimStatus.ESCALATED)
    assert (agreed.status, agreed.proposal.settlement) == (ClaimStatus.AGREED, HALF)
    assert (OPERATOR, "dispute_settled") in await court.told()
    with pytest.raises(ClaimMoveNotAllowed):
        await court.decides(agreed)
    assert await court.broken() == []


@pytest.mark.parametrize(
    ("settlement", "status"),
    [
        (HALF, ClaimStatus.DECIDED),
        (BACK, ClaimStatus.AWAITING_RETURN),
        (Settlement(Remedy.REPLACEMENT, Money(0, "CNY")), ClaimStatus.DECIDED),
        (NOTHING, ClaimStatus.CLOSED),
    ],
)
async def test_an_operator_decides_once_and_nothing_is_contested_after_it(
    court: Court, settlement: Settlement, status: ClaimStatus
) -> None:
    claim = await court.escalated()
    with pytest.raises(AboveClaim):
        await court.decides(claim, replace(HALF, amount=Money(CLAIMED.minor + 1, "CNY")))
    await court.told()

    decided = await court.decides(claim, settlement)
    heard = await court.told()

    for again in (claim, decided):
        with pytest.raises((StaleClaim, DecidedAlready, ClaimMoveNotAllowed)):
            await court.decides(again, NOTHING, SECOND_OPERATOR)
        with pytest.raises((StaleClaim, ClaimMoveNotAllowed)):
            await court.escalates(BUYER, again, PAYING_TIME + DAY)
    assert (decided.status, decided.decided) == (status, 3)
    assert heard == {(person, "claim_decided") for person in SIDES}
    assert await court.broken() == []


async def test_no_clock_moves_an_order_in_dispute_and_then_it_runs_again(court: Court) -> None:
    order = await UnderWay(court.trade).shipped()
    claim = await court.escalated(order)
    arrives = TRAVEL_TIME[order.terms.shipping] + DAY

    await court.tick(arrives)
    disputed = (await court.trade.order(order.id)).status
    heard = await court.told()
    await court.decides(claim, NOTHING)
    await court.tick(arrives + 8 * DAY)

    assert disputed is OrderStatus.SHIPPED
    assert {(BUYER, "order_disputed"), (SELLER, "order_disputed")} <= heard
    assert (await court.trade.order(order.id)).status is OrderStatus.DELIVERED
    assert await court.broken() == []
