"""Tables of lines and the short writing in which they state what a line means."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from domain.money import Fee
from domain.refusal import Refusal
from domain.terms import TermsDraft
from language.doubt import (
    DayOutOfReach,
    Doubt,
    FeeForWhat,
    LimitGiven,
    NotANumber,
    NotPositive,
    NotWhole,
    OutOfBounds,
    PerWhichUnit,
    RangeGiven,
    SeveralValues,
    TooFine,
    TotalOrUnit,
    TwoReadings,
    WhichTerm,
)
from language.reading import Reading


def rows(name: str) -> list[tuple[str, str]]:
    """Line and meaning of each row of a table beside this module."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [(text, meaning) for text, meaning in (line.split("\t") for line in lines)]


def written(reading: Reading) -> str:
    """What was read, in the writing of the tables."""
    return "; ".join([*_terms(reading), *map(_doubt, reading.doubts)]) or "-"


def _terms(reading: Reading) -> Iterator[str]:
    terms, price = reading.terms, reading.price
    if terms.quantity:
        yield f"{terms.quantity.count} {terms.quantity.unit}"
    if terms.unit_price:
        yield f"{_plain(terms.unit_price.amount)} {terms.unit_price.currency}"
    if terms.lead_time_days:
        yield f"{terms.lead_time_days} days"
    yield from (str(method) for method in (terms.shipping, terms.payment) if method)
    if terms.deposit_percent:
        yield f"deposit {terms.deposit_percent}"
    if reading.minimum:
        yield f"moq {reading.minimum.count}"
    yield from _further(terms)
    if price and price.is_total:
        yield f"total {_plain(price.amount)} {price.currency}"
    if reading.percent_of_listed:
        yield f"listed {_plain(reading.percent_of_listed)}"


def _further(terms: TermsDraft) -> Iterator[str]:
    for name, write in _FURTHER.items():
        value = getattr(terms, name)
        if value:
            yield write(value)


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _fee(fee: Fee) -> str:
    return f"fee {_plain(fee.amount)} {fee.currency}"


_FURTHER: dict[str, Callable[[Any], str]] = {
    "tiers": lambda tiers: "tiers " + " ".join(f"{t.at_least}:{_plain(t.unit_price.amount)}" for t in tiers),
    "balance_due": "balance {}".format,
    "freight_payer": "freight {}".format,
    "trade_term": str,
    "trade_place": str,
    "quality": str,
    "quality_note": "({})".format,
    "customization": lambda found: " ".join(sorted(found)),
    "custom_note": "({})".format,
    "custom_fee": _fee,
    "custom_fee_basis": str,
    "late_percent_per_day": "late {}".format,
    "late_cap_percent": "cap {}".format,
    "valid_days": "valid {}".format,
}
"""Terms beyond the six of every offer, and how the tables write them."""

_WRITTEN: dict[type, str] = {
    TwoReadings: "{0.term}: {0.first} or {0.second}",
    RangeGiven: "{0.term}: {0.least} to {0.most}",
    LimitGiven: "{0.term}: {0.limit} {0.value}",
    OutOfBounds: "{0.term}: {0.value} beyond {0.least} to {0.most}",
    NotANumber: "not a number: {0.text}",
    NotPositive: "not positive: {0.text}",
    NotWhole: "not whole: {0.term} {0.value}",
    WhichTerm: "price or quantity: {0.value}",
    TotalOrUnit: "{0.amount} {0.currency} for one or for {0.count}",
    FeeForWhat: "fee {0.amount} {0.currency} for each or once",
    DayOutOfReach: "{0.text} is out of reach",
    TooFine: "{0.amount} {0.currency} for {0.count} is too fine",
    PerWhichUnit: "{0.amount} {0.currency} per {0.first} or {0.second}",
}


def _doubt(doubt: Doubt | Refusal) -> str:
    if isinstance(doubt, Refusal):
        return f"refused {type(doubt).__name__}"
    if isinstance(doubt, SeveralValues):
        return f"{doubt.term}: {', '.join(map(str, doubt.values))}"
    return _WRITTEN[type(doubt)].format(doubt)
