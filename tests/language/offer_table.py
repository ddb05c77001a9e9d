"""Tables of lines and the short writing in which they state what a line means."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from language.doubt import (
    Doubt,
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
    if price and price.is_total:
        yield f"total {_plain(price.amount)} {price.currency}"
    if reading.percent_of_listed:
        yield f"listed {_plain(reading.percent_of_listed)}"


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


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
    TooFine: "{0.amount} {0.currency} for {0.count} is too fine",
    PerWhichUnit: "{0.amount} {0.currency} per {0.first} or {0.second}",
}


def _doubt(doubt: Doubt) -> str:
    if isinstance(doubt, SeveralValues):
        return f"{doubt.term}: {', '.join(map(str, doubt.values))}"
    return _WRITTEN[type(doubt)].format(doubt)
