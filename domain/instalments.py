"""What is paid when: the deposit and the balance of an order, or all of it at once."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from domain.money import Money
from domain.terms import BalanceDue, Terms


class Part(StrEnum):
    """Which part of the total; the values are stored."""

    DEPOSIT = "deposit"
    BALANCE = "balance"
    FULL = "full"


class Due(StrEnum):
    """When a part is to be paid, earliest first; documents are a copy of the bill of lading."""

    BEFORE_PRODUCTION = "before_production"
    BEFORE_SHIPMENT = "before_shipment"
    AGAINST_DOCUMENTS = "against_documents"
    ON_DELIVERY = "on_delivery"


_DUE: Final = {
    None: Due.BEFORE_SHIPMENT,
    BalanceDue.BEFORE_SHIPMENT: Due.BEFORE_SHIPMENT,
    BalanceDue.AGAINST_DOCUMENTS: Due.AGAINST_DOCUMENTS,
    BalanceDue.ON_DELIVERY: Due.ON_DELIVERY,
}
_WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class Instalment:
    """A part of the total and when it is due."""

    part: Part
    amount: Money
    due: Due


def plan(terms: Terms) -> tuple[Instalment, ...]:
    """The instalments of an order; their amounts add up to the total.

    - Without a deposit everything is one instalment: due when the terms say the balance is, else at once.
    - The deposit is rounded half up to the minor unit; the balance is the rest.
    """
    total, percent = terms.total(), terms.deposit_percent
    if percent is None:
        due = _DUE[terms.balance_due] if terms.balance_due else Due.BEFORE_PRODUCTION
        return (Instalment(Part.FULL, total, due),)
    if percent == _WHOLE:
        return (Instalment(Part.FULL, total, Due.BEFORE_PRODUCTION),)
    share = (Decimal(total.minor) * percent / _WHOLE).to_integral_value(ROUND_HALF_UP)
    deposit = Money(int(share), total.currency)
    balance = Money(total.minor - deposit.minor, total.currency)
    return (
        Instalment(Part.DEPOSIT, deposit, Due.BEFORE_PRODUCTION),
        Instalment(Part.BALANCE, balance, _DUE[terms.balance_due]),
    )


def due_by(terms: Terms, due: Due) -> Money:
    """How much of the total is due at this point and before it."""
    points = list(Due)
    reached = points[: points.index(due) + 1]
    amounts = (each.amount.minor for each in plan(terms) if each.due in reached)
    return Money(sum(amounts), terms.unit_price.currency)
