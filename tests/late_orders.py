"""Orders that are late: due in a day, paid on delivery, with half a percent a day agreed, ten at most."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from domain.carriers import Waybill
from domain.claim import Claim
from domain.consignment import Parcel
from domain.money import Money
from domain.order import Order
from domain.people import Person
from domain.settlement import compensation
from domain.terms import BalanceDue
from services.claiming import Claiming
from services.compensating import Compensating
from services.dispatching import Dispatching
from services.late import LateCase, late_case_of
from services.order_deeds import OrderTarget
from services.producing import Producing
from storage.books import StoredBooks
from tests.builders import BUYER, SELLER, Trade, draft
from tests.goods_claims import target_of

DAY: Final = timedelta(days=1)
WEEK: Final = 7 * DAY
"""The promised day is tomorrow in China: a week from now the order is six days late."""
CLAIMED: Final = Money(18_750, "CNY")
"""Six days of half a percent of 500 cups at 12.50."""
TERMS: Final[dict[str, Any]] = {
    "lead_time_days": 1,
    "balance_due": BalanceDue.ON_DELIVERY,
    "late_percent_per_day": 50,
    "late_cap_percent": 10,
}


async def promised(trade: Trade, **more: int | None) -> Order:
    """An order in production that is to leave tomorrow."""
    asked = await trade.inquires(offered=draft(**{**TERMS, **more}))
    order = await trade.orders(BUYER, await trade.accepts(SELLER, asked))
    await trade.confirms(BUYER, order)
    await trade.confirms(SELLER, order)
    target = OrderTarget(order.id, order.revision)
    return await trade.does(SELLER, lambda b, p: Producing(b, p).start(target))


async def ships(trade: Trade, order: Order, count: int, later: timedelta) -> Order:
    """So many cups leave, that much later than now."""
    parcel = Parcel(count, Waybill(None, "Hong Da"))
    target = OrderTarget(order.id, order.revision)
    return await trade.does(SELLER, lambda b, p: Dispatching(b, p).ship(target, parcel), later=later)


async def late_of(trade: Trade, order: Order, later: timedelta = WEEK) -> LateCase | None:
    """How late the order is then."""

    async def look(books: StoredBooks, _: Person) -> LateCase | None:
        now = await books.orders.get(order.id)
        return await late_case_of(books, now) if now else None

    return await trade.does(BUYER, look, later=later)


async def claims(trade: Trade, order: Order, later: timedelta = WEEK) -> Claim:
    """The buyer claims what can be claimed then."""
    late = await late_of(trade, order, later)
    minor = late.claimable.minor if late and late.claimable else 1
    return await trade.does(BUYER, lambda b, p: Claiming(b, p).send(order.id, minor), later=later)


async def agrees(trade: Trade, person_id: int, claim: Claim, later: timedelta = WEEK) -> Claim:
    """A person agrees to the amount on the table."""
    target, digest = target_of(claim), claim.proposal.digest[:8]
    return await trade.does(person_id, lambda b, p: Claiming(b, p).agree(target, digest), later=later)


async def proposes(trade: Trade, person_id: int, claim: Claim, minor: int, later: timedelta = WEEK) -> Claim:
    """A person proposes another amount."""
    target, offered = target_of(claim), compensation(replace(claim.claimed, minor=minor))
    return await trade.does(
        person_id, lambda b, p: Claiming(b, p).propose(target, offered, "Rain stopped the kiln"), later=later
    )


async def refuses(trade: Trade, claim: Claim, later: timedelta = WEEK) -> Claim:
    """The seller refuses."""
    target = target_of(claim)
    return await trade.does(SELLER, lambda b, p: Claiming(b, p).refuse(target, "It was you"), later=later)


async def withdraws(trade: Trade, claim: Claim, later: timedelta = WEEK) -> Claim:
    """The buyer withdraws."""
    target = target_of(claim)
    return await trade.does(BUYER, lambda b, p: Claiming(b, p).withdraw(target), later=later)


async def pays(trade: Trade, claim: Claim, *, deducted: bool = False, later: timedelta = WEEK) -> Claim:
    """The seller has paid, or deducts."""
    target = target_of(claim)

    async def settle(books: StoredBooks, person: Person) -> Claim:
        paying = Compensating(books, person)
        return await (paying.deduct(target) if deducted else paying.pay(target))

    return await trade.does(SELLER, settle, later=later)
