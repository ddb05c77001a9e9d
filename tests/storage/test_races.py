"""Two people press at the same moment: the result is that of one pressing before the other."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.negotiation import VALIDITY
from domain.refusal import Refusal
from services.keeping_time import expire_negotiation
from services.negotiating import Negotiating, Target
from storage.doctor import examine
from storage.tables.trade import confirmations, orders
from tests.builders import BUYER, COLLEAGUE, SELLER, STRANGER, Trade, draft

ROUNDS = 20
MINUTE = timedelta(minutes=1)
Press = Callable[[Trade], Awaitable[Any]]


async def at_once(*presses: Awaitable[Any]) -> list[str]:
    """Presses started together; what became of each."""
    barrier = asyncio.Barrier(len(presses))

    async def press(deed: Awaitable[Any]) -> str:
        await barrier.wait()
        try:
            await deed
        except Refusal as refusal:
            return type(refusal).__name__
        return "done"

    return await asyncio.gather(*(press(deed) for deed in presses))


async def broken(trade: Trade) -> list[str]:
    findings = await examine(trade.database)
    return [finding.says for finding in findings if finding.rows]


async def test_both_confirm_at_once(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        order = await trade.ordered()

        await at_once(trade.confirms(BUYER, order), rival.confirms(SELLER, order))

        assert (await trade.order(order.id)).status is OrderStatus.AWAITING_PAYMENT
    assert await trade.count(confirmations) == 2 * ROUNDS
    assert await broken(trade) == []


async def test_two_sellers_of_one_supplier_confirm_at_once(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        order = await trade.ordered()

        await at_once(trade.confirms(SELLER, order), rival.confirms(COLLEAGUE, order))

        assert (await trade.order(order.id)).waits_for == ("buyer",)
    assert await trade.count(confirmations) == ROUNDS


async def test_an_acceptance_meets_a_withdrawal(trade: Trade, rival: Trade) -> None:
    outcomes = set()
    for _ in range(ROUNDS):
        asked = await trade.inquires()

        first, second = await at_once(trade.accepts(SELLER, asked), rival.withdraws(BUYER, asked))

        status = (await trade.negotiation(asked.id)).status
        outcomes.add((first, second, status))
    # A buyer may still withdraw from what was accepted a moment ago.
    assert outcomes <= {
        ("done", "done", NegotiationStatus.WITHDRAWN),
        ("MoveNotAllowed", "done", NegotiationStatus.WITHDRAWN),
    }
    assert await broken(trade) == []


async def test_an_acceptance_meets_a_counter_of_a_colleague(trade: Trade, rival: Trade) -> None:
    outcomes = set()
    for _ in range(ROUNDS):
        asked = await trade.inquires()

        said = await at_once(trade.accepts(SELLER, asked), rival.counters(COLLEAGUE, asked, draft("13")))

        now = await trade.negotiation(asked.id)
        outcomes.add((*said, now.status, now.offer.number))
    assert outcomes <= {
        ("done", "MoveNotAllowed", NegotiationStatus.AGREED, 1),
        ("StaleVersion", "done", NegotiationStatus.AWAITING_BUYER, 2),
    }
    assert await broken(trade) == []


async def test_an_agreement_ordered_from_two_phones_is_one_order(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        agreed = await trade.agreed()

        said = await at_once(trade.orders(BUYER, agreed), rival.orders(BUYER, agreed))

        assert sorted(said) == ["MoveNotAllowed", "done"]
    assert await trade.count(orders) == ROUNDS
    assert await broken(trade) == []


async def test_an_order_meets_a_withdrawal(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        agreed = await trade.agreed()

        said = await at_once(trade.orders(BUYER, agreed), rival.withdraws(BUYER, agreed))

        assert sorted(said) == ["MoveNotAllowed", "done"]
    assert await broken(trade) == []


async def test_a_confirmation_meets_another_address(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        order = await trade.ordered()
        await trade.confirms(BUYER, order)

        said = await at_once(trade.confirms(SELLER, order), rival.edits(BUYER, order, "Elsewhere"))

        now = await trade.order(order.id)
        assert (tuple(said), now.status, now.revision) in {
            (("done", "OrderMoveNotAllowed"), OrderStatus.AWAITING_PAYMENT, 1),
            (("StaleOrder", "done"), OrderStatus.AWAITING_CONFIRMATION, 2),
        }
    assert await broken(trade) == []


async def test_the_clock_meets_an_acceptance(trade: Trade, rival: Trade) -> None:
    outcomes = set()
    for _ in range(ROUNDS):
        asked = await trade.inquires()
        target = Target(asked.id, 1)

        said = await at_once(
            trade.does(
                SELLER,
                lambda b, p, t=target, d=asked.offer.digest: Negotiating(b, p).accept(t, d),
                later=VALIDITY - MINUTE,
            ),
            rival.does(
                STRANGER,
                lambda b, _, number=asked.id: expire_negotiation(b, number),
                later=VALIDITY + MINUTE,
            ),
        )

        outcomes.add((said[0], (await trade.negotiation(asked.id)).status))
    assert outcomes <= {("done", NegotiationStatus.AGREED), ("MoveNotAllowed", NegotiationStatus.EXPIRED)}
    assert await broken(trade) == []
