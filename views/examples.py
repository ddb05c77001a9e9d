"""Lines of text as examples of what may be typed, in the figures of the talk at hand."""

from typing import Final

from domain.terms import Terms
from views.markup import Html
from views.reader import Reader
from views.units import quantity

_READ_AS_THOUSANDS: Final = 3


def whole_line(reader: Reader, terms: Terms) -> Html:
    """A line that fills the whole form, e.g. 500 pieces at 12.5, 15 days."""
    return reader.say(
        "<code>{quantity} at {price}, 15 days</code>",
        quantity=quantity(reader, terms.quantity),
        price=plain_price(terms),
    )


def short_line(reader: Reader, terms: Terms) -> Html:
    """A line that answers an offer: another price and lead time."""
    return reader.say("<code>{price} each, 20 days</code>", price=plain_price(terms))


def plain_price(terms: Terms) -> str:
    """The unit price as people type it: no currency, no needless zeros, but never three decimals."""
    amount = f"{terms.unit_price.amount.normalize():f}"
    return f"{amount}0" if len(amount.partition(".")[2]) == _READ_AS_THOUSANDS else amount
