"""Money as integers: Money in minor units, UnitPrice in hundredths of the minor unit."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar, Final, Self

from domain.refusal import Refusal

EXPONENTS: Final = {
    "CNY": 2, "USD": 2, "EUR": 2, "GBP": 2, "AUD": 2, "CAD": 2, "HKD": 2, "TWD": 2, "SGD": 2, "INR": 2,
    "RUB": 2, "KZT": 2, "BRL": 2, "AED": 2, "JPY": 0, "KRW": 0, "VND": 0, "KWD": 3,
}  # fmt: skip
"""ISO 4217 codes in use and their number of decimals."""

POINTS_PER_MINOR: Final = 100
MAX_UNIT_PRICE_MAJOR: Final = 10_000_000
MAX_TOTAL_MINOR: Final = 2**53 - 1
MAX_DIGITS: Final = 25
"""More digits than this are rounded by decimal arithmetic before anybody could look at them."""


class UnknownCurrency(Refusal):
    """`code` is not an ISO 4217 code in use."""


class PriceOutOfBounds(Refusal):
    """A price is not above zero, too large, or finer than a hundredth of the minor unit."""


class TotalOutOfBounds(Refusal):
    """A total exceeds 2**53 - 1 minor units."""


def exponent(currency: str) -> int:
    """Decimals of an ISO 4217 currency. Raises UnknownCurrency."""
    try:
        return EXPONENTS[currency]
    except KeyError:
        raise UnknownCurrency(code=currency) from None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (fen, cents) of one ISO 4217 currency."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        exponent(self.currency)
        if abs(self.minor) > MAX_TOTAL_MINOR:
            raise TotalOutOfBounds(minor=self.minor, currency=self.currency)

    @property
    def amount(self) -> Decimal:
        """The amount in major units, exact."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """A price for one unit, in points: hundredths of the minor unit, so that 0.0235 USD is exact."""

    LEAST: ClassVar[int] = 1

    points: int
    currency: str

    def __post_init__(self) -> None:
        ceiling = MAX_UNIT_PRICE_MAJOR * 10 ** exponent(self.currency) * POINTS_PER_MINOR
        if not self.LEAST <= self.points <= ceiling:
            raise PriceOutOfBounds(points=self.points, currency=self.currency)

    @classmethod
    def of(cls, amount: Decimal, currency: str) -> Self:
        """From major units, e.g. Decimal("12.5"), "CNY". Raises PriceOutOfBounds if finer than a point."""
        digits = len(amount.as_tuple().digits)
        if not amount.is_finite() or amount.adjusted() > 15 or digits > MAX_DIGITS:
            raise PriceOutOfBounds(amount=amount, currency=currency)
        points = amount.scaleb(exponent(currency)) * POINTS_PER_MINOR
        if points != points.to_integral_value():
            raise PriceOutOfBounds(amount=amount, currency=currency)
        return cls(int(points), currency)

    @property
    def amount(self) -> Decimal:
        """The price in major units, exact."""
        return Decimal(self.points).scaleb(-exponent(self.currency)) / POINTS_PER_MINOR

    def times(self, count: int) -> Money:
        """The total for `count` units, rounded half up to the minor unit: the one rounding rule of Yijia."""
        minor = (Decimal(self.points) * count / POINTS_PER_MINOR).to_integral_value(ROUND_HALF_UP)
        return Money(int(minor), self.currency)


@dataclass(frozen=True, slots=True)
class Fee(UnitPrice):
    """A charge beside the price, in points like it; nothing at all means free of charge."""

    LEAST: ClassVar[int] = 0
