"""How the price of an offer compares with the listed one."""

from typing import Final

from domain.terms import Terms
from services.drafting import Form
from views.markup import Html
from views.reader import Reader

_FAR_ABOVE: Final = 3
"""From so many times the listed price on, a figure is rather mistyped than meant."""


def against_listing(reader: Reader, filled: Form, whole: Terms) -> Html:
    """How the price compares with the listed one for this quantity, in words that fit either side."""
    product = filled.matter.product
    if product is None:
        return Html()
    listed = product.price_for(whole.quantity.count)
    if listed.points == whole.unit_price.points:
        return reader.say("The unit price is the listed one.")
    if whole.unit_price.points >= listed.points * _FAR_ABOVE:
        times = reader.number(round(whole.unit_price.points / listed.points))
        return reader.say(
            "⚠️ That is {times} times the listed {price}. Is it right?",
            times=times,
            price=reader.price(listed),
        )
    off = round((listed.points - whole.unit_price.points) * 100 / listed.points)
    price = reader.price(listed)
    if off > 0:
        return reader.say("{off} below the listed {price}.", off=reader.percent(off), price=price)
    if off < 0:
        return reader.say("⚠️ {more} above the listed {price}.", more=reader.percent(-off), price=price)
    return reader.say("Listed price for this quantity: {price}", price=price)
