"""An exchange rate as an operator imported it, with source and day: the only way between currencies."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Final

from domain.money import UnitPrice, UnknownCurrency, exponent

SCALE: Final = 8
"""A rate is exact to so many decimals."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One major unit of `base` is `rate` of `quote`, as `source` said on the day `as_of`."""

    base: str
    quote: str
    rate: Decimal
    as_of: date
    source: str

    def converted(self, price: UnitPrice, currency: str) -> UnitPrice:
        """The price in the other currency of the pair, rounded up to a point, so that no cost is understated.

        amount × rate, or amount / rate the other way. Raises UnknownCurrency for a currency outside the
        pair, and PriceOutOfBounds.
        """
        if {price.currency, currency} != {self.base, self.quote}:
            raise UnknownCurrency(code=currency)
        amount = price.amount * self.rate if price.currency == self.base else price.amount / self.rate
        finest = Decimal(1).scaleb(-exponent(currency) - 2)
        return UnitPrice.of(amount.quantize(finest, ROUND_CEILING), currency)
