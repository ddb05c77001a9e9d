"""What the clock does to orders: one way for every status, its words by tables."""

from collections.abc import Mapping
from typing import Final

from domain.lifecycle import OPEN_CLAIMS, ClaimStatus, Deed, OrderStatus
from domain.order import Order
from services.late import awaits_shipment
from services.notices import News, Notice
from services.ports import Books
from services.recording import CLOCK, record, tell_both, tell_side

_S: Final = OrderStatus
_WITH_MONEY: Final = frozenset((_S.AWAITING_PAYMENT, _S.DELIVERED))
"""Where what the clock does depends on what was paid."""
_GONE: Final = frozenset((_S.SHIPPED, _S.DELIVERED))
_NEWS: Final[Mapping[tuple[OrderStatus, Deed], News]] = {
    (_S.AWAITING_CONFIRMATION, Deed.EXPIRE): News.ORDER_EXPIRED,
    (_S.AWAITING_PAYMENT, Deed.EXPIRE): News.ORDER_NOT_PAID,
    (_S.AWAITING_PAYMENT, Deed.REMIND): News.ORDER_STILL_OPEN,
    (_S.IN_PRODUCTION, Deed.REMIND): News.ORDER_STILL_OPEN,
    (_S.SHIPPED, Deed.RECEIVE): News.GOODS_COUNT_AS_RECEIVED,
    (_S.DELIVERED, Deed.COMPLETE): News.ORDER_COMPLETED,
    (_S.DELIVERED, Deed.REMIND): News.ORDER_OWED,
}


async def run_out_order(books: Books, order_id: int) -> None:
    """Does to an order what was said would happen when its time is up, and tells both sides.

    - Nothing while a card is being charged for it: what is paid decides.
    - An order that something was paid for, or whose buyer says so and waits for the seller's word, is
      never cancelled, one that is owed for never completed: its sides are reminded, every week.
    - Nor is one completed while a claim on it is to be answered or paid.
    - While an operator looks into a dispute about it, goods do not count as received either.
    """
    before = await books.orders.get_for_update(order_id)
    if before is None:
        return
    is_paid, is_settled = await _money(books, before)
    hold = await _hold(books, before)
    is_settled, is_disputed = is_settled and hold is None, hold is News.ORDER_DISPUTED
    after = before.run_out(books.now, is_paid=is_paid, is_settled=is_settled, is_disputed=is_disputed)
    if after is before or await books.money.held_since(order_id, books.now):
        return
    deed = before.clock_deed(is_paid=is_paid, is_settled=is_settled, is_disputed=is_disputed)
    await books.orders.save(before, after, books.now)
    await record(books, before, after, deed, CLOCK)
    is_late = deed is Deed.REMIND and awaits_shipment(before)
    news = hold or _NEWS[before.status, deed]
    await tell_both(books, after, _notice(after, News.ORDER_LATE if is_late else news))


async def warn_of_order(books: Books, order_id: int) -> None:
    """Reminds the sides whose turn it is that the time runs out; of a promised day, both, and once."""
    order = await books.orders.get_for_update(order_id)
    if order is None or not order.waits_for or not order.warns_at <= books.now < order.expires_at:
        return
    if not await books.orders.warned(order_id, books.now):
        return
    if await _hold(books, order) is News.ORDER_DISPUTED:
        return
    if order.promised_at is not None and awaits_shipment(order):
        if books.now < order.promised_at:
            await tell_both(books, order, _notice(order, News.PROMISE_NEAR))
        return
    for side in order.waits_for:
        await tell_side(books, order, side, _notice(order, News.ORDER_RUNS_OUT))


async def leave_unanswered(books: Books, order_id: int) -> None:
    """Counts a request to cancel as refused that nobody answered in time, and tells both sides."""
    before = await books.orders.get_for_update(order_id)
    after = before and before.leave_unanswered(books.now)
    if before is None or after is None or after is before:
        return
    await books.orders.save(before, after, books.now)
    await record(books, before, after, Deed.REFUSE_TO_CANCEL, CLOCK)
    await tell_both(books, after, _notice(after, News.CANCEL_UNANSWERED))


async def _hold(books: Books, order: Order) -> News | None:
    """What keeps the clock from changing goods that left: a dispute, or of those received any claim."""
    if order.status not in _GONE:
        return None
    claims = await books.claims.of_order(order.id)
    if any(claim.status is ClaimStatus.ESCALATED for claim in claims):
        return News.ORDER_DISPUTED
    is_claimed = order.status is _S.DELIVERED and any(claim.status in OPEN_CLAIMS for claim in claims)
    return News.ORDER_STILL_OPEN if is_claimed else None


async def _money(books: Books, order: Order) -> tuple[bool, bool]:
    """Whether anything was paid, or is said to be, and whether nothing is owed."""
    if order.status not in _WITH_MONEY:
        return False, True
    standing = await books.money.standing(order)
    is_stated = bool(await books.statements.open_of(order.id))
    return bool(standing.kept.minor) or is_stated, not standing.owed.minor


def _notice(order: Order, news: News) -> Notice:
    """The same revision may be told of again, once it waits until another moment."""
    return Notice(news, order.id, order.revision, detail=order.expires_at.isoformat())
