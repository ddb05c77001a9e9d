"""Two operators, or an operator and a side, press on one dispute at the same moment: one of them is first."""

import pytest

from domain.lifecycle import ClaimStatus
from domain.order_clock import TRAVEL_TIME
from domain.settlement import Settlement
from services.claiming import Claiming
from services.order_time import run_out_order
from tests.builders import BUYER, SELLER, STRANGER, Trade
from tests.disputes import BACK, HALF, NOTHING, SECOND_OPERATOR, Court
from tests.goods_claims import target_of
from tests.orders_under_way import UnderWay
from tests.storage.test_races import at_once

ROUNDS = 5
S = ClaimStatus


@pytest.fixture
async def courts(trade: Trade, rival: Trade) -> tuple[Court, Court]:
    """The same market as two workers see it."""
    court = await Court.of(trade.database)
    return court, Court(Trade(rival.database, court.trade.operator_ids))


@pytest.mark.parametrize(
    ("other", "status"), [(NOTHING, S.CLOSED), (BACK, S.AWAITING_RETURN), (HALF, S.DECIDED)]
)
async def test_two_operators_decide_at_once_and_one_decision_stands(
    courts: tuple[Court, Court], other: Settlement, status: ClaimStatus
) -> None:
    one, two = courts
    for _ in range(ROUNDS):
        claim = await one.escalated()

        said = await at_once(one.decides(claim, HALF), two.decides(claim, other, SECOND_OPERATOR))

        stands = await one.sees(claim)
        assert sorted(said) == ["StaleClaim", "done"]
        assert stands.status is (S.DECIDED if said[0] == "done" else status)
        assert (stands.decided, stands.proposal.number) == (3, 3)
    assert await one.broken() == []


async def test_a_decision_meets_the_sides_own_agreement_and_a_withdrawal(
    courts: tuple[Court, Court],
) -> None:
    one, two = courts
    outcomes = set()
    for _ in range(ROUNDS):
        offered = await one.agrees(BUYER, await one.suggests(await one.escalated()))
        taken_back = await one.escalated()
        target = target_of(taken_back)

        first = await at_once(one.decides(offered, NOTHING), two.agrees(SELLER, offered))
        second = await at_once(
            one.decides(taken_back),
            two.trade.does(BUYER, lambda b, p, t=target: Claiming(b, p).withdraw(t)),
        )

        outcomes |= {
            ("agree", *first, (await one.sees(offered)).status),
            ("withdraw", *second, (await one.sees(taken_back)).status),
        }
    assert outcomes <= {
        ("agree", "done", "StaleClaim", S.CLOSED),
        ("agree", "ClaimMoveNotAllowed", "done", S.AGREED),
        ("withdraw", "done", "StaleClaim", S.DECIDED),
        ("withdraw", "ClaimMoveNotAllowed", "done", S.WITHDRAWN),
    }
    assert await one.broken() == []


async def test_the_clock_of_the_order_meets_the_call_for_the_operator(courts: tuple[Court, Court]) -> None:
    one, two = courts
    for _ in range(ROUNDS):
        order = await UnderWay(one.trade).shipped()
        claim = await one.refused(order)
        arrived = 2 * TRAVEL_TIME[order.terms.shipping]

        await at_once(
            one.escalates(BUYER, claim),
            two.trade.does(STRANGER, lambda b, _, n=order.id: run_out_order(b, n), later=arrived),
        )

        assert (await one.sees(claim)).status is S.ESCALATED
    assert await one.broken() == []
