"""An amount of money that was typed as paid: 990, CNY 990.00, 2,310 元."""

from domain.money import MAX_TOTAL_MINOR, Money, exponent
from language.doubt import Doubt
from language.price_range import PriceRange, read_price_range


def read_paid(text: str, currency: str) -> Money | None:
    """The amount, in this currency unless another is named; None if it is none, or too fine or too large."""
    found = read_price_range(text)
    if isinstance(found, Doubt) or not isinstance(found, PriceRange):
        return None
    if found.low is not None or found.high is None:
        return None
    named = found.currency or currency
    minor = found.high.scaleb(exponent(named))
    if minor != minor.to_integral_value() or not 0 < minor <= MAX_TOTAL_MINOR:
        return None
    return Money(int(minor), named)
