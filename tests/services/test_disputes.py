"""Disputes: who calls the operator in and when, what he may do, and that he decides once."""

from collections.abc import Awaitable, Callable
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
from domain.dispute import Finding, Wanted
from domain.lifecycle import ClaimStatus, OrderStatus
from domain.money import Money
from domain.order_clock import TRAVEL_TIME
from domain.people import Person
from domain.policy import Role
from domain.settlement import Remedy, Settlement
from services.arbitrating import Arbitrating, Asked, OwnDispute, Ruling
from services.claim_case import claim_case_of
from services.dispute_books import Record
from services.refusals import NotFound
from services.team_books import Member
from storage.books import StoredBooks
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, STRANGER, SUPPLIER, Trade
from tests.disputes import (
    ASKED,
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
Deed = Callable[[StoredBooks, Person], Awaitable[object]]
DEEDS: dict[str, Deed] = {
    "see": lambda b, p: Arbitrating(b, p).see(1),
    "ask": lambda b, p: Arbitrating(b, p).ask(1, ASKED),
    "suggest": lambda b, p: Arbitrating(b, p).suggest(1, Ruling(2, HALF, Finding.SHARED)),
    "decide": lambda b, p: Arbitrating(b, p).decide(1, Ruling(2, HALF, Finding.SHOWN)),
}


@pytest.fixture
async def court(trade: Trade) -> Court:
    """The market with its operators."""
    return await Court.of(trade.database)


async def told(court: Court) -> set[tuple[int, str]]:
    """Who heard what since the last question."""
    heard = set(await court.trade.told())
    await court.trade.forget_letters()
    return heard


async def test_a_refused_buyer_calls_the_operator_in_at_once_and_the_sides_after_three_days(
    court: Court,
) -> None:
    claim, refused = await court.claimed(), await court.refused()
    for person, later in ((BUYER, DAY), (SELLER, TALK_BEFORE - MINUTE)):
        with pytest.raises(TooEarlyToEscalate):
            await court.escalates(person, claim, later)
    with pytest.raises(TooEarlyToEscalate):
        await court.escalates(SELLER, refused)
    await told(court)

    at_once = await court.escalates(BUYER, refused)
    heard = await told(court)
    after_three_days = await court.escalates(COLLEAGUE, claim, TALK_BEFORE + MINUTE)

    assert {at_once.status, after_three_days.status} == {ClaimStatus.ESCALATED}
    assert heard == {(person, "claim_escalated") for person in SIDES} | {
        (operator, "dispute_opened") for operator in (OPERATOR, SECOND_OPERATOR)
    }
    assert await court.broken() == []


async def test_the_clock_calls_the_operator_in_after_a_week_and_reminds_him(court: Court) -> None:
    claim = await court.claimed()
    await told(court)

    await court.tick(TOO_LATE)
    opened = await told(court)
    await court.tick(TOO_LATE + DECISION_TIME + MINUTE)
    reminded = await told(court)

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
    await told(court)

    approved = await court.agrees(BUYER, suggested)
    agreed = await court.agrees(SELLER, approved)

    assert (suggested.approved_by, approved.status) == ((), ClaimStatus.ESCALATED)
    assert (agreed.status, agreed.proposal.settlement) == (ClaimStatus.AGREED, HALF)
    assert (OPERATOR, "dispute_settled") in await told(court)
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
    await told(court)

    decided = await court.decides(claim, settlement)
    heard = await told(court)

    for again in (claim, decided):
        with pytest.raises((StaleClaim, DecidedAlready, ClaimMoveNotAllowed)):
            await court.decides(again, NOTHING, SECOND_OPERATOR)
        with pytest.raises((StaleClaim, ClaimMoveNotAllowed)):
            await court.escalates(BUYER, again, PAYING_TIME + DAY)
    assert (decided.status, decided.decided) == (status, 3)
    assert heard == {(person, "claim_decided") for person in SIDES}
    assert await court.broken() == []


@pytest.mark.parametrize("verb", DEEDS)
async def test_only_an_operator_without_a_part_in_the_order_looks_into_it(court: Court, verb: str) -> None:
    await court.escalated()
    deed = DEEDS[verb]
    for person in (BUYER, SELLER, OTHER_BUYER, RIVAL, STRANGER):
        with pytest.raises(NotFound):
            await court.trade.does(person, deed)
    partial = replace(court.trade, operator_ids=frozenset({BUYER, COLLEAGUE, OPERATOR}))
    await partial.does(OPERATOR, lambda b, p: b.teams.join(Member(p.id, Role.SALES), SUPPLIER))

    for party in (BUYER, COLLEAGUE, OPERATOR):
        with pytest.raises(OwnDispute):
            await partial.does(party, deed)

    assert await court.trade.does(SECOND_OPERATOR, deed)
    assert await court.broken() == []


async def test_evidence_is_asked_for_reminded_of_and_its_end_is_told_once(court: Court) -> None:
    claim = await court.escalated()
    await told(court)

    await court.asks(claim)
    await court.asks(claim, Asked(Wanted.ADDRESS, 3))
    asked = await told(court)
    for later in (DAY - timedelta(hours=5), DAY - timedelta(hours=4)):
        await court.tick(later)
    warned = await court.trade.told()
    await told(court)
    for later in (DAY + MINUTE, DAY + 2 * MINUTE):
        await court.tick(later)
    case = await court.trade.does(SELLER, lambda b, p: claim_case_of(b, p, claim.id), later=DAY + 3 * MINUTE)

    assert asked == {(person, "evidence_wanted") for person in SIDES}
    assert warned == [(BUYER, "evidence_runs_out")]
    assert await told(court) == {(each, "dispute_time_over") for each in (OPERATOR, SECOND_OPERATOR)}
    assert [request.wanted for request in case.wanted] == [Wanted.ADDRESS]
    assert await court.broken() == []


async def test_no_evidence_is_asked_for_or_awaited_once_the_dispute_is_over(court: Court) -> None:
    claim = await court.escalated()
    await court.asks(claim)
    decided = await court.decides(claim)
    await told(court)

    await court.tick(DAY + MINUTE)

    assert await told(court) == set()
    for refused in (court.asks(decided), court.adds_evidence(SELLER, decided)):
        with pytest.raises(ClaimMoveNotAllowed):
            await refused
    with pytest.raises(NotFound):
        await court.asks(await court.escalated(), Asked(Wanted.SIZE, 30))


async def test_no_clock_moves_an_order_in_dispute_and_then_it_runs_again(court: Court) -> None:
    order = await UnderWay(court.trade).shipped()
    claim = await court.escalated(order)
    arrives = TRAVEL_TIME[order.terms.shipping] + DAY

    await court.tick(arrives)
    disputed = (await court.trade.order(order.id)).status
    heard = await told(court)
    await court.decides(claim, NOTHING)
    await court.tick(arrives + 8 * DAY)

    assert disputed is OrderStatus.SHIPPED
    assert {(BUYER, "order_disputed"), (SELLER, "order_disputed")} <= heard
    assert (await court.trade.order(order.id)).status is OrderStatus.DELIVERED
    assert await court.broken() == []


async def test_the_desk_shows_what_waits_and_what_the_sides_came_to(court: Court) -> None:
    closed = await court.escalated()
    await court.decides(closed)
    claim = await court.escalated()

    found, page, count = await court.trade.does(OPERATOR, lambda b, p: Arbitrating(b, p).waiting(9))
    seen = await court.trade.does(OPERATOR, lambda b, p: Arbitrating(b, p).see(claim.id))
    talk = await court.claimed()
    with pytest.raises(NotFound):
        await court.trade.does(OPERATOR, lambda b, p: Arbitrating(b, p).see(talk.id))

    assert ([each.claim.id for each in found], page, count) == ([claim.id], 0, 1)
    assert seen.buyer == Record(orders=2, claims=2, disputes=2, decided=1)
    assert seen.seller == seen.buyer
    assert len(seen.versions) == 2
