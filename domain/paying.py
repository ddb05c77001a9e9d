"""What a buyer can pay now, and in which ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.instalments import Part
from domain.lifecycle import OrderStatus
from domain.money import Money
from domain.order import Order
from domain.refusal import Refusal
from domain.standing import Standing
from domain.terms import PaymentMethod

PAYABLE: Final = frozenset(
    {
        OrderStatus.AWAITING_PAYMENT,
        OrderStatus.IN_PRODUCTION,
        OrderStatus.SHIPPED,
        OrderStatus.DELIVERED,
        OrderStatus.COMPLETED,
    }
)
"""Statuses in which something can be owed."""
CARD_LIMITS: Final = {
    "CNY": (800, 6_500_000), "USD": (100, 900_000), "EUR": (100, 800_000), "GBP": (100, 700_000),
    "AUD": (200, 1_300_000), "CAD": (200, 1_200_000), "HKD": (900, 7_000_000), "TWD": (3500, 27_000_000),
    "SGD": (200, 1_100_000), "INR": (10_000, 75_000_000), "RUB": (12_000, 70_000_000),
    "KZT": (60_000, 400_000_000), "BRL": (700, 4_500_000), "AED": (400, 3_300_000), "JPY": (170, 1_300_000),
    "KRW": (1600, 12_000_000), "VND": (28_000, 220_000_000),
}  # fmt: skip
"""Least and most by card in minor units of the currencies that Telegram takes.

Telegram's bounds are worth about 1 and 10,000 US dollars and move with the rates of the day
(https://core.telegram.org/bots/payments#supported-currencies); these lie inside them.
"""


class NothingToPay(Refusal):
    """The order is dead, or all of it is paid."""


class PartPaid(Refusal):
    """This part of the order is paid."""


class CardUnfit(Refusal):
    """Telegram takes no card payments in this `currency`, or only from `least` to `most` (minor units)."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the total, and what of it is still to be paid."""

    part: Part
    amount: Money


def payable(order: Order, standing: Standing) -> tuple[Share, ...]:
    """What can be paid now: the instalment that is next, and all that is owed if that is more.

    A part that was paid in part is offered with what it lacks.
    """
    if order.status not in PAYABLE or not standing.owed.minor:
        return ()
    reached, currency = 0, standing.total.currency
    for instalment in standing.plan:
        reached += instalment.amount.minor
        lacking = reached - standing.reached.minor
        if lacking > 0:
            first = Share(instalment.part, Money(lacking, currency))
            everything = Share(Part.FULL, standing.owed)
            return (first,) if lacking == standing.owed.minor else (first, everything)
    return ()


def share_of(order: Order, standing: Standing, part: Part) -> Share:
    """What of this part can be paid now. Raises NothingToPay, PartPaid."""
    shares = payable(order, standing)
    if not shares:
        raise NothingToPay(order=order.number)
    for share in shares:
        if share.part is part:
            return share
    raise PartPaid(order=order.number, part=part)


def check_card(amount: Money) -> None:
    """Whether Telegram lets such an amount be paid by card. Raises CardUnfit."""
    least, most = CARD_LIMITS.get(amount.currency, (0, 0))
    if not least <= amount.minor <= most or not most:
        raise CardUnfit(currency=amount.currency, least=least, most=most)


def methods(order: Order, known: Sequence[PaymentMethod]) -> tuple[PaymentMethod, ...]:
    """The ways to pay that the sides may use: the agreed one first, then others that the supplier is `known`
    to take; all of them while none was agreed.
    """
    agreed = order.terms.payment
    if agreed is None:
        return tuple(PaymentMethod)
    return (agreed, *(method for method in PaymentMethod if method in known and method is not agreed))
