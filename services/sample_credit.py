"""The price of a sample that counts against the order for the lot: booked on both orders, or on neither."""

from collections.abc import Sequence
from typing import Final

from domain.golden import sample_order_id
from domain.ledger import Booking, Entry, allowance, payment, reversal
from domain.money import Money
from domain.order import Order
from domain.standing import Standing
from domain.terms import PaymentMethod
from services.booking import fund_if_paid
from services.given_back import is_claimed
from services.notices import News, Notice
from services.ports import Books
from services.recording import tell_both

KEY: Final = "sample credit"
"""How the keys of these bookings begin; the ids of the sample order and of the other follow."""


async def credit_sample(books: Books, order: Order) -> Order | None:
    """Counts the sample's price against an order that has just become binding, which is locked; None if none.

    - Only of the golden sample that its terms name, if the sample was sold as refundable.
    - The goods' price without freight, but never more than the buyer paid for the sample in one way and
      did not get back, nor more than the order costs.
    - Not while a claim on the sample is open: what may be given back for it is not credited as well.
    - Once: while one order has it no other gets it. The sample order is locked after the order itself.
    - An allowance on the sample order, a payment in the same way on the other; both sides are told, in one
      message with the confirmation.
    """
    sample = await _sample_of(books, order)
    if sample is None:
        return None
    found = await _due(books, sample, order)
    if found is None:
        return None
    method, amount = found
    key = f"{KEY} {sample.id} {order.id}"
    given = Entry(sample.id, f"{key} given", None, books.cause, books.now)
    taken = Entry(order.id, f"{key} taken", None, books.cause, books.now)
    await books.money.book(allowance(given, method, amount))
    await books.money.book(payment(taken, method, amount))
    after = await fund_if_paid(books, order)
    notice = Notice(News.SAMPLE_CREDITED, order.id, after.revision, f"{amount.minor} {amount.currency}")
    await tell_both(books, after, notice)
    return after


async def expected_credit(books: Books, order: Order) -> Money | None:
    """What would be credited if both sides confirmed now; None if nothing, or once they did."""
    if not order.unconfirmed_by:
        return None
    sample = await books.orders.get(sample_order_id(order.terms.sample))
    found = await _due(books, sample, order) if sample else None
    return found[1] if found else None


async def take_back_credit(books: Books, order: Order) -> None:
    """Undoes the credit on both orders, of an order that is locked and ends: another order may get it."""
    sample = await _sample_of(books, order)
    if sample is None:
        return
    key = f"{KEY} {sample.id} {order.id} "
    for each in (sample, order):
        for booking in _credited(await books.money.bookings(each.id)):
            if booking.entry.key.startswith(key):
                entry = Entry(each.id, f"{booking.entry.key} back", None, books.cause, books.now)
                await books.money.book(reversal(entry, booking))


def credit_of(sample: Order, standing: Standing, total: Money) -> tuple[PaymentMethod, Money] | None:
    """What of a sample's price counts against an order of this total, and how it was paid; None if nothing.

    In minor units of the currency of both; nothing where they differ.
    """
    freight = sample.terms.freight_total()
    price = sample.terms.total().minor - (freight.minor if freight else 0)
    paid = max(standing.by_method, key=lambda each: each[1].minor, default=None)
    if paid is None or total.currency != paid[1].currency:
        return None
    amount = min(price, paid[1].minor, standing.kept.minor, total.minor)
    return (paid[0], Money(amount, total.currency)) if amount > 0 else None


async def _due(books: Books, sample: Order, order: Order) -> tuple[PaymentMethod, Money] | None:
    if not sample.terms.is_refundable or await is_claimed(books, sample):
        return None
    if _credited(await books.money.bookings(sample.id)):
        return None
    return credit_of(sample, await books.money.standing(sample), order.terms.total())


async def _sample_of(books: Books, order: Order) -> Order | None:
    number = sample_order_id(order.terms.sample) if order.terms.sample else 0
    return await books.orders.get_for_update(number) if number else None


def _credited(bookings: Sequence[Booking]) -> list[Booking]:
    """The credits that stand."""
    undone = {booking.reverses for booking in bookings if booking.reverses}
    return [
        booking
        for booking in bookings
        if booking.entry.key.startswith(KEY) and not booking.reverses and booking.id not in undone
    ]
