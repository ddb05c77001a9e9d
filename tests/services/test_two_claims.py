"""Several claims on one order: one at a time is in dispute, and together they never come to more than it."""

from collections.abc import Awaitable
from datetime import timedelta
from typing import Final

import pytest

from domain.claim import Claim
from domain.claim_bounds import AboveWorth, ClaimOpen, MoreThanLeft
from domain.claim_facts import ClaimKind
from domain.details import Line
from domain.lifecycle import ClaimStatus
from domain.money import Money
from services.claim_deeds import ClaimTarget
from services.claiming import Claiming
from services.escalating import Escalating
from services.returning import Returning
from tests.builders import BUYER, SELLER, Trade
from tests.claims_made import BLUE, LINES, RED, WAREHOUSE, arrived, drafted, makes
from tests.disputes import HALF, Court
from tests.goods_claims import target_of
from tests.refund_counter import DHL

SOME_RED: Final = (Line(RED, 100),)
SOME_BLUE: Final = (Line(BLUE, 100),)
TOTAL: Final = 625_000
OVERDUE: Final = timedelta(days=8)


async def agreed(trade: Trade, claim: Claim, person: int = SELLER) -> Claim:
    digest = claim.proposal.digest[:8]
    address = WAREHOUSE if claim.ground.kind is ClaimKind.RETURN else ""
    return await trade.does(person, lambda b, p: Claiming(b, p).agree(target_of(claim), digest, address))


async def test_an_overdue_claim_goes_to_the_operator_only_when_no_other_is_argued_about(trade: Trade) -> None:
    order = await arrived(trade)
    owed = await agreed(trade, await makes(trade, drafted(order, SOME_RED, 100_000)))
    other = await makes(trade, drafted(order, SOME_BLUE, 100_000), days=6)

    def escalating(claim: Claim) -> Awaitable[Claim]:
        return trade.does(BUYER, lambda b, p: Escalating(b, p).escalate(target_of(claim)), later=OVERDUE)

    with pytest.raises(ClaimOpen) as refused:
        await escalating(owed)
    await trade.does(BUYER, lambda b, p: Claiming(b, p).withdraw(target_of(other)), later=OVERDUE)
    called = await escalating(owed)

    assert refused.value.facts == {"claim_id": other.id}
    assert called.status is ClaimStatus.ESCALATED


async def test_no_other_claim_keeps_a_seller_from_contesting_what_came_back(trade: Trade) -> None:
    order = await arrived(trade)
    back = drafted(order, SOME_RED, 100_000, kind=ClaimKind.RETURN)
    claim = await agreed(trade, await makes(trade, back))
    refused = []
    for _ in range(2):
        with pytest.raises(ClaimOpen) as found:
            await makes(trade, drafted(order, SOME_BLUE, 100_000))
        refused.append(found.value.facts["claim_id"])
        target = target_of(claim)
        if claim.status is ClaimStatus.AWAITING_RETURN:
            claim = await trade.does(BUYER, lambda b, p, t=target: Returning(b, p).send_back(t, DHL))

    contested = await trade.does(SELLER, lambda b, p: Returning(b, p).contest(target_of(claim), "Other cups"))

    assert refused == [claim.id, claim.id]
    assert contested.status is ClaimStatus.ESCALATED


async def test_what_a_claim_may_still_come_to_is_not_promised_twice(trade: Trade) -> None:
    order = await arrived(trade)
    asked = await makes(trade, drafted(order, LINES, TOTAL - 100_000))
    target = ClaimTarget(asked.id, asked.proposal.number)
    half = await trade.does(SELLER, lambda b, p: Claiming(b, p).propose(target, HALF, "half"))
    await agreed(trade, half, BUYER)

    with pytest.raises(AboveWorth) as refused:
        await makes(trade, drafted(order, LINES, 100_001))
    other = await makes(trade, drafted(order, LINES, 100_000))

    assert refused.value.facts["worth"] == Money(100_000, "CNY")
    assert other.status is ClaimStatus.AWAITING_SELLER


async def test_goods_that_went_back_are_gone_also_when_money_alone_is_decided_on(trade: Trade) -> None:
    court = await Court.of(trade.database)
    order = await arrived(trade)
    back = drafted(order, SOME_RED, 125_000, kind=ClaimKind.RETURN)
    claim = await agreed(trade, await makes(trade, back))
    await trade.does(BUYER, lambda b, p: Returning(b, p).send_back(target_of(claim), DHL))
    contested = await trade.does(SELLER, lambda b, p: Returning(b, p).contest(target_of(claim), "Used cups"))

    await court.decides(contested)

    with pytest.raises(MoreThanLeft) as refused:
        await makes(trade, drafted(order, (Line(RED, 101),), 1_000))
    assert refused.value.facts["left"] == 100
