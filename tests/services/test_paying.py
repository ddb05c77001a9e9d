"""Money of an order: asked before it moves, booked once as it moved, and given back within what was paid."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.instalments import Part
from domain.lifecycle import OrderStatus
from domain.money import MAX_TOTAL_MINOR, TotalOutOfBounds
from domain.order import StaleOrder
from domain.paying import CardUnfit, NothingToPay, PartPaid, check_card
from domain.payment_account import bank_account
from domain.people import Person
from domain.refusal import Refusal
from domain.terms import PaymentMethod
from services.card_payments import HOLD, UNDER_WAY, Bill, BillOutdated, NotThePayer
from services.order_holds import PaymentUnderWay
from services.payment_accounts import PaymentAccounts
from services.payment_books import Statement
from services.refusals import NotFound
from services.statements import AnsweredAlready, LedgerMoved, Stating
from storage.books import StoredBooks
from storage.database import open_database
from storage.doctor import examine, examine_money
from storage.tables.money import bookings, charges, payment_statements
from tests.builders import BUYER, COLLEAGUE, NOON, OTHER_BUYER, RIVAL, SELLER, Trade
from tests.payments import DEPOSIT, OPERATOR, TOTAL, Till, charge, cny


@pytest.fixture
def till(trade: Trade) -> Till:
    return Till(trade)


async def sets_account(books: StoredBooks, person: Person) -> None:
    """A bank account of the first supplier that the person sells for."""
    account = bank_account(["Bank", "Holder", "6222021234567890"])
    await PaymentAccounts(books, person).set(min(person.supplier_ids), account)


async def complaints(trade: Trade) -> list[str]:
    return [finding.says for finding in await examine(trade.database) if finding.rows]


Forged = Callable[[Bill], tuple[str, tuple[int, str]]]
FORGED: list[tuple[Forged, int, type[Refusal]]] = [
    (lambda bill: (bill.payload, (bill.amount.minor - 1, "CNY")), BUYER, BillOutdated),
    (lambda bill: (bill.payload, (bill.amount.minor, "USD")), BUYER, BillOutdated),
    (lambda bill: (replace(bill, amount=cny(1)).payload, (1, "CNY")), BUYER, BillOutdated),
    (lambda bill: (bill.payload, (bill.amount.minor, "CNY")), OTHER_BUYER, NotThePayer),
    (lambda bill: (bill.payload, (bill.amount.minor, "CNY")), SELLER, NotThePayer),
    (lambda bill: (replace(bill, revision=9).payload, (bill.amount.minor, "CNY")), BUYER, StaleOrder),
    (lambda bill: (replace(bill, part=Part.BALANCE).payload, (DEPOSIT, "CNY")), BUYER, PartPaid),
    (lambda bill: (replace(bill, order_id=999).payload, (bill.amount.minor, "CNY")), BUYER, NotFound),
    (lambda bill: ("order:7", (bill.amount.minor, "CNY")), BUYER, NotFound),
    (lambda bill: (f"yijia:1:1:deposit:{2**60}:CNY:x", (DEPOSIT, "CNY")), BUYER, NotFound),
]


async def test_only_the_buyer_is_let_pay_exactly_what_is_lacking(till: Till) -> None:
    bill = await till.bill(await till.owed())

    refused = []
    for forged, person, _ in FORGED:
        with pytest.raises(Refusal) as refusal:
            await till.asks(*forged(bill), by=person)
        refused.append(type(refusal.value))
    await till.allows(bill)

    assert refused == [expected for _, _, expected in FORGED]
    assert len(bill.payload.encode()) <= 128
    assert await till.trade.count(bookings) == 0


async def test_a_payment_under_way_holds_its_order_and_lets_another_card_be_tried(till: Till) -> None:
    order = await till.owed()
    bill = await till.bill(order)
    await till.allows(bill)

    with pytest.raises(PaymentUnderWay):
        await till.allows(bill)
    await till.allows(bill, later=UNDER_WAY)
    held = [
        await till.trade.does(BUYER, lambda b, _: b.money.held_since(order.id, b.now), later=later)
        for later in (UNDER_WAY, UNDER_WAY + HOLD)
    ]

    assert [since is not None for since in held] == [True, False]


async def test_one_charge_told_by_many_at_once_counts_once(till: Till, database_url: str) -> None:
    order = await till.owed()
    bill = await till.bill(order)
    async with open_database(database_url) as database:
        rival = Till(Trade(database))

        await asyncio.gather(*(each.charges(bill, "c1") for each in (till, rival, till, rival)))

    standing = await till.standing(order)
    funded = await till.trade.order(order.id)
    told = [news for _, news in await till.trade.told() if news == "payment_booked"]
    assert (standing.paid, standing.owed, standing.is_funded) == (cny(DEPOSIT), cny(TOTAL - DEPOSIT), True)
    assert funded.promised_at is None
    assert funded.is_funded
    assert told == ["payment_booked"] * 2
    assert await complaints(till.trade) == []


async def test_two_payments_of_one_bill_at_once_leave_a_credit_that_everybody_sees(
    till: Till, database_url: str
) -> None:
    order = await till.owed()
    bill = await till.bill(order, Part.FULL)
    async with open_database(database_url) as database:
        await asyncio.gather(till.charges(bill, "c1"), Till(Trade(database)).charges(bill, "c2"))

    standing = await till.standing(order)
    told = [person for person, news in await till.trade.told() if news == "card_refund_due"]
    assert (standing.paid, standing.credit, standing.owed) == (cny(2 * TOTAL), cny(TOTAL), cny(0))
    assert told == [OPERATOR]
    with pytest.raises(NothingToPay):
        await till.allows(bill)
    await till.gives_back(order, standing.bookings, by=OPERATOR)
    assert (await till.standing(order)).credit == cny(0)
    assert await complaints(till.trade) == []


async def test_money_for_an_order_that_died_meanwhile_is_booked_and_to_be_given_back(till: Till) -> None:
    order = await till.owed()
    bill = await till.bill(order)
    await till.allows(bill)
    await till.trade.run_sql("UPDATE orders SET status = 'cancelled'")

    dead = await till.charges(bill, "c1")

    standing = await till.standing(order)
    told = {(person, news) for person, news in await till.trade.told()}
    assert dead
    assert dead.status is OrderStatus.CANCELLED
    assert (standing.paid, standing.credit, standing.owed) == (cny(DEPOSIT), cny(DEPOSIT), cny(0))
    assert {(OPERATOR, "card_refund_due"), (SELLER, "payment_booked"), (COLLEAGUE, "payment_booked")} <= told
    with pytest.raises(NotFound):
        await till.gives_back(order, standing.bookings)


async def test_a_charge_that_fits_no_order_is_kept_and_raises_an_alarm_once(till: Till) -> None:
    bill = await till.bill(await till.owed())
    strays = [charge("order:7", "s1", 5), charge(bill.payload, "s2", DEPOSIT, "USD"), charge("x", "s1", 5)]

    credited = [await till.told(each) for each in strays]

    alarms = [person for person, news in await till.trade.told() if news == "stray_charge"]
    assert credited == [None, None, None]
    assert alarms == [OPERATOR, OPERATOR]
    assert await till.trade.count(charges) == 2
    assert await till.trade.count(bookings) == 0
    assert await complaints(till.trade) == []


async def test_a_slip_moves_nothing_and_its_receipt_counts_once(till: Till, database_url: str) -> None:
    order = await till.owed()
    stated = await till.states(order, DEPOSIT)
    unmoved = await till.standing(order)
    with pytest.raises(NotFound):
        await till.receives(stated, DEPOSIT, by=RIVAL)
    with pytest.raises(NotFound):
        await till.receives(stated, DEPOSIT, by=BUYER)
    async with open_database(database_url) as database:
        both = (till.receives(stated, 100), Till(Trade(database)).receives(stated, DEPOSIT, by=COLLEAGUE))
        answers = await asyncio.gather(*both, return_exceptions=True)

    standing = await till.standing(order)
    assert unmoved.paid == cny(0)
    assert [type(each) for each in answers].count(AnsweredAlready) == 1
    assert standing.paid.minor in (100, DEPOSIT)
    assert (await till.trade.count(bookings), await till.trade.count(payment_statements)) == (1, 1)
    assert await complaints(till.trade) == []


FOREIGN: list[Callable[[Statement], Statement]] = [
    lambda stated: replace(stated, method=PaymentMethod.CARD),
    lambda stated: replace(stated, account_id=2),
    lambda stated: replace(stated, account_id=4242),
]


@pytest.mark.parametrize("forged", FOREIGN, ids=["by card", "to a rival's account", "to no account"])
async def test_a_forged_statement_names_no_card_and_no_stranger_s_account(
    till: Till, forged: Callable[[Statement], Statement]
) -> None:
    order = await till.owed()
    for person_id in (SELLER, RIVAL):
        await till.trade.does(person_id, sets_account)
    honest = Statement(order.id, PaymentMethod.TRANSFER, cny(DEPOSIT), 1, BUYER, (), NOON)

    with pytest.raises(NotFound):
        await till.trade.does(BUYER, lambda b, p: Stating(b, p).state(forged(honest)))
    await till.trade.does(BUYER, lambda b, p: Stating(b, p).state(honest))

    assert await till.trade.count(payment_statements) == 1


async def test_money_is_received_neither_before_an_order_binds_nor_beyond_all_sums(till: Till) -> None:
    unconfirmed = await till.trade.ordered()
    order = await till.owed()
    await till.receives(await till.states(order, 1), MAX_TOTAL_MINOR)
    second = await till.states(await till.owed(), 1)

    for number, minor, expected in (
        (unconfirmed.id, TOTAL, NothingToPay),
        (order.id, 1, TotalOutOfBounds),
    ):
        with pytest.raises(expected):
            await till.trade.does(
                SELLER,
                lambda b, p, n=number, m=minor: Stating(b, p).received_unasked(n, cny(m), n == order.id),
            )

    await till.receives(second, DEPOSIT)
    assert (await till.standing(order)).paid == cny(MAX_TOTAL_MINOR)
    assert await complaints(till.trade) == []


async def test_two_sellers_give_back_at_once_what_is_given_back_once(till: Till, database_url: str) -> None:
    order = await till.owed()
    await till.receives(await till.states(order, TOTAL), TOTAL + 500)
    standing = await till.standing(order)
    async with open_database(database_url) as database:
        rival = Till(Trade(database))
        done = await asyncio.gather(
            till.gives_back(order, standing.bookings),
            rival.gives_back(order, standing.bookings, by=COLLEAGUE),
            return_exceptions=True,
        )

    after = await till.standing(order)
    assert [type(each) for each in done].count(LedgerMoved) == 1
    assert (standing.credit, after.credit, after.refunded) == (cny(500), cny(0), cny(500))
    assert after.by_method == ((PaymentMethod.TRANSFER, cny(TOTAL)),)
    with pytest.raises(Refusal):
        await till.gives_back(order, after.bookings)
    assert await complaints(till.trade) == []


@pytest.mark.parametrize(("minor", "currency"), [(1, "CNY"), (10**9, "CNY"), (5000, "KWD")])
def test_telegram_is_asked_for_no_amount_that_it_does_not_take(minor: int, currency: str) -> None:
    with pytest.raises(CardUnfit):
        check_card(replace(cny(minor), currency=currency))


async def test_the_doctor_finds_an_order_that_is_paid_and_was_not_funded(till: Till) -> None:
    order = await till.owed()
    await till.receives(await till.states(order, DEPOSIT), DEPOSIT)
    healthy = await examine_money(till.trade.database)

    await till.trade.run_sql("UPDATE orders SET funded_at = NULL")

    sick = await examine_money(till.trade.database)
    assert (healthy.rows, sick.rows) == (0, 1)
