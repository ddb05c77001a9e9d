"""The unit price offer by offer, as a picture with the same figures in words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from domain.money import UnitPrice
from domain.offer import Offer
from domain.people import Side
from services.chronicle import Chronicle
from views.callback_data.navigation import BringNegotiation
from views.fitting import shortened
from views.made import made
from views.markup import Html, bold, lines
from views.negotiation import belongs_to
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.ticks import ticks
from views.titles import title
from views.units import unit_word

MOST_OFFERS: Final = 60
TITLE_UNITS: Final = 40


def price_chart(reader: Reader, chronicle: Chronicle, listed: Sequence[UnitPrice]) -> Screen:
    """`listed` is today's listed price for the quantity of each offer; empty if the product is gone."""
    offers, listed = chronicle.offers[-MOST_OFFERS:], listed[-MOST_OFFERS:]
    name = f"prices-{chronicle.negotiation.id}.png"
    show = BringNegotiation(negotiation_id=chronicle.negotiation.id)
    return Screen(
        lines(bold(title(reader, chronicle.negotiation.goods)), *_ways(reader, offers)),
        rows([Button(reader.word("📄 Show offer"), show.pack())]),
        card=belongs_to(chronicle.negotiation),
        made=made(reader, "price_chart", name, _drawn(reader, chronicle, offers, listed)),
    )


def _ways(reader: Reader, offers: Sequence[Offer]) -> list[Html]:
    """From where to where each side's price has gone."""
    ways = {side: _way(reader, [each for each in offers if each.side is side]) for side in Side}
    return [
        reader.say("Buyer: {prices}", prices=ways[Side.BUYER]) if ways[Side.BUYER] else Html(),
        reader.say("Seller: {prices}", prices=ways[Side.SELLER]) if ways[Side.SELLER] else Html(),
    ]


def _way(reader: Reader, offers: Sequence[Offer]) -> str:
    """The first and the last price, once if they are the same."""
    ends = [reader.price(offer.terms.unit_price) for offer in (*offers[:1], *offers[-1:])]
    return " → ".join(dict.fromkeys(ends))


def _drawn(
    reader: Reader, chronicle: Chronicle, offers: Sequence[Offer], listed: Sequence[UnitPrice]
) -> dict[str, Any]:
    """What printing/templates/price_chart.typ draws."""
    goods = chronicle.negotiation.goods
    unit = unit_word(reader, offers[-1].terms.quantity.unit)
    values = [offer.terms.unit_price.points for offer in offers] + [price.points for price in listed]
    number = chronicle.negotiation.id
    return {
        "title": shortened(title(reader, goods), TITLE_UNITS),
        "subtitle": reader.word("Negotiation {number} · price of one {unit}", number=number, unit=unit),
        "offers": [_point(reader, offer) for offer in offers],
        "ticks": [{"value": value, "said": _said(reader, value, goods.currency)} for value in ticks(values)],
        "listed": [price.points for price in listed],
        "agreed": chronicle.is_agreed,
        "words": {
            "buyer": reader.word("Buyer"),
            "seller": reader.word("Seller"),
            "listed": reader.word("Listed price today"),
            "agreed": reader.word("Agreed"),
            "offer": reader.word("Offer"),
        },
    }


def _point(reader: Reader, offer: Offer) -> dict[str, Any]:
    price = offer.terms.unit_price
    return {
        "number": offer.number,
        "side": offer.side.value,
        "value": price.points,
        "said": reader.price(price),
    }


def _said(reader: Reader, points: int, currency: str) -> str:
    one = UnitPrice(1, currency).amount
    return reader.said(Decimal(points) * one, currency)
