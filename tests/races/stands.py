"""Where an order can stand when two commands meet on it: how it came there, and what is known of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from domain.carriers import Waybill
from domain.claim import Claim
from domain.dispute import Finding
from domain.instalments import Part
from domain.order import Order
from domain.paying import Share, payable
from domain.people import Person
from domain.terms import BalanceDue
from services.amending import Amending
from services.arbitrating import Arbitrating, Ruling
from services.escalating import Escalating
from services.late import late_case_of
from services.order_deeds import OrderTarget
from services.receiving import Receiving
from services.repaying import repayment_of
from services.returning import Returning
from storage.books import StoredBooks
from tests.builders import BUYER, SELLER, Trade, terms
from tests.disputes import OPERATOR
from tests.goods_claims import claims_goods, goods_back, refund, target_of
from tests.late_orders import WEEK, agrees, claims, proposes, refuses, ships
from tests.orders_under_way import ALL, PART, UnderWay
from tests.payments import DEPOSIT, TOTAL, Till, cny

TERMS: Final[dict[str, Any]] = {
    "lead_time_days": 1,
    "balance_due": BalanceDue.ON_DELIVERY,
    "late_percent_per_day": 50,
    "late_cap_percent": 10,
}
"""With a deposit of 30 percent: money is due at two steps, and a week is late."""
AMENDED: Final = terms(count=600, deposit_percent=30, **TERMS)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the buttons on an order say that stands so; `moment` is when they are pressed."""

    order: Order
    moment: datetime
    claim: Claim | None = None
    claimable: int = 0
    statement_id: int = 0
    amendment: int = 0
    bookings: int = 0
    share: Share | None = None
    set_off: int = 0

    def moved(self, shift: int) -> "Facts":
        """The same of a copy, whose ids are all higher by as much."""
        order = replace(self.order, id=self.order.id + shift)
        claim = self.claim and replace(self.claim, id=self.claim.id + shift)
        return replace(self, order=order, claim=claim, statement_id=self.statement_id + shift)


async def facts_of(trade: Trade, order: Order, later: timedelta) -> Facts:
    """What is known of an order, so much later than now."""

    async def look(books: StoredBooks, _: Person) -> Facts:
        now = await books.orders.get(order.id)
        assert now is not None
        standing = await books.money.standing(now)
        late = await late_case_of(books, now)
        claims_so_far = await books.claims.of_order(order.id)
        claim = claims_so_far[-1] if claims_so_far else None
        back = await repayment_of(books, claim, now) if claim else None
        stated = await books.statements.open_of(order.id)
        last = await books.amendments.last(order.id)
        return Facts(
            now,
            books.now,
            claim,
            late.claimable.minor if late and late.claimable else 0,
            stated[0].id if stated else 0,
            last.number if last else 0,
            standing.bookings,
            next(iter(payable(now, standing)), None) or Share(Part.DEPOSIT, cny(DEPOSIT)),
            back.set_off.minor if back else 0,
        )

    return await trade.does(BUYER, look, later=later)


async def unconfirmed(trade: Trade) -> Order:
    return await trade.ordered()


async def unpaid(trade: Trade) -> Order:
    return await Till(trade).owed(**TERMS)


async def funded(trade: Trade) -> Order:
    return await UnderWay(trade).pays(await unpaid(trade), cny(DEPOSIT))


async def paid_up(trade: Trade) -> Order:
    return await UnderWay(trade).pays(await unpaid(trade), cny(TOTAL + 100))


async def asked(trade: Trade, order: Order, asker: int) -> Order:
    """One side asks to cancel, the other has proposed other terms; a payment is stated."""
    way, target = UnderWay(trade), OrderTarget(order.id, order.revision)
    other = SELLER if asker == BUYER else BUYER
    await Till(trade).states(order, 1_000)
    await trade.does(other, lambda b, p: Amending(b, p).propose(target, AMENDED))
    asked_now: Order = await way.does(asker, order, "ask to cancel")
    return asked_now


async def unpaid_asked_by(trade: Trade, asker: int) -> Order:
    return await asked(trade, await unpaid(trade), asker)


async def in_production(trade: Trade) -> Order:
    started: Order = await UnderWay(trade).does(SELLER, await funded(trade), "start")
    return started


async def production_asked_by(trade: Trade, asker: int) -> Order:
    return await asked(trade, await in_production(trade), asker)


async def late_in_production(trade: Trade) -> Order:
    order = await ships(trade, await in_production(trade), PART, timedelta(0))
    await claims(trade, order)
    return order


async def shipped(trade: Trade) -> Order:
    return await ships(trade, await in_production(trade), ALL, WEEK)


async def delivered(trade: Trade, order: Order | None = None) -> Order:
    gone = await ships(trade, order or await in_production(trade), ALL, WEEK)
    target = OrderTarget(gone.id, gone.revision)
    return await trade.does(BUYER, lambda b, p: Receiving(b, p).receive(target), later=WEEK)


async def delivered_and_paid(trade: Trade) -> Order:
    started: Order = await UnderWay(trade).does(SELLER, await paid_up(trade), "start")
    return await delivered(trade, started)


async def claim_to_answer(trade: Trade) -> Order:
    order = await delivered(trade)
    await claims(trade, order)
    return order


async def claim_countered(trade: Trade) -> Order:
    order = await delivered(trade)
    await proposes(trade, SELLER, await claims(trade, order), 5_000)
    return order


async def claim_agreed(trade: Trade) -> Order:
    order = await delivered(trade)
    await agrees(trade, SELLER, await claims(trade, order))
    return order


async def completed(trade: Trade) -> Order:
    order = await delivered_and_paid(trade)
    target = OrderTarget(order.id, order.revision)
    return await trade.does(BUYER, lambda b, p: Receiving(b, p).complete(target), later=WEEK)


async def cancelled(trade: Trade) -> Order:
    order = await production_asked_by(trade, BUYER)
    ended: Order = await UnderWay(trade).does(SELLER, order, "agree to cancel")
    return ended


async def refused(trade: Trade, order: Order) -> Claim:
    """The buyer claims for broken cups, and the seller refuses."""
    return await refuses(trade, await claims_goods(trade, order, refund(30_000), later=WEEK))


async def disputed(trade: Trade, order: Order) -> Claim:
    """Then the buyer calls the operator in."""
    target = target_of(await refused(trade, order))
    return await trade.does(BUYER, lambda b, p: Escalating(b, p).escalate(target), later=WEEK)


async def shipped_and_disputed(trade: Trade) -> Order:
    order = await shipped(trade)
    await disputed(trade, order)
    return order


async def claim_refused(trade: Trade) -> Order:
    order = await delivered(trade)
    await refused(trade, order)
    return order


async def settlement_suggested(trade: Trade) -> Order:
    order = await delivered(trade)
    claim = await disputed(trade, order)
    ruling = Ruling(claim.proposal.number, refund(15_000), Finding.SHARED)
    await trade.does(OPERATOR, lambda b, p: Arbitrating(b, p).suggest(claim.id, ruling), later=WEEK)
    return order


async def refund_owed(trade: Trade) -> Order:
    order = await delivered(trade)
    await agrees(trade, SELLER, await claims_goods(trade, order, refund(30_000), later=WEEK))
    return order


async def return_owed(trade: Trade) -> Order:
    order = await delivered(trade)
    await agrees(
        trade, SELLER, await claims_goods(trade, order, goods_back(30_000, "12 Kiln Road"), later=WEEK)
    )
    return order


async def sent_back(trade: Trade) -> Order:
    order = await return_owed(trade)
    (claim,) = await trade.does(BUYER, lambda b, _: b.claims.of_order(order.id))
    waybill = Waybill(None, "Hong Da")
    await trade.does(BUYER, lambda b, p: Returning(b, p).send_back(target_of(claim), waybill), later=WEEK)
    return order


Stand = Callable[[Trade], Awaitable[Order]]

STANDS: Final[dict[str, tuple[Stand, timedelta]]] = {
    "unconfirmed": (unconfirmed, timedelta(0)),
    "unpaid": (unpaid, timedelta(0)),
    "unpaid, the buyer asks": (lambda t: unpaid_asked_by(t, BUYER), timedelta(0)),
    "unpaid, the seller asks": (lambda t: unpaid_asked_by(t, SELLER), timedelta(0)),
    "funded": (funded, timedelta(0)),
    "in production": (in_production, timedelta(0)),
    "in production, the buyer asks": (lambda t: production_asked_by(t, BUYER), timedelta(0)),
    "in production, the seller asks": (lambda t: production_asked_by(t, SELLER), timedelta(0)),
    "in production and late": (late_in_production, WEEK),
    "shipped": (shipped, WEEK),
    "delivered": (delivered, WEEK),
    "delivered and paid": (delivered_and_paid, WEEK),
    "delivered, a claim to answer": (claim_to_answer, WEEK),
    "delivered, a claim countered": (claim_countered, WEEK),
    "delivered, a claim agreed": (claim_agreed, WEEK),
    "shipped, disputed": (shipped_and_disputed, WEEK),
    "delivered, a claim refused": (claim_refused, WEEK),
    "delivered, a settlement suggested": (settlement_suggested, WEEK),
    "delivered, a refund owed": (refund_owed, WEEK),
    "delivered, a return owed": (return_owed, WEEK),
    "delivered, sent back": (sent_back, WEEK),
    "completed": (completed, WEEK),
    "cancelled": (cancelled, timedelta(0)),
}
"""How each is reached, and how much later than now the buttons are pressed."""
