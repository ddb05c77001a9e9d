"""How an order stands with its money: derived from the ledger at every look, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import Final

from domain.instalments import Due, Instalment, due_by, plan
from domain.ledger import Booking, BookingKind
from domain.lifecycle import OrderStatus
from domain.money import Money
from domain.order import Order
from domain.terms import PaymentMethod

DUE_BY: Final = {
    OrderStatus.AWAITING_PAYMENT: Due.BEFORE_PRODUCTION,
    OrderStatus.IN_PRODUCTION: Due.BEFORE_SHIPMENT,
    OrderStatus.SHIPPED: Due.AGAINST_DOCUMENTS,
    OrderStatus.DELIVERED: Due.ON_DELIVERY,
    OrderStatus.COMPLETED: Due.ON_DELIVERY,
}
"""Up to which step an order in a status is to be paid."""


_OF_PRICE: Final = frozenset((BookingKind.PAYMENT, BookingKind.REFUND))
"""What pays the price; the rest undoes bookings, lowers it, or is paid beside it."""
_MOVING: Final = (BookingKind.PAYMENT, BookingKind.REFUND, BookingKind.ALLOWANCE)
"""What the buyer gave, got back, and got back as a lower price."""


@dataclass(frozen=True, slots=True)
class Standing:
    """All amounts in minor units of the order's currency, none of them negative.

    `paid` is what the buyer gave, `refunded` what he got back, both without what was booked by mistake.
    `allowed` is what claims gave back, which lowers the price: he does not owe it anew.
    `owed` is what the order still lacks, `due_now` the part of it that is due at its status, `credit` what is
    to be given back: paid too much, or for an order that is dead. `is_funded` tells that all that is due
    before production is paid; `paid_at` is the moment when that was complete, and `reached_at` the same of
    each instalment. `by_method` is what each way to pay brought and did not give back. `bookings` counts the
    order's bookings, so that a button can tell whether there are newer ones.
    """

    plan: tuple[Instalment, ...]
    total: Money
    paid: Money
    refunded: Money
    owed: Money
    due_now: Money
    credit: Money
    is_funded: bool
    paid_at: datetime | None
    reached_at: tuple[datetime | None, ...]
    by_method: tuple[tuple[PaymentMethod, Money], ...]
    allowed: Money
    bookings: int = 0

    @property
    def kept(self) -> Money:
        """What was paid and not given back."""
        return Money(self.reached.minor - self.allowed.minor, self.total.currency)

    @property
    def reached(self) -> Money:
        """What was paid of the price: what a claim gave back of it stays paid."""
        return Money(self.paid.minor - self.refunded.minor, self.total.currency)


def standing_of(order: Order, bookings: Sequence[Booking]) -> Standing:
    """The standing of an order by its bookings, first to last."""
    total, currency = order.terms.total(), order.terms.unit_price.currency
    instalments = plan(order.terms)
    right = _not_undone(bookings)
    valid = [each for each in right if each.kind in _OF_PRICE]
    paid, refunded, allowed = (_moved(right, kind) for kind in _MOVING)
    reached, is_dead = paid - refunded, order.status is OrderStatus.CANCELLED
    first = due_by(order.terms, Due.BEFORE_PRODUCTION).minor
    return Standing(
        plan=instalments,
        total=total,
        paid=Money(paid, currency),
        refunded=Money(refunded, currency),
        owed=Money(0 if is_dead else max(0, total.minor - reached), currency),
        due_now=Money(max(0, _due_now(order) - reached), currency),
        credit=Money(reached - allowed if is_dead else max(0, reached - total.minor), currency),
        is_funded=reached >= first,
        paid_at=_complete_at(valid, first),
        reached_at=tuple(_complete_at(valid, minor) for minor in _steps(instalments)),
        by_method=_by_method([each for each in right if each.kind in _MOVING], currency),
        allowed=Money(allowed, currency),
        bookings=len(bookings),
    )


def _not_undone(bookings: Sequence[Booking]) -> list[Booking]:
    """Without those that were a mistake."""
    wrong = {booking.reverses for booking in bookings if booking.reverses}
    return [each for each in bookings if each.id not in wrong]


def _moved(right: Sequence[Booking], kind: BookingKind) -> int:
    """How much in either direction."""
    return abs(sum(each.from_buyer.minor for each in right if each.kind is kind))


def _due_now(order: Order) -> int:
    """Of an order that is dead nothing."""
    due = DUE_BY.get(order.status)
    return due_by(order.terms, due).minor if due else 0


def _steps(instalments: Sequence[Instalment]) -> list[int]:
    """What must have been paid for each instalment to be complete."""
    return list(accumulate(each.amount.minor for each in instalments))


def _complete_at(valid: Sequence[Booking], first: int) -> datetime | None:
    """The moment from which on so much has been paid."""
    kept, complete = 0, None
    for booking in valid:
        kept += booking.from_buyer.minor
        if kept < first:
            complete = None
        elif complete is None:
            complete = booking.entry.at
    return complete


def _by_method(valid: Sequence[Booking], currency: str) -> tuple[tuple[PaymentMethod, Money], ...]:
    kept: dict[PaymentMethod, int] = {}
    for booking in valid:
        kept[booking.method] = kept.get(booking.method, 0) + booking.from_buyer.minor
    return tuple((method, Money(minor, currency)) for method, minor in kept.items() if minor)
