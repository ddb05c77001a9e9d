"""Reference exchange rates by which prices of different currencies are sorted and filtered, never charged."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from domain.money import UnitPrice, exponent

CNY_FOR_ONE: Final = {
    "CNY": Decimal("1"),
    "USD": Decimal("7.2"),
    "EUR": Decimal("7.8"),
    "GBP": Decimal("9.2"),
    "AUD": Decimal("4.75"),
    "CAD": Decimal("5.25"),
    "HKD": Decimal("0.92"),
    "TWD": Decimal("0.224"),
    "SGD": Decimal("5.4"),
    "INR": Decimal("0.086"),
    "RUB": Decimal("0.078"),
    "KZT": Decimal("0.0153"),
    "BRL": Decimal("1.34"),
    "AED": Decimal("1.96"),
    "JPY": Decimal("0.0475"),
    "KRW": Decimal("0.0053"),
    "VND": Decimal("0.000288"),
    "KWD": Decimal("23.4"),
}
"""Rounded yearly means of 2024: reference, for sorting only, and so must a screen call them."""

POINTS_OF_CNY: Final = 10_000
"""Hundredths of a fen in one yuan: the points of domain.money."""


def reference_points(price: UnitPrice) -> int:
    """The price in points of CNY (hundredths of a fen) at the reference rate; CNY is exact."""
    return price.points if price.currency == "CNY" else yuan_points(price.amount, price.currency)


def yuan_points(amount: Decimal, currency: str) -> int:
    """`amount` major units of `currency` in points of CNY at the reference rate. Raises UnknownCurrency."""
    exponent(currency)
    return int((amount * CNY_FOR_ONE[currency] * POINTS_OF_CNY).to_integral_value(ROUND_HALF_UP))
