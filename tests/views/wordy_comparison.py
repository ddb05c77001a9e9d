"""Screens of several suppliers side by side, with the same words for each of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from domain.catalogue import Product
from domain.freight.exchange import Exchange
from domain.money import UnitPrice
from domain.negotiation import Negotiation
from domain.people import Side
from domain.terms import Shipping, Terms
from services.cases import Case
from services.comparing.awarding import Award
from services.comparing.comparison import Comparison
from services.comparing.keeping import MOST_SUPPLIERS, PlaceInRfq, Rfq
from services.comparing.quote import Quote
from services.comparing.room import SentInquiry
from services.comparing.sending import Sent
from services.comparing.several import AlreadyNegotiating, Recipient, Several
from services.comparing.shortlist import Shortlist
from services.drafting import Form, OfferDraft
from services.landing import Landed
from services.matter import About, Matter
from services.negotiating import goods_of
from tests.builders import NOON, by
from views import several
from views.awarding import close_whom
from views.callback_data.comparing import FileKind
from views.compare_room import room
from views.comparison import rfq
from views.comparison_files import comparison_file
from views.offer_form import form
from views.reader import Reader
from views.screen import Screen
from views.shortlist import Listed, shortlist


def compared(reader: Reader, product: Product, terms: Terms, source: str) -> Iterator[Screen]:
    """Ten suppliers of the product, on these terms, from the list to the end; `source` named the rate."""
    products = [replace(product, id=number) for number in range(1, MOST_SUPPLIERS + 1)]
    quotes = [quoted(each, terms, source) for each in products]
    cases = [seen(quote) for quote in quotes]
    asked, found = Comparison(quotes), Comparison(quotes, 5, cases)
    inquiry = SentInquiry(Rfq(5, 10, NOON, tuple(case.negotiation.id for case in cases)), quotes[0].goods)
    yield from listed(reader, products, cases[0].negotiation)
    yield from inquired(reader, products, terms)
    yield from (room(reader, asked, [inquiry], page) for page in (0, 1))
    yield rfq(reader, found, 1)
    yield rfq(reader, found, above=several.sent(reader, sent(quotes)))
    yield from (comparison_file(reader, found, kind) for kind in FileKind)
    yield close_whom(reader, Award(5, cases[0], cases[1:]))


def quoted(product: Product, terms: Terms, source: str) -> Quote:
    """Everything is known of it; the dearer, the later it stands."""
    price = UnitPrice(terms.unit_price.points, terms.unit_price.currency)
    freight = {way: UnitPrice(12_345_678, "USD") for way in (Shipping.SEA, Shipping.AIR)}
    exchange = Exchange("USD", price.currency, Decimal("7.12345678"), date(2026, 1, 1), source)
    supplier = replace(product.supplier, answers_in=timedelta(hours=3))
    negotiation = replace(
        Negotiation.inquire(1, goods_of(product), by(Side.BUYER), terms), id=1_000_000 + product.id
    )
    return Quote(
        product=replace(product, supplier=supplier),
        goods=goods_of(product),
        terms=terms,
        moq=product.moq,
        lead_time_days=300 - product.id,
        freight=freight,
        landed=Landed(UnitPrice(price.points * 2, price.currency), exchange),
        negotiation=negotiation,
        is_listed=True,
        is_example=True,
    )


def seen(quote: Quote) -> Case:
    """Its negotiation, as the buyer sees it."""
    assert quote.negotiation is not None
    return Case(quote.negotiation, Side.BUYER, quote.supplier, rfq=PlaceInRfq(5, 9))


def listed(reader: Reader, products: list[Product], kept_from: Negotiation) -> Iterator[Screen]:
    """Who may be asked, on the terms of a negotiation that failed."""
    ids = tuple(product.id for product in products)
    short = Shortlist(ids, frozenset(ids), negotiation_id=kept_from.id)
    yield shortlist(reader, Listed(short, products[:5], 0, frozenset(), kept_from))


def inquired(reader: Reader, products: list[Product], terms: Terms) -> Iterator[Screen]:
    """The draft of an inquiry to all of them; of one it is a repetition."""
    about = About(product_id=1, several=tuple(product.id for product in products))
    matter = Matter(
        about=about,
        goods=goods_of(products[0]),
        side=Side.BUYER,
        product=products[0],
        supplier=products[0].supplier,
        several=Several(tuple(products), products[0].currency, {2: 1_000_002}),
    )
    yield form(reader, Form(OfferDraft(about, terms), matter))
    yield form(reader, Form(OfferDraft(about, terms).ask(), matter))


def sent(quotes: list[Quote]) -> Sent:
    """One got it, the others are in a negotiation about the same product."""
    first, *others = quotes
    left_out = [Recipient(each.product, refusal=AlreadyNegotiating(number=1_000_000)) for each in others]
    return Sent(5, [Recipient(first.product, terms=first.terms), *left_out])
