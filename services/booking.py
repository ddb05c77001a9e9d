"""Booking a payment or a refund of an order, and what follows: the order is funded, both sides are told."""

from typing import Final

from domain.ledger import Booking, BookingKind
from domain.lifecycle import ORDER, Actor, Deed, OrderStatus
from domain.offer import Author
from domain.order import Order
from domain.people import Side
from services.notices import News, Notice
from services.ports import Books
from services.recording import doer, record

_NEWS: Final = {
    BookingKind.PAYMENT: News.PAYMENT_BOOKED,
    BookingKind.REFUND: News.REFUND_BOOKED,
}


async def book(books: Books, order: Order, booking: Booking) -> Order:
    """Books for an order that is locked; returns it as it stands then.

    - The same key again has no effect, and nobody is told twice.
    - When all that is due before production is paid, the order is funded and the lead time runs.
    - Money for a dead order, and too much money, is to be given back: the notice says so by the card.
    - Who booked is not told: he sees the card.
    """
    if not await books.money.book(booking):
        return order
    after = await fund_if_paid(books, order)
    amount = booking.from_buyer
    detail = f"{abs(amount.minor)} {amount.currency} {booking.method}"
    notice = Notice(_NEWS[booking.kind], order.id, after.revision, detail)
    for person_id in {order.buyer_id, *await books.people.sellers(order.supplier_id)}:
        if person_id != booking.entry.person_id:
            books.post.tell(person_id, notice)
    return after


async def fund_if_paid(books: Books, order: Order) -> Order:
    """Funds an order, which is locked, as soon as its ledger says so: after a booking, or other terms.

    A payment is the buyer's deed, whoever books it.
    """
    standing = await books.money.standing(order)
    may_fund = (order.status, Deed.FUND, Actor.BUYER) in ORDER
    if order.status is OrderStatus.CANCELLED or not standing.is_funded or order.is_funded or not may_fund:
        return order
    author = Author(order.buyer_id, Side.BUYER, books.now)
    after = order.fund(author)
    await books.orders.save(order, after, books.now)
    await record(books, order, after, Deed.FUND, doer(author))
    return after
