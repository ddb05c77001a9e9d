"""A range of prices typed into a filter: 5-20, max 20, 最高20, 10元以上, $2 to $3.50."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from language.doubt import Doubt, NotANumber
from language.fold import fold
from language.number import read_decimal

MOST_CHARACTERS: Final = 40
_CURRENCIES: Final = {
    "USD": r"us\$|\$|usd|dollars?|美元|美金|刀",
    "EUR": r"€|eur|euros?|欧元",
    "GBP": r"£|gbp|pounds?|英镑",
    "CNY": r"cn¥|¥|cny|rmb|yuan|元|块钱|块|人民币",
}
_UPWARDS: Final = re.compile(
    r">=?|≥|from\b|over\b|above\b|at least\b|min(?:imum)?\b\.?|最低|至少|不低于|高于|以上|起|\+"
)
_DOWNWARDS: Final = re.compile(
    r"<=?|≤|up to\b|under\b|below\b|at most\b|max(?:imum)?\b\.?|less than\b"
    r"|最高|最多|不超过|低于|以下|以内|之内"
)
_NOTHING: Final = ("0", "零")
_DECIMALS: Final = 4
"""As many as a unit price has."""
_OPENING: Final = re.compile(r"^(?:from|between|从|在)\s*")
_BETWEEN: Final = re.compile(r"\s*(?:-|~|至|到|\bto\b|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class PriceRange:
    """Prices in major units; None is an open end. `currency` is the ISO code written, None if none was."""

    low: Decimal | None
    high: Decimal | None
    currency: str | None = None


def read_price_range(text: str) -> PriceRange | Doubt:
    """The range, its lower end first; one number alone is the most; else the doubt about it."""
    if len(text) > MOST_CHARACTERS:
        return NotANumber(text[:MOST_CHARACTERS])
    bare, currency = _without_currency(fold(text).strip())
    ends = [end for end in _BETWEEN.split(_OPENING.sub("", bare)) if end]
    if len(ends) == 2:
        return _both_ends(ends, currency)
    if _UPWARDS.search(bare):
        return _one_end(_UPWARDS.sub(" ", bare), currency, is_lower=True)
    return _one_end(_DOWNWARDS.sub(" ", bare), currency, is_lower=False)


def _without_currency(text: str) -> tuple[str, str | None]:
    for code, pattern in _CURRENCIES.items():
        bare, found = re.subn(pattern, " ", text)
        if found:
            return bare.strip(), code
    return text, None


def _one_end(text: str, currency: str | None, *, is_lower: bool) -> PriceRange | Doubt:
    value = read_decimal(text)
    if not isinstance(value, Decimal):
        return value
    rounded = round(value, _DECIMALS)
    return PriceRange(rounded, None, currency) if is_lower else PriceRange(None, rounded, currency)


def _both_ends(ends: list[str], currency: str | None) -> PriceRange | Doubt:
    values = []
    for end in ends:
        value = read_decimal(end) if end.strip() not in _NOTHING else Decimal(0)
        if not isinstance(value, Decimal):
            return value
        values.append(round(value, _DECIMALS))
    return PriceRange(min(values) or None, max(values) or None, currency)
