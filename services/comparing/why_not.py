"""Why not the cheapest: what speaks against it, who does better, and what that costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from services.comparing.measures import Measure, figure, is_comparable
from services.comparing.quote import Quote

WEIGHED: Final = (
    Measure.LEAD_TIME,
    Measure.QUALIFICATION,
    Measure.LANDED,
    Measure.PAYMENT,
    Measure.RESPONSE,
)
"""What may outweigh a price, the weightiest first."""


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The quote with the lowest unit price, and one that is better in `better`, for so many percent more.

    `other` is None where nobody is worth more; then `better` is in what anybody beats the cheapest.
    `percent_more` is rounded half up.
    """

    cheapest: Quote
    other: Quote | None = None
    better: tuple[Measure, ...] = ()
    percent_more: int = 0


def why_not_cheapest(quotes: Sequence[Quote]) -> WhyNot | None:
    """The cheapest that can be had against the one that beats it in most measures; of equals the cheaper one.

    None where there is nothing to choose, or prices are in different currencies or for different units.
    """
    live = [quote for quote in quotes if quote.is_live]
    if len(live) < 2 or not is_comparable(live, Measure.PRICE):
        return None
    cheapest, *others = sorted(live, key=_points)
    beating = [quote for quote in others if _balance(cheapest, quote) < 0]
    if not beating:
        beaten = {measure for quote in others for measure in _better(cheapest, quote)}
        return WhyNot(cheapest, better=tuple(measure for measure in WEIGHED if measure in beaten))
    other = min(beating, key=lambda quote: (_balance(cheapest, quote), _points(quote)))
    return WhyNot(cheapest, other, _better(cheapest, other), _percent(cheapest, other))


def _points(quote: Quote) -> int:
    return quote.terms.unit_price.points


def _better(worse: Quote, quote: Quote) -> tuple[Measure, ...]:
    return tuple(measure for measure in WEIGHED if _beats(quote, worse, measure))


def _beats(quote: Quote, other: Quote, measure: Measure) -> bool:
    mine, theirs = figure(quote, measure), figure(other, measure)
    if mine is None or theirs is None or not is_comparable((quote, other), measure):
        return False
    return mine < theirs


def _balance(cheapest: Quote, quote: Quote) -> int:
    """In how many measures the quote is worse, less those in which it is better."""
    return len(_better(quote, cheapest)) - len(_better(cheapest, quote))


def _percent(cheapest: Quote, other: Quote) -> int:
    more = Decimal(_points(other) - _points(cheapest)) * 100 / _points(cheapest)
    return int(more.to_integral_value(ROUND_HALF_UP))
