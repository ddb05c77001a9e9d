"""What each column of a comparison is called, and how a supplier's value in it is said."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.catalogue import Qualification
from domain.quantity import Quantity
from domain.terms import FeeBasis
from services.comparing.measures import AMOUNTS, Measure, landed_cost
from services.comparing.quote import Lack, Quote
from services.freighting import roughly
from services.offer_fields import Field
from views.china import reply_time
from views.figures import claim_rate, on_time, rating
from views.reader import Reader
from views.term_rows import plain
from views.units import per_unit, quantity

UNKNOWN: Final = "—"

LABELS: Final[Mapping[Measure, Callable[[Reader], str]]] = {
    Measure.PRICE: lambda reader: reader.word("Unit price"),
    Measure.MOQ: lambda reader: reader.word("MOQ"),
    Measure.LEAD_TIME: lambda reader: reader.word("Lead time"),
    Measure.PAYMENT: lambda reader: reader.word("Payment"),
    Measure.CUSTOM_FEE: lambda reader: reader.word("Customization fee"),
    Measure.SEA: lambda reader: reader.word("Sea freight"),
    Measure.AIR: lambda reader: reader.word("Air freight"),
    Measure.LANDED: lambda reader: reader.word("Landed unit cost"),
    Measure.QUALIFICATION: lambda reader: reader.word("Qualification"),
    Measure.RESPONSE: lambda reader: reader.word("Usually answers in"),
    Measure.RATING: lambda reader: reader.word("Rating"),
    Measure.ON_TIME: lambda reader: reader.word("Shipped in time"),
    Measure.CLAIMS: lambda reader: reader.word("Claims for being late"),
}
_STANDING: Final[Mapping[Qualification, Callable[[Reader], str]]] = {
    Qualification.VERIFIED_FACTORY: lambda reader: reader.word("verified factory"),
    Qualification.TRUSTPASS: lambda reader: reader.word("TrustPass"),
    Qualification.UNVERIFIED: lambda reader: reader.word("unverified"),
}
"""Without the marks of cards, which the font of pictures lacks."""


def said(reader: Reader, quote: Quote, measure: Measure) -> str:
    """The value as plain text; a dash where it is not known."""
    return _SAID[measure](reader, quote) or UNKNOWN


def _price(reader: Reader, quote: Quote) -> str:
    return per_unit(reader, quote.terms.unit_price, quote.terms.quantity.unit)


def _freight(measure: Measure) -> Callable[[Reader, Quote], str]:
    def said_freight(reader: Reader, quote: Quote) -> str:
        share = AMOUNTS[measure](quote)
        return reader.price(roughly(share)) if share else ""

    return said_freight


def _moq(reader: Reader, quote: Quote) -> str:
    return quantity(reader, Quantity(quote.moq, quote.terms.quantity.unit))


def _days(reader: Reader, quote: Quote) -> str:
    days = quote.lead_time_days
    return reader.say_many("{count} day", "{count} days", days) if days else ""


def _fee(reader: Reader, quote: Quote) -> str:
    fee = quote.terms.custom_fee
    if fee is None:
        return ""
    if not fee.points:
        return reader.word("free of charge")
    amount = reader.price(fee)
    if quote.terms.custom_fee_basis is FeeBasis.ONCE:
        return reader.word("{amount} once", amount=amount)
    return reader.word("{amount} each", amount=amount)


def _landed(reader: Reader, quote: Quote) -> str:
    if quote.landed is Lack.CURRENCY:
        return reader.word("— (freight is in another currency)")
    cost = landed_cost(quote)
    if cost is None:
        return ""
    return reader.price(cost if cost == quote.with_fee else roughly(cost))


_SAID: Final[Mapping[Measure, Callable[[Reader, Quote], str]]] = {
    Measure.PRICE: _price,
    Measure.MOQ: _moq,
    Measure.LEAD_TIME: _days,
    Measure.PAYMENT: lambda reader, quote: plain(reader, Field.PAYMENT, quote.terms),
    Measure.CUSTOM_FEE: _fee,
    Measure.SEA: _freight(Measure.SEA),
    Measure.AIR: _freight(Measure.AIR),
    Measure.LANDED: _landed,
    Measure.QUALIFICATION: lambda reader, quote: _STANDING[quote.supplier.qualification](reader),
    Measure.RESPONSE: lambda reader, quote: reply_time(reader, quote.supplier),
    Measure.RATING: lambda reader, quote: rating(reader, quote.supplier),
    Measure.ON_TIME: lambda reader, quote: on_time(reader, quote.supplier),
    Measure.CLAIMS: lambda reader, quote: claim_rate(reader, quote.supplier),
}
