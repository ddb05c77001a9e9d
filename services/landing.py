"""Landed cost: what one unit comes to with its share of the freight, in the currency of the goods."""

from dataclasses import dataclass

from domain.freight.exchange import Exchange
from domain.money import UnitPrice
from services.freighting import Option
from services.ports import Books


@dataclass(frozen=True, slots=True)
class Landed:
    """Unit price plus freight share; without duty, tax and insurance.

    `exchange` says by which rate, source and day freight of another currency was counted; None if none was.
    """

    unit_price: UnitPrice
    exchange: Exchange | None = None


async def landed(books: Books, price: UnitPrice, option: Option) -> Landed | None:
    """The landed cost of one unit; None when freight is of another currency and nobody imported a rate.

    Amounts of different currencies are never added: freight is converted first, or not at all. Raises
    PriceOutOfBounds for a sum too large for a price.
    """
    share = option.each
    if share is None:
        return Landed(price)
    if share.currency == price.currency:
        return Landed(_sum(price, share))
    exchange = await books.freight.exchange(share.currency, price.currency)
    if exchange is None:
        return None
    return Landed(_sum(price, exchange.converted(share, price.currency)), exchange)


def _sum(price: UnitPrice, share: UnitPrice) -> UnitPrice:
    return UnitPrice(price.points + share.points, price.currency)
