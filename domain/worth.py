"""What a part of an order is worth: the most that can be claimed for it."""

from decimal import ROUND_HALF_UP, Decimal

from domain.money import Money
from domain.quantity import QuantityOutOfBounds
from domain.terms import Terms


def worth(terms: Terms, count: int) -> Money:
    """So many units of an order, fees included: total x count / quantity, rounded half up to the minor unit.

    Lines are to be added up before, not their worth: rounded apart they could exceed the total by a unit.
    Raises QuantityOutOfBounds unless 0 < count <= quantity.
    """
    quantity = terms.quantity.count
    if not 0 < count <= quantity:
        raise QuantityOutOfBounds(count=count, most=quantity)
    total = terms.total()
    minor = (Decimal(total.minor) * count / quantity).to_integral_value(ROUND_HALF_UP)
    return Money(int(minor), total.currency)


def most(terms: Terms, count: int, allowed: Money) -> Money:
    """The most that can be claimed for so many units where `allowed` was given back for others before.

    Several claims therefore never come to more than the total. Raises QuantityOutOfBounds.
    """
    left = max(0, terms.total().minor - allowed.minor)
    return Money(min(worth(terms, count).minor, left), allowed.currency)


def share(amount: Money, percent: int) -> Money:
    """So many percent of an amount, rounded down to the minor unit."""
    return Money(amount.minor * percent // 100, amount.currency)
