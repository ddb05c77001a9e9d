"""The operator's desk: who looks into a dispute, what it shows, and the evidence that is asked for."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.claim import (
    ClaimMoveNotAllowed,
)
from domain.dispute import Finding, Wanted
from domain.people import Person
from domain.policy import Role
from services.arbitrating import Arbitrating, Asked, OwnDispute, Ruling
from services.claim_case import claim_case_of
from services.dispute_books import Record
from services.refusals import NotFound
from services.team_books import Member
from storage.books import StoredBooks
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, STRANGER, SUPPLIER
from tests.disputes import (
    ASKED,
    HALF,
    OPERATOR,
    SECOND_OPERATOR,
    Court,
)

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SIDES = {BUYER, SELLER, COLLEAGUE}
Deed = Callable[[StoredBooks, Person], Awaitable[object]]
DEEDS: dict[str, Deed] = {
    "see": lambda b, p: Arbitrating(b, p).see(1),
    "ask": lambda b, p: Arbitrating(b, p).ask(1, ASKED),
    "suggest": lambda b, p: Arbitrating(b, p).suggest(1, Ruling(2, HALF, Finding.SHARED)),
    "decide": lambda b, p: Arbitrating(b, p).decide(1, Ruling(2, HALF, Finding.SHOWN)),
}


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
    await court.told()

    await court.asks(claim)
    await court.asks(claim, Asked(Wanted.ADDRESS, 3))
    asked = await court.told()
    for later in (DAY - timedelta(hours=5), DAY - timedelta(hours=4)):
        await court.tick(later)
    warned = await court.trade.told()
    await court.told()
    for later in (DAY + MINUTE, DAY + 2 * MINUTE):
        await court.tick(later)
    case = await court.trade.does(SELLER, lambda b, p: claim_case_of(b, p, claim.id), later=DAY + 3 * MINUTE)

    assert asked == {(person, "evidence_wanted") for person in SIDES}
    assert warned == [(BUYER, "evidence_runs_out")]
    assert await court.told() == {(each, "dispute_time_over") for each in (OPERATOR, SECOND_OPERATOR)}
    assert [request.wanted for request in case.wanted] == [Wanted.ADDRESS]
    assert await court.broken() == []


async def test_no_evidence_is_asked_for_or_awaited_once_the_dispute_is_over(court: Court) -> None:
    claim = await court.escalated()
    await court.asks(claim)
    decided = await court.decides(claim)
    await court.told()

    await court.tick(DAY + MINUTE)

    assert await court.told() == set()
    for refused in (court.asks(decided), court.adds_evidence(SELLER, decided)):
        with pytest.raises(ClaimMoveNotAllowed):
            await refused
    with pytest.raises(NotFound):
        await court.asks(await court.escalated(), Asked(Wanted.SIZE, 30))


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
