"""One product in a list: title, price, MOQ, place and standing in a few lines."""

from typing import Final

from domain.catalogue import Product
from domain.quantity import Quantity
from views.fitting import shortened
from views.markup import Html, bold, lines
from views.names import standing_line
from views.reader import Reader
from views.titles import title
from views.units import per_unit, quantity

MOST_TITLE: Final = 80


def listing(reader: Reader, number: int, product: Product) -> Html:
    """The product as entry `number` of a list."""
    name = shortened(title(reader, product), MOST_TITLE)
    return lines(
        reader.say("{number}. {title}", number=number, title=bold(name)),
        reader.say("{price} · MOQ {moq}", price=price_line(reader, product), moq=moq_of(reader, product)),
        standing_line(reader, product.supplier),
    )


def price_line(reader: Reader, product: Product) -> Html:
    """The price of the smallest order, and how low it goes for larger ones."""
    smallest, lowest = product.price_for(product.moq), product.tiers[-1].unit_price
    price = per_unit(reader, smallest, product.unit)
    if lowest.points >= smallest.points:
        return price
    return reader.say("{price}, down to {lowest}", price=price, lowest=reader.price(lowest))


def moq_of(reader: Reader, product: Product) -> Html:
    """The minimum order quantity with its unit."""
    return quantity(reader, Quantity(product.moq, product.unit))
