"""Samples asked for, quoted and ordered: who may do what, who is told, and that nothing happens twice."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from domain.catalogue import ProductPaused
from domain.lifecycle import OrderStatus, SampleStatus
from domain.money import Money
from domain.negotiation import NoSelfDealing
from domain.order import Order
from domain.people import Person
from domain.refusal import Refusal
from domain.sample_policy import SamplePolicy, SamplesNotOffered
from domain.sample_request import ANSWER_TIME, Sampled, SampleMoveNotAllowed, SampleRequest, StaleQuote
from services.keeping_time import JOBS, due_jobs
from services.refusals import NotFound, OwnersOnly
from services.sample_ordering import SampleOrdering
from services.sample_policies import SamplePolicies
from services.sampling import AskedAlready, SampleTarget, Sampling, Wanted
from storage.books import StoredBooks
from storage.doctor import examine
from storage.tables.trade import orders
from tests.builders import (
    BUYER,
    COLLEAGUE,
    CUP,
    DETAILS,
    OTHER_BUYER,
    RIVAL,
    SELLER,
    STRANGER,
    SUPPLIER,
    Trade,
)

FIFTY, THIRTY = Money(5000, "CNY"), Money(3000, "CNY")
ASKED = Sampled(FIFTY, THIRTY, 5, is_refundable=True)
POLICY = SamplePolicy(True, FIFTY, THIRTY, 5, is_refundable=True)
FIRST = SampleTarget(1, 0)
QUOTED = SampleTarget(1, 1)


async def requests(trade: Trade, person_id: int = BUYER, wishes: str = "blue") -> SampleRequest:
    return await trade.does(person_id, lambda b, p: Sampling(b, p).request(Wanted(CUP, 2, wishes)))


async def quotes(trade: Trade, target: SampleTarget = FIRST, *, is_policy: bool = False) -> SampleRequest:
    return await trade.does(SELLER, lambda b, p: Sampling(b, p).quote(target, ASKED, is_policy=is_policy))


async def orders_it(trade: Trade, target: SampleTarget = QUOTED, person_id: int = BUYER) -> Order:
    return await trade.does(person_id, lambda b, p: SampleOrdering(b, p).order_quoted(target, DETAILS))


async def buys(trade: Trade, count: int = 2, person_id: int = BUYER) -> Order:
    return await trade.does(person_id, lambda b, p: SampleOrdering(b, p).order_listed(CUP, count, DETAILS))


async def sets(trade: Trade, policy: SamplePolicy, person_id: int = SELLER) -> None:
    await trade.does(person_id, lambda b, p: SamplePolicies(b, p).of_product(CUP, policy))


async def status_of(trade: Trade) -> SampleStatus:
    request = await trade.does(BUYER, lambda b, _: b.samples.get(1))
    assert request is not None
    return request.status


async def broken(trade: Trade) -> list[str]:
    return [finding.says for finding in await examine(trade.database) if finding.rows]


async def test_a_request_is_quoted_and_ordered_as_a_sample(trade: Trade) -> None:
    await requests(trade)
    await quotes(trade)

    order = await orders_it(trade)

    assert (order.is_sample, order.terms.total()) == (True, Money(13_000, "CNY"))
    assert await status_of(trade) is SampleStatus.ORDERED
    assert await trade.moves_of("sample") == [("request", "buyer"), ("quote", "seller"), ("place", "buyer")]
    told = [(SELLER, "sample_requested"), (COLLEAGUE, "sample_requested"), (BUYER, "sample_quoted")]
    assert sorted(await trade.told()) == sorted(told)
    assert await broken(trade) == []


async def test_what_stands_for_all_is_bought_below_the_moq_and_paid_in_advance(trade: Trade) -> None:
    await sets(trade, POLICY)

    order = await buys(trade)
    await trade.confirms(BUYER, order)
    bound = await trade.confirms(SELLER, order)

    kept = await trade.order(order.id)
    assert (bound.status, kept.is_sample) == (OrderStatus.AWAITING_PAYMENT, True)
    assert (kept.terms.deposit_percent, kept.terms.freight_charge and kept.terms.freight_charge.points) == (
        100,
        300_000,
    )
    assert await broken(trade) == []


async def test_a_quote_kept_for_all_answers_the_next_buyer(trade: Trade) -> None:
    await requests(trade)
    await quotes(trade, is_policy=True)

    order = await buys(trade, person_id=OTHER_BUYER)

    assert order.terms.total() == Money(13_000, "CNY")


async def test_a_product_follows_its_supplier_until_it_says_otherwise(trade: Trade) -> None:
    async def set_all(books: StoredBooks, person: Person) -> object:
        return await SamplePolicies(books, person).of_supplier(SUPPLIER, POLICY)

    with pytest.raises(OwnersOnly):
        await trade.does(COLLEAGUE, set_all)
    await trade.does(SELLER, set_all)
    assert (await buys(trade)).terms.total() == Money(13_000, "CNY")
    await sets(trade, SamplePolicy(is_offered=False), COLLEAGUE)

    with pytest.raises(SamplesNotOffered):
        await buys(trade)
    with pytest.raises(SamplesNotOffered):
        await requests(trade)


async def pause(trade: Trade) -> None:
    await trade.run_sql("UPDATE products SET paused_at = 1")


async def nothing(trade: Trade) -> None:
    """Nothing stands in the way."""


Deed = Callable[[Trade], Awaitable[object]]
REFUSED: dict[str, tuple[Deed, Deed, type[Refusal]]] = {
    "sellers ask themselves": (nothing, lambda t: requests(t, SELLER), NoSelfDealing),
    "what is paused": (pause, requests, ProductPaused),
    "asked twice": (requests, requests, AskedAlready),
    "a stranger's look": (requests, lambda t: t.does(STRANGER, lambda b, p: Sampling(b, p).see(1)), NotFound),
    "a rival's quote": (
        requests,
        lambda t: t.does(RIVAL, lambda b, p: Sampling(b, p).quote(FIRST, ASKED)),
        NotFound,
    ),
    "a buyer's own quote": (
        requests,
        lambda t: t.does(BUYER, lambda b, p: Sampling(b, p).quote(FIRST, ASKED)),
        SampleMoveNotAllowed,
    ),
    "an order without a quote": (requests, lambda t: orders_it(t, FIRST), SampleMoveNotAllowed),
    "another's order": (requests, lambda t: orders_it(t, FIRST, OTHER_BUYER), NotFound),
    "a rival's policy": (nothing, lambda t: t.does(RIVAL, _rivals_policy), NotFound),
    "no policy at all": (nothing, buys, SamplesNotOffered),
}


async def _rivals_policy(books: StoredBooks, person: Person) -> object:
    return await SamplePolicies(books, person).of_product(CUP, POLICY)


@pytest.mark.parametrize("name", REFUSED)
async def test_what_nobody_may_do_changes_nothing(trade: Trade, name: str) -> None:
    given, deed, refusal = REFUSED[name]
    await given(trade)
    before = await trade.moves_of("sample")

    with pytest.raises(refusal):
        await deed(trade)

    assert await trade.moves_of("sample") == before
    assert await trade.count(orders) == 0


async def test_the_clock_warns_and_ends_what_is_not_answered(trade: Trade) -> None:
    await requests(trade)
    await trade.forget_letters()

    for later in (ANSWER_TIME - timedelta(hours=1), ANSWER_TIME - timedelta(hours=1), ANSWER_TIME):
        found = await trade.does(STRANGER, lambda b, _: due_jobs(b, 9), later=later)
        for job, number in found:
            await trade.does(STRANGER, lambda b, _, j=job, n=number: JOBS[j](b, n), later=later)

    warned = [(SELLER, "sample_runs_out"), (COLLEAGUE, "sample_runs_out")]
    ended = [(BUYER, "sample_expired"), (SELLER, "sample_expired"), (COLLEAGUE, "sample_expired")]
    assert sorted(await trade.told()) == sorted(warned + ended)
    assert await status_of(trade) is SampleStatus.EXPIRED


async def test_either_the_quote_or_the_withdrawal_counts_and_never_two_orders(trade: Trade) -> None:
    await requests(trade)
    withdraw = trade.does(BUYER, lambda b, p: Sampling(b, p).withdraw(FIRST))
    met = await asyncio.gather(quotes(trade), withdraw, return_exceptions=True)
    assert [isinstance(each, SampleMoveNotAllowed | StaleQuote) for each in met].count(True) == 1

    if await status_of(trade) is SampleStatus.WITHDRAWN:
        await requests(trade, OTHER_BUYER)
        return
    placed = await asyncio.gather(*(orders_it(trade) for _ in range(2)), return_exceptions=True)

    assert [isinstance(each, SampleMoveNotAllowed) for each in placed].count(True) == 1
    assert await trade.count(orders) == 1
    assert await broken(trade) == []
