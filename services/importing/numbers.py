"""Reading the figures of a cell: whole numbers, decimals and amounts, never a guess."""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from domain.money import MAX_UNIT_PRICE_MAJOR, Money, PriceOutOfBounds, UnitPrice, exponent
from services.importing.problems import Kind, Misread

_WHOLE: Final = re.compile(r"([0-9]{1,15})(?:\.0)?")
_DECIMAL: Final = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,10})?")


def plain(text: str) -> str:
    """The text with full-width digits and punctuation made ASCII."""
    return unicodedata.normalize("NFKC", text).strip()


def read_whole(text: str, most: int) -> int:
    """A whole number from 1 to `most`; spreadsheets' 50.0 is 50, and 1,000 or 1.000 are refused."""
    match = _WHOLE.fullmatch(plain(text))
    if match is None:
        raise Misread(Kind.NOT_WHOLE, f"1-{most}")
    count = int(match[1])
    if not 0 < count <= most:
        raise Misread(Kind.OUT_OF_BOUNDS, f"1-{most}")
    return count


def read_decimal(text: str) -> Decimal:
    """A number that is not negative, with a decimal point. Raises Misread."""
    digits = plain(text)
    if _DECIMAL.fullmatch(digits) is None:
        raise Misread(Kind.NOT_A_NUMBER)
    return Decimal(digits)


def read_measure(text: str, most: int) -> str:
    """A weight or length above zero and up to `most`, as the shortest decimal string."""
    number = read_decimal(text)
    if not 0 < number <= most:
        raise Misread(Kind.OUT_OF_BOUNDS, f"0-{most}")
    return f"{number.normalize():f}"


def read_price(text: str, currency: str) -> UnitPrice:
    """A unit price above zero, exact to a hundredth of the minor unit. Raises Misread."""
    try:
        return UnitPrice.of(read_decimal(text), currency)
    except PriceOutOfBounds:
        raise Misread(Kind.PRICE_OUT_OF_BOUNDS, f"{MAX_UNIT_PRICE_MAJOR} {currency}") from None


def read_amount(text: str, currency: str) -> Money:
    """An amount of zero or more in whole minor units; zero is a free sample. Raises Misread."""
    minor = read_decimal(text).scaleb(exponent(currency))
    if minor != minor.to_integral_value() or minor > MAX_UNIT_PRICE_MAJOR * 10 ** exponent(currency):
        raise Misread(Kind.PRICE_OUT_OF_BOUNDS, f"{MAX_UNIT_PRICE_MAJOR} {currency}")
    return Money(int(minor), currency)
