"""Prices as people say them."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from domain.money import POINTS_PER_MINOR, UnitPrice, exponent

_SIGNIFICANT: Final = 3


def tidy(amount: Decimal, currency: str, significant: int = _SIGNIFICANT) -> UnitPrice:
    """`amount` in major units to so many significant digits, never finer than the currency's points."""
    finest = -(exponent(currency) + len(str(POINTS_PER_MINOR)) - 1)
    place = max(amount.adjusted() - significant + 1, finest)
    return UnitPrice.of(amount.quantize(Decimal(1).scaleb(place), ROUND_HALF_UP), currency)
