"""Goods that travel because of a claim, and what may not overtake it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.amendment import AMENDABLE
from domain.claim import BelowRepaid, Claim, ClaimMoveNotAllowed, DecidedAlready
from domain.claim_clock import TRAVEL_TIME
from domain.instalments import Part
from domain.lifecycle import ClaimStatus, OrderStatus
from domain.order import Order
from domain.people import Person
from domain.settlement import Remedy
from services.amending import Amending
from services.cancelling import Cancelling
from services.claim_time import run_out_claim
from services.given_back import BelowGivenBack, ClaimStands
from services.order_deeds import OrderTarget
from services.refusals import NotFound
from services.returning import Returning
from storage.books import StoredBooks
from storage.doctor import examine, examine_claims
from storage.outbox import StoredOutbox
from tests.builders import BUYER, OTHER_BUYER, RIVAL, SELLER, STRANGER, WORKER, Trade, terms
from tests.goods_claims import target_of
from tests.orders_under_way import ALL, UnderWay
from tests.payments import DEPOSIT, OPERATORS, TOTAL, Till
from tests.refund_counter import DHL, Counter

Deed = Callable[[StoredBooks, Person], Awaitable[Any]]


@pytest.fixture
def counter(trade: Trade) -> Counter:
    return Counter(trade)


async def paid(trade: Trade) -> Order:
    """An order that was paid by card, and all of which left."""
    till = Till(trade)
    order = await till.owed()
    await till.charges(await till.bill(order, Part.FULL), "c1")
    started = await UnderWay(trade).does(SELLER, await trade.order(order.id), "start")
    return await UnderWay(trade).ships(SELLER, started, ALL)


async def complaints(trade: Trade) -> list[str]:
    found = [*await examine(trade.database), *await examine_claims(trade.database)]
    return [finding.says for finding in found if finding.rows]


async def test_goods_that_nobody_speaks_of_count_as_back_and_the_operator_owes(counter: Counter) -> None:
    trade = counter.trade
    order = await paid(trade)
    claim = await counter.won(order, DEPOSIT, remedy=Remedy.RETURN)
    sent = await counter.sends_back(claim)
    await trade.forget_letters()

    async def passes(books: StoredBooks, _: Person) -> None:
        books = replace(books, operator_ids=OPERATORS)
        await run_out_claim(books, claim.id)
        await books.send(StoredOutbox(books.connection, WORKER))

    await trade.does(STRANGER, passes, later=TRAVEL_TIME + timedelta(hours=1))

    told = set(await trade.told())
    parcels = await trade.does(BUYER, lambda b, _: b.returns.of_claim(claim.id))
    assert [each.waybill for each in parcels] == [DHL]
    assert (sent.status, (await counter.now(claim)).status) == (
        ClaimStatus.AWAITING_RECEIPT,
        ClaimStatus.AGREED,
    )
    assert {(BUYER, "claim_ran_out"), (SELLER, "claim_ran_out")} <= told
    assert (OTHER_BUYER, "claim_card_refund_due") in told
    assert await complaints(trade) == []


async def test_only_who_waits_for_goods_takes_or_contests_them_once(counter: Counter) -> None:
    trade = counter.trade
    claim = await counter.sends_back(await counter.won(await paid(trade), DEPOSIT, remedy=Remedy.RETURN))
    target = target_of(claim)
    deeds: list[tuple[int, Deed, type[Exception]]] = [
        (BUYER, lambda b, p: Returning(b, p).take_back(target), ClaimMoveNotAllowed),
        (BUYER, lambda b, p: Returning(b, p).send_back(target, DHL), ClaimMoveNotAllowed),
        (BUYER, lambda b, p: Returning(b, p).contest(target, "Lost"), ClaimMoveNotAllowed),
        (RIVAL, lambda b, p: Returning(b, p).take_back(target), NotFound),
    ]
    for person, deed, refusal in deeds:
        with pytest.raises(refusal):
            await trade.does(person, deed)
    await trade.run_sql("UPDATE claims SET decided = 1")
    with pytest.raises(DecidedAlready):
        await trade.does(SELLER, lambda b, p: Returning(b, p).contest(target, "An empty box"))
    await trade.run_sql("UPDATE claims SET decided = 0")

    contested = await trade.does(SELLER, lambda b, p: Returning(b, p).contest(target, "An empty box"))

    said = await trade.does(BUYER, lambda b, _: b.returns.contests_of(claim.id))
    assert (contested.status, [each.reason for each in said]) == (ClaimStatus.ESCALATED, ["An empty box"])
    with pytest.raises(ClaimMoveNotAllowed):
        await counter.takes_back(claim)
    assert await complaints(trade) == []


async def test_nothing_overtakes_what_a_claim_gives_back(counter: Counter) -> None:
    trade, till = counter.trade, Till(counter.trade)
    order = await till.owed()
    assert order.status in AMENDABLE
    await till.receives(await till.states(order, TOTAL), TOTAL)
    asked = await counter.claims(order, TOTAL - 100)
    paid_for = OrderTarget(order.id, order.revision)
    with pytest.raises(BelowGivenBack):
        await trade.does(BUYER, lambda b, p: Amending(b, p).propose(paid_for, terms("1.00")))
    part = await counter.refunds(await counter.agrees(asked), 100_000)
    order = await trade.order(order.id)
    target = OrderTarget(order.id, order.revision)

    for cheaper in (terms(count=100), terms("1.00")):
        with pytest.raises(BelowGivenBack):
            await trade.does(BUYER, lambda b, p, t=cheaper: Amending(b, p).propose(target, t))
    await trade.does(BUYER, lambda b, p: Cancelling(b, p).ask(target, "No use for them"))
    with pytest.raises(ClaimStands):
        await trade.does(SELLER, lambda b, p: Cancelling(b, p).agree(target))
    with pytest.raises(BelowRepaid):
        _lowered(part, 100_000)
    await counter.refunds(part)
    cancelled = await trade.does(SELLER, lambda b, p: Cancelling(b, p).agree(target))

    standing = await till.standing(order)
    assert cancelled.status is OrderStatus.CANCELLED
    assert (standing.allowed.minor, standing.credit.minor, standing.owed.minor) == (TOTAL - 100, 100, 0)
    assert await complaints(trade) == []


def _lowered(claim: Claim, minor: int) -> None:
    settlement = claim.proposal.settlement
    claim.check(replace(settlement, amount=replace(settlement.amount, minor=minor)))


FORGED = {
    "a claim counts as refunded exactly what was booked for it": "UPDATE claims SET repaid = repaid - 1",
    "a claim ends as refunded exactly when all was given back that is owed for it": (
        "UPDATE claims SET status = 'agreed' WHERE status = 'refunded'"
    ),
    "no more came back than had left, line by line, nor was more refunded for it than it is worth": (
        "UPDATE orders SET shipped = 499"
    ),
}


@pytest.mark.parametrize("says", FORGED)
async def test_the_doctor_finds_refunds_and_returns_that_do_not_add_up(counter: Counter, says: str) -> None:
    claim = await counter.won(await paid(counter.trade), DEPOSIT, remedy=Remedy.RETURN)
    back = await counter.takes_back(await counter.sends_back(claim))
    await counter.refunds(back, by=OTHER_BUYER)
    healthy = await complaints(counter.trade)

    await counter.trade.run_sql(FORGED[says])

    assert healthy == []
    assert says in await complaints(counter.trade)
