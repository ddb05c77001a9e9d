"""Orders at every step of their life with all that hangs on them, for an attacker to try."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import select

from domain.details import Delivery, Details
from domain.instalments import Part
from domain.milestone import Stage
from domain.order import Order
from domain.payment_account import bank_account
from domain.people import Person
from domain.review import Opinion
from domain.terms import BalanceDue, PaymentMethod
from services.amending import Amending
from services.card_payments import CardPayments
from services.claiming import Claiming
from services.late import late_case_of
from services.negotiating import Negotiating, Target
from services.order_deeds import OrderTarget
from services.ordering import Ordering
from services.payment_accounts import PaymentAccounts
from services.payment_books import Statement
from services.producing import Producing, Report
from services.reviewing import Reviewing
from services.statements import Stating
from storage.books import StoredBooks
from storage.database import open_database
from storage.tables.agreement import amendment_answers, amendments
from storage.tables.applications import applications
from storage.tables.claims import claim_versions, claims
from storage.tables.money import (
    bookings,
    charges,
    payment_accounts,
    payment_holds,
    payment_statements,
    postings,
    statement_answers,
)
from storage.tables.people import memberships
from storage.tables.reviews import review_answers, reviews
from storage.tables.shipping import cancel_requests, consignments, milestones, waybills
from storage.tables.stall import product_changes, product_files
from tests.builders import NOON, Trade, draft, price
from tests.conversations.market import Market
from tests.orders_under_way import UnderWay

ANN, LI, MUG = 9001, 9002, 2
SECRETS: Final = ("Wharf", "6222021234567890", "1234567890", "season")
"""What only the parties of these orders may read: address, account, tracking number, reason."""
TABLES: Final = (
    amendment_answers, amendments, applications, bookings, cancel_requests, charges, claim_versions, claims,
    consignments, memberships, milestones, payment_accounts, payment_holds, payment_statements, postings,
    product_changes, product_files, review_answers, reviews, statement_answers, waybills,
)  # fmt: skip
_TO: Final = Details(Delivery("7 Wharf, Lagos"))
_TERMS: Final[dict[str, Any]] = {
    "lead_time_days": 1,
    "deposit_percent": 30,
    "balance_due": BalanceDue.ON_DELIVERY,
    "late_percent_per_day": 50,
    "late_cap_percent": 10,
}


async def orders_of_all_kinds(market: Market) -> None:
    """Ann owes 李 for one order, waits for a late one, reviewed another and wants to cancel a fourth."""
    async with open_database(market.settings.database_url) as database:
        way = UnderWay(Trade(database))
        await way.trade.does(LI, _sets_account)
        await _late(way)
        await _reviewed(way)
        await _to_pay(way)
        await _to_cancel(way)


async def _late(way: UnderWay) -> None:
    """Partly shipped, reported, claimed for, and to be amended."""
    order = await way.does(LI, await way.pays(await bound(way)), "start")
    await way.trade.does(LI, lambda b, p: Producing(b, p).report(_target(order), Report(Stage.HALF, "half")))
    order = await way.ships(LI, order, 200)
    await way.trade.run_sql(
        "UPDATE orders SET funded_at = funded_at - :passed WHERE id = :number",
        passed=int(timedelta(days=9) / timedelta(milliseconds=1)),
        number=order.id,
    )
    await way.trade.does(ANN, lambda b, p: _claims(b, p, order.id))
    cheaper = replace(order.terms, unit_price=price("6.40"))
    await way.trade.does(LI, lambda b, p: Amending(b, p).propose(_target(order), cheaper))


async def _reviewed(way: UnderWay) -> None:
    order = await way.does(LI, await way.pays(await bound(way)), "start")
    order = await way.ships(LI, order, order.left)
    order = await way.does(ANN, await way.does(ANN, order, "receive"), "complete")
    opinion = Opinion(3, "not what we hoped")
    await way.trade.does(ANN, lambda b, p: Reviewing(b, p).write(order.id, opinion))


async def _to_pay(way: UnderWay) -> None:
    """Said to be paid in part by hand, and a card is being charged."""
    order = await bound(way)
    _, bill = await way.trade.does(ANN, lambda b, p: CardPayments(b, p).bill(order.id, Part.DEPOSIT))
    asked = (bill.amount.minor, bill.amount.currency)
    await way.trade.does(ANN, lambda b, p: CardPayments(b, p).check(bill.payload, asked))
    account = min(await way.trade.rows(select(payment_accounts.c.id)))[0]
    stated = Statement(order.id, PaymentMethod.TRANSFER, bill.amount, account, ANN, (), NOON)
    await way.trade.does(ANN, lambda b, p: Stating(b, p).state(stated))


async def _to_cancel(way: UnderWay) -> None:
    order = await way.does(LI, await way.pays(await bound(way)), "start")
    await way.does(ANN, order, "ask to cancel")


async def bound(way: UnderWay) -> Order:
    """500 mugs that both want."""
    trade = way.trade
    asked = await trade.does(ANN, lambda b, p: Negotiating(b, p).inquire(MUG, draft("6.50", 500, **_TERMS)))
    agreed = await trade.accepts(LI, asked)
    target = Target(agreed.id, agreed.offer.number)
    order = await trade.does(ANN, lambda b, p: Ordering(b, p).place(target, _TO))
    await trade.confirms(ANN, order)
    return await trade.confirms(LI, order)


async def _claims(books: StoredBooks, person: Person, order_id: int) -> None:
    order, _ = await Ordering(books, person).see(order_id)
    late = await late_case_of(books, order)
    assert late is not None
    assert late.claimable is not None
    await Claiming(books, person).send(order_id, late.claimable.minor)


async def _sets_account(books: StoredBooks, person: Person) -> None:
    account = bank_account(["Bank of Ningbo", "Ningbo Cups", "6222021234567890"])
    await PaymentAccounts(books, person).set(min(person.supplier_ids), account)


def _target(order: Order) -> OrderTarget:
    return OrderTarget(order.id, order.revision)
