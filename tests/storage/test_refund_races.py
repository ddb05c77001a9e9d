"""Two people refund one claim at the same moment: what is owed goes back once."""

import asyncio
from typing import Any

import pytest

from domain.claim import ClaimMoveNotAllowed
from domain.instalments import Part
from domain.lifecycle import ClaimStatus
from services.repaying import RepaidMeanwhile
from storage.database import open_database
from storage.doctor import examine, examine_claims
from tests.builders import COLLEAGUE, SELLER, Trade
from tests.payments import DEPOSIT, OPERATOR, TOTAL, Till, cny
from tests.refund_counter import Counter

ROUNDS = 4


@pytest.fixture
async def rival(database_url: str) -> Any:
    """Another worker on the same database."""
    async with open_database(database_url) as database:
        yield Counter(Trade(database))


async def broken(trade: Trade) -> list[str]:
    found = [*await examine(trade.database), *await examine_claims(trade.database)]
    return [finding.says for finding in found if finding.rows]


async def test_two_operators_refund_a_card_at_once_and_it_goes_back_once(
    trade: Trade, rival: Counter
) -> None:
    till, counter = Till(trade), Counter(trade)
    for number in range(ROUNDS):
        order = await till.owed()
        await till.charges(await till.bill(order, Part.FULL), f"c{number}")
        claim = await counter.won(order, DEPOSIT)

        done = await asyncio.gather(
            counter.refunds(claim, by=OPERATOR), rival.refunds(claim, by=OPERATOR), return_exceptions=True
        )

        standing = await till.standing(order)
        refused = [type(each) for each in done if isinstance(each, Exception)]
        assert refused in ([ClaimMoveNotAllowed], [RepaidMeanwhile])
        assert (standing.allowed, standing.kept) == (cny(DEPOSIT), cny(TOTAL - DEPOSIT))
    assert await broken(trade) == []


async def test_colleagues_refund_set_off_and_send_a_part_at_once(trade: Trade, rival: Counter) -> None:
    till, counter = Till(trade), Counter(trade)
    for _ in range(ROUNDS):
        order = await till.owed()
        await till.receives(await till.states(order, DEPOSIT), DEPOSIT)
        claim = await counter.won(order, DEPOSIT)

        done = await asyncio.gather(
            counter.refunds(claim, 100), rival.sets_off(claim, by=COLLEAGUE), return_exceptions=True
        )

        after, standing = await counter.now(claim), await till.standing(order)
        refused = [type(each) for each in done if isinstance(each, Exception)]
        assert refused in ([ClaimMoveNotAllowed], [RepaidMeanwhile])
        assert after.repaid in (100, DEPOSIT)
        assert (after.status is ClaimStatus.REFUNDED) == (after.repaid == DEPOSIT)
        assert standing.allowed == cny(after.repaid)
    assert await broken(trade) == []


async def test_the_same_press_again_after_a_retry_books_nothing(trade: Trade) -> None:
    till, counter = Till(trade), Counter(trade)
    order = await till.owed()
    await till.receives(await till.states(order, TOTAL), TOTAL)
    claim = await counter.won(order, DEPOSIT)

    await counter.refunds(claim, 500)
    with pytest.raises(RepaidMeanwhile):
        await counter.refunds(claim, 500, by=COLLEAGUE)
    part = await counter.now(claim)
    whole = await counter.refunds(part)

    assert (part.repaid, whole.repaid, whole.status) == (500, DEPOSIT, ClaimStatus.REFUNDED)
    with pytest.raises(ClaimMoveNotAllowed):
        await counter.refunds(whole, 1, by=SELLER)
    assert await broken(trade) == []
