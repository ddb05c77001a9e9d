"""Reference exchange rates: they put products of different currencies in an order, and for nothing else.

Searches sort by price and filter by a price range with them. No amount converted by them is ever shown to
anybody, offered, ordered or charged: every screen names a price in the currency of its listing or offer, and
a lint contract keeps this module from views and handlers. The rates are approximations, rounded to two or
three digits, at the level of the year 2024 (written down in November 2026). They were typed in by hand and
come from no published table, so a comparison across currencies may be wrong by several percent, by more
where a currency has moved since. A changed rate counts once products are indexed again.
"""

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
"""Approximate yuan for one major unit, level of 2024; see above what they may be used for."""

POINTS_OF_CNY: Final = 10_000
"""Hundredths of a fen in one yuan: the points of domain.money."""


def reference_points(price: UnitPrice) -> int:
    """The price in points of CNY (hundredths of a fen) at the reference rate; CNY is exact."""
    return price.points if price.currency == "CNY" else yuan_points(price.amount, price.currency)


def yuan_points(amount: Decimal, currency: str) -> int:
    """`amount` major units of `currency` in points of CNY at the reference rate. Raises UnknownCurrency."""
    exponent(currency)
    return int((amount * CNY_FOR_ONE[currency] * POINTS_OF_CNY).to_integral_value(ROUND_HALF_UP))
