"""What suppliers are compared by, and who is best in it."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from domain.catalogue import Qualification
from domain.money import UnitPrice
from domain.terms import Shipping
from services.comparing.quote import Quote
from services.landing import Landed


class Measure(StrEnum):
    """The columns of a comparison, in their order."""

    PRICE = "price"
    MOQ = "moq"
    LEAD_TIME = "lead_time"
    PAYMENT = "payment"
    CUSTOM_FEE = "custom_fee"
    SEA = "sea"
    AIR = "air"
    LANDED = "landed"
    QUALIFICATION = "qualification"
    RESPONSE = "response"
    RATING = "rating"
    ON_TIME = "on_time"
    CLAIMS = "claims"


def landed_cost(quote: Quote) -> UnitPrice | None:
    """The landed unit cost, where it is known."""
    return quote.landed.unit_price if isinstance(quote.landed, Landed) else None


def answers_in(quote: Quote) -> int | None:
    """How soon the supplier usually answers, in seconds of working hours, where that is known."""
    usual = quote.supplier.answers_in
    return None if usual is None else int(usual.total_seconds())


def _less_is_better(value: int | None) -> int | None:
    return None if value is None else -value


AMOUNTS: Final[Mapping[Measure, Callable[[Quote], UnitPrice | None]]] = {
    Measure.PRICE: lambda quote: quote.terms.unit_price,
    Measure.CUSTOM_FEE: lambda quote: quote.terms.custom_fee,
    Measure.SEA: lambda quote: quote.freight.get(Shipping.SEA),
    Measure.AIR: lambda quote: quote.freight.get(Shipping.AIR),
    Measure.LANDED: landed_cost,
}
"""The measures that are money for one unit; a customization fee may also be charged once."""

_STANDING: Final = tuple(Qualification)
_FIGURES: Final[Mapping[Measure, Callable[[Quote], int | None]]] = {
    Measure.CUSTOM_FEE: lambda quote: quote.fee_each,
    Measure.MOQ: lambda quote: quote.moq,
    Measure.LEAD_TIME: lambda quote: quote.lead_time_days,
    Measure.PAYMENT: lambda quote: quote.terms.deposit_percent,
    Measure.QUALIFICATION: lambda quote: _STANDING.index(quote.supplier.qualification),
    Measure.RESPONSE: answers_in,
    Measure.RATING: lambda quote: _less_is_better(quote.supplier.figures.rating_tenths),
    Measure.ON_TIME: lambda quote: _less_is_better(quote.supplier.figures.on_time_percent),
    Measure.CLAIMS: lambda quote: quote.supplier.figures.claim_percent,
}


def figure(quote: Quote, measure: Measure) -> int | None:
    """A number of which less is better; None where it is not known."""
    if measure in _FIGURES:
        return _FIGURES[measure](quote)
    amount = AMOUNTS[measure](quote)
    return amount.points if amount else None


def is_comparable(quotes: Sequence[Quote], measure: Measure) -> bool:
    """Whether the figures of these quotes may be held against each other.

    Money must be in one currency, and money and MOQ for the same unit: nothing is converted.
    """
    if measure not in AMOUNTS and measure is not Measure.MOQ:
        return True
    amounts = (AMOUNTS[measure](quote) for quote in quotes) if measure in AMOUNTS else ()
    currencies = {amount.currency for amount in amounts if amount}
    return len(currencies) <= 1 and len({quote.terms.quantity.unit for quote in quotes}) <= 1


def best_in(quotes: Sequence[Quote], measure: Measure) -> frozenset[int]:
    """The places of the best that can be had; nobody's where fewer than two are known, or all are equal."""
    if not is_comparable(quotes, measure):
        return frozenset()
    figures = [figure(quote, measure) if quote.is_live else None for quote in quotes]
    known = {value for value in figures if value is not None}
    if len(known) < 2:
        return frozenset()
    return frozenset(place for place, value in enumerate(figures) if value == min(known))
