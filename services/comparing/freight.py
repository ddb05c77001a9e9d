"""Freight of what is compared: for one unit, each way to ship."""

from collections.abc import Sequence
from dataclasses import replace

from services.comparing.quote import Quote
from services.freighting import Asked, Assumption, estimate
from services.ports import Books


async def with_freight(books: Books, quotes: Sequence[Quote], country: str) -> Sequence[Quote]:
    """The quotes with what one unit costs each way to the country; a seller's own figure goes first."""
    return [await _with_freight(books, quote, country) for quote in quotes]


async def _with_freight(books: Books, quote: Quote, country: str) -> Quote:
    stated = quote.negotiation.freight if quote.negotiation else ()
    found = await estimate(books, Asked(quote.product, quote.terms.quantity.count, country, stated))
    each = {option.method: option.each for option in found.options if option.each}
    return replace(quote, freight=each, is_example=Assumption.EXAMPLE_RATES in found.assumptions)
