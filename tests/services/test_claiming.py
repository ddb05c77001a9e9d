"""Claims for lateness: what is claimed, what both sides may answer, and what is owed in the end."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from domain.claim import AboveClaim, ClaimMoveNotAllowed, StaleClaim
from domain.claim_clock import TALK_TIME
from domain.lifecycle import ClaimStatus, OrderStatus
from domain.money import Money
from domain.people import Person
from domain.settlement import compensation
from services.claim_deeds import ClaimTarget
from services.claiming import ClaimGrew, Claiming, NothingToClaim
from services.compensating import Compensating, NotEnoughOwed
from services.keeping_time import JOBS, due_jobs
from services.measuring import measure_figures
from services.order_deeds import OrderTarget
from services.receiving import Receiving
from services.refusals import NotFound
from storage.books import StoredBooks
from storage.doctor import examine, examine_claims
from storage.tables.claims import claim_versions
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, STRANGER, SUPPLIER, Trade
from tests.goods_claims import target_of
from tests.late_orders import (
    CLAIMED,
    DAY,
    WEEK,
    agrees,
    claims,
    late_of,
    pays,
    promised,
    proposes,
    refuses,
    ships,
    withdraws,
)

MINUTE = timedelta(minutes=1)
Deed = Callable[[StoredBooks, Person, ClaimTarget], Awaitable[object]]
DEEDS: dict[str, Deed] = {
    "see": lambda b, p, t: Claiming(b, p).see(t.claim_id),
    "agree": lambda b, p, t: Claiming(b, p).agree(t, "a"),
    "propose": lambda b, p, t: Claiming(b, p).propose(t, compensation(Money(1, "CNY")), "no"),
    "refuse": lambda b, p, t: Claiming(b, p).refuse(t, "no"),
    "withdraw": lambda b, p, t: Claiming(b, p).withdraw(t),
    "pay": lambda b, p, t: Compensating(b, p).pay(t),
    "deduct": lambda b, p, t: Compensating(b, p).deduct(t),
}


async def tick(trade: Trade, later: timedelta) -> list[str]:
    """All that is due then; returns which jobs."""
    found = await trade.does(STRANGER, lambda books, _: due_jobs(books, 100), later=later)
    for job, number in found:
        await trade.does(STRANGER, lambda b, _, job=job, n=number: JOBS[job](b, n), later=later)
    return [job for job, _ in found]


async def broken(trade: Trade) -> list[str]:
    found = [*await examine(trade.database), *await examine_claims(trade.database)]
    return [finding.says for finding in found if finding.rows]


async def test_a_claim_is_bargained_over_agreed_and_paid(trade: Trade) -> None:
    order = await promised(trade)
    await trade.forget_letters()

    claim = await claims(trade, order)
    lower = await proposes(trade, SELLER, claim, 10_000)
    higher = await proposes(trade, BUYER, lower, 15_000)
    settled = await pays(trade, await agrees(trade, COLLEAGUE, higher))

    assert (claim.claimed, settled.status, settled.proposal.settlement.amount.minor) == (
        CLAIMED,
        ClaimStatus.SETTLED,
        15_000,
    )
    assert await trade.count(claim_versions) == 3
    assert [news for person, news in await trade.told() if person != COLLEAGUE] == [
        "claim_received",
        "claim_proposed",
        "claim_proposed",
        "claim_agreed",
        "claim_settled",
    ]
    assert await trade.moves_of("claim") == [
        ("claim", "buyer"),
        ("propose", "seller"),
        ("propose", "buyer"),
        ("agree", "seller"),
        ("compensate", "seller"),
    ]
    assert await broken(trade) == []


async def test_what_left_in_time_is_not_claimed_and_what_was_agreed_counts_once(trade: Trade) -> None:
    order = await promised(trade)
    await ships(trade, order, 300, timedelta(0))
    await agrees(trade, SELLER, await claims(trade, order))

    with pytest.raises(NothingToClaim):
        await claims(trade, order)
    more = await claims(trade, order, WEEK + 2 * DAY)

    late = await late_of(trade, order, WEEK + 2 * DAY)
    assert late
    assert late.lateness.amount == Money(10_000, "CNY")  # eight days of 200 cups
    assert (late.settled, more.claimed) == (Money(7_500, "CNY"), Money(2_500, "CNY"))
    assert await broken(trade) == []


async def test_nothing_is_claimed_in_time_or_without_a_clause_or_of_a_changed_sum(trade: Trade) -> None:
    order = await promised(trade)
    bare = await promised(trade, late_percent_per_day=None, late_cap_percent=None)

    for number, later in ((order.id, timedelta(0)), (bare.id, WEEK)):
        with pytest.raises(NothingToClaim):
            await trade.does(BUYER, lambda b, p, n=number: Claiming(b, p).send(n, 1), later=later)
    with pytest.raises(ClaimGrew):
        await trade.does(BUYER, lambda b, p: Claiming(b, p).send(order.id, CLAIMED.minor), later=WEEK + DAY)
    with pytest.raises(NotFound):
        await trade.does(SELLER, lambda b, p: Claiming(b, p).send(order.id, CLAIMED.minor), later=WEEK)


async def test_one_claim_stands_and_two_in_vain_are_enough(trade: Trade) -> None:
    order = await promised(trade)
    first = await claims(trade, order)

    with pytest.raises(NothingToClaim):
        await claims(trade, order)
    await withdraws(trade, await refuses(trade, first))
    await withdraws(trade, await claims(trade, order))
    with pytest.raises(NothingToClaim):
        await claims(trade, order)

    assert [claim.status for claim in (await late_of(trade, order) or pytest.fail("late")).claims] == [
        ClaimStatus.WITHDRAWN,
        ClaimStatus.WITHDRAWN,
    ]


async def test_a_claim_that_nobody_answers_goes_to_the_operator_as_said(trade: Trade) -> None:
    order = await promised(trade)
    await ships(trade, order, 500, WEEK)
    claim = await claims(trade, order)
    await trade.forget_letters()
    end = WEEK + TALK_TIME

    warned = await tick(trade, end - timedelta(hours=23))
    again = await tick(trade, end - timedelta(hours=10))
    with pytest.raises(ClaimMoveNotAllowed):
        await agrees(trade, SELLER, claim, end + MINUTE)
    ended = await tick(trade, end + MINUTE)

    assert (warned, again, ended) == (["warn_of_claim"], [], ["run_out_claim"])
    assert sorted(set(await trade.told())) == [
        (person, news)
        for person in (BUYER, SELLER, COLLEAGUE)
        for news in ("claim_escalated", "claim_runs_out")
    ]
    assert (await agrees(trade, SELLER, claim, end + DAY)).status is ClaimStatus.AGREED
    assert await broken(trade) == []


async def test_what_is_agreed_is_reminded_of_until_it_is_paid(trade: Trade) -> None:
    agreed = await agrees(trade, SELLER, await claims(trade, await promised(trade)))
    await trade.forget_letters()

    warned = await tick(trade, 2 * WEEK - 23 * 60 * MINUTE)
    ended = await tick(trade, 2 * WEEK + MINUTE)
    silent = await tick(trade, 3 * WEEK - 2 * DAY)

    assert ("warn_of_claim" in warned, "run_out_claim" in ended, "run_out_claim" in silent) == (
        True,
        True,
        False,
    )
    told = [(person, news) for person, news in await trade.told() if news.startswith("claim")]
    assert told == [
        (SELLER, "claim_runs_out"),
        (COLLEAGUE, "claim_runs_out"),
        *((person, "claim_overdue") for person in (BUYER, SELLER, COLLEAGUE)),
    ]
    assert (await pays(trade, agreed, later=3 * WEEK)).status is ClaimStatus.SETTLED


async def test_a_deduction_lets_the_buyer_pay_so_much_less(trade: Trade) -> None:
    order = await promised(trade)
    agreed = await agrees(trade, SELLER, await claims(trade, order))

    await pays(trade, agreed, deducted=True)
    with pytest.raises(ClaimMoveNotAllowed):
        await pays(trade, agreed)

    standing = await trade.does(BUYER, lambda books, _: books.money.standing(order))
    assert (standing.paid, standing.refunded) == (CLAIMED, Money(0, "CNY"))
    assert standing.owed.minor == standing.total.minor - CLAIMED.minor
    assert await broken(trade) == []


async def test_more_than_the_buyer_owes_cannot_be_deducted(trade: Trade) -> None:
    order = await promised(trade)
    agreed = await agrees(trade, SELLER, await claims(trade, order))
    later = await agrees(trade, SELLER, await claims(trade, order, WEEK + DAY), WEEK + DAY)
    await pays(trade, agreed, deducted=True)
    await trade.run_sql("UPDATE orders SET status = 'cancelled'")

    with pytest.raises(NotEnoughOwed):
        await pays(trade, later, deducted=True)

    settled = await pays(trade, later)
    assert settled.status is ClaimStatus.SETTLED
    assert await tick(trade, timedelta(0)) == []


@pytest.mark.parametrize("verb", DEEDS)
async def test_an_outsider_learns_nothing_about_a_claim(trade: Trade, verb: str) -> None:
    claim = await claims(trade, await promised(trade))

    for person in (STRANGER, OTHER_BUYER, RIVAL):
        with pytest.raises(NotFound) as refusal:
            await trade.does(person, lambda b, p: DEEDS[verb](b, p, target_of(claim)), later=WEEK)
        assert refusal.value.facts == {"what": "claim"}


async def test_an_older_amount_is_nobodys_to_answer_and_none_is_above_the_claim(trade: Trade) -> None:
    claim = await claims(trade, await promised(trade))
    with pytest.raises(AboveClaim):
        await proposes(trade, SELLER, claim, CLAIMED.minor + 1)
    await proposes(trade, SELLER, claim, 1)

    for person, verb in ((SELLER, "agree"), (SELLER, "refuse"), (BUYER, "agree"), (BUYER, "withdraw")):
        with pytest.raises(StaleClaim):
            await trade.does(person, lambda b, p, verb=verb: DEEDS[verb](b, p, target_of(claim)), later=WEEK)


async def test_the_clock_completes_no_order_while_a_claim_stands(trade: Trade) -> None:
    order = await promised(trade)
    await ships(trade, order, 500, WEEK)
    await trade.does(
        BUYER, lambda b, p: Receiving(b, p).receive(OrderTarget(order.id, order.revision)), later=WEEK
    )
    agreed = await agrees(trade, SELLER, await claims(trade, order))
    await trade.run_sql(
        "INSERT INTO bookings (id, order_id, kind, method, key, cause, at)"
        " SELECT 1, id, 'payment', 'transfer', 'x', 'test', 1 FROM orders"
    )
    await trade.run_sql(
        "INSERT INTO postings VALUES (1, 'buyer', -625000, 'CNY'), (1, 'supplier', 625000, 'CNY')"
    )

    await tick(trade, WEEK + 15 * DAY + MINUTE)
    held = (await trade.order(order.id)).status
    await pays(trade, agreed)
    await tick(trade, WEEK + 25 * DAY)

    assert held is OrderStatus.DELIVERED
    assert (await trade.order(order.id)).status is OrderStatus.COMPLETED


async def test_both_hear_of_the_promised_day_once_before_and_when_it_has_passed(trade: Trade) -> None:
    order = await promised(trade)
    await trade.forget_letters()

    await tick(trade, MINUTE)
    await tick(trade, 2 * MINUTE)
    before = await trade.told()
    await trade.forget_letters()
    await tick(trade, 3 * DAY)
    passed = await trade.told()

    assert sorted(before) == [(person, "promise_near") for person in (BUYER, SELLER, COLLEAGUE)]
    assert sorted(passed) == [(person, "order_late") for person in (BUYER, SELLER, COLLEAGUE)]
    assert (await trade.order(order.id)).status is OrderStatus.IN_PRODUCTION


async def test_a_claim_counts_against_the_supplier_unless_it_is_taken_back(trade: Trade) -> None:
    async def measured(books: StoredBooks, _: Person) -> tuple[int, int]:
        await measure_figures(books)
        supplier = await books.catalogue.supplier(SUPPLIER)
        assert supplier
        return supplier.figures.promised, supplier.figures.claimed

    order = await promised(trade)
    claim = await claims(trade, order)
    against = await trade.does(STRANGER, measured, later=WEEK)
    await withdraws(trade, claim)

    assert against == (1, 1)
    assert await trade.does(STRANGER, measured, later=WEEK) == (1, 0)
