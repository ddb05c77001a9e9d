"""Freight of what is compared, for one unit each way to ship, and what one unit costs on arrival."""

from collections.abc import Sequence
from dataclasses import replace

from domain.money import PriceOutOfBounds
from domain.people import Side
from services.comparing.quote import Lack, Quote
from services.freighting import Asked, Assumption, Estimate, estimate
from services.landing import Landed, landed
from services.ports import Books


async def with_freight(books: Books, quotes: Sequence[Quote], country: str) -> Sequence[Quote]:
    """The quotes with what one unit costs each way to the country; a seller's own figure goes first."""
    return [await _with_freight(books, quote, country) for quote in quotes]


async def _with_freight(books: Books, quote: Quote, country: str) -> Quote:
    stated = quote.negotiation.freight if quote.negotiation else ()
    found = await estimate(books, Asked(quote.product, quote.terms.quantity.count, country, stated))
    shipped = replace(
        quote,
        freight={option.method: option.each for option in found.options if option.each},
        is_example=Assumption.EXAMPLE_RATES in found.assumptions,
    )
    return replace(shipped, landed=await _landed(books, shipped, found))


async def _landed(books: Books, quote: Quote, found: Estimate) -> Landed | Lack:
    """Unit price, fee and freight for one unit; freight that the seller pays is in his price.

    A sum too large for a price is as good as unknown: one supplier's figures spoil no comparison.
    """
    option = found.by(quote.shipped_by) if quote.shipped_by else None
    try:
        if quote.freight_payer is Side.SELLER:
            return Landed(quote.with_fee)
        return (await landed(books, quote.with_fee, option) or Lack.CURRENCY) if option else Lack.FREIGHT
    except PriceOutOfBounds:
        return Lack.FREIGHT
