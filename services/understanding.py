"""What a line says about the goods at hand: certain terms, and doubts with the field each is about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from domain.money import Fee, UnitPrice
from domain.negotiation import CurrencyDiffers
from domain.quantity import Unit
from domain.refusal import Refusal
from domain.terms import (
    CurrenciesMixed,
    FreightAgainstTradeTerm,
    NoBalanceLeft,
    NoteTooLong,
    PriceAgainstTier,
    TermsDraft,
    TiersDisorderly,
)
from language.doubt import (
    DayOutOfReach,
    Doubt,
    FeeForWhat,
    LimitGiven,
    NotANumber,
    PerWhichUnit,
    RangeGiven,
    SeveralValues,
    Term,
    TooFine,
    TotalOrUnit,
    TwoReadings,
    WhichTerm,
)
from language.number import read_decimal
from language.offer import read_offer
from language.reading import Context, Reading
from services.drafting import Form, Problem, Unread, WhichFee, term_field
from services.matter import Matter
from services.offer_fields import Field, filled_fields

FIGURES: Final = (Field.QUANTITY, Field.PRICE, Field.LEAD_TIME)
"""The fields that are answered by a figure."""

CHOICES: Final = (TwoReadings, RangeGiven, LimitGiven, SeveralValues, TotalOrUnit, PerWhichUnit, WhichFee)
"""Doubts about one field that leave readings to choose from."""

_OF_PRICE: Final = (PerWhichUnit, TotalOrUnit, TooFine, CurrencyDiffers)
_ABOUT: Final[Mapping[type[Problem], Field]] = {
    **dict.fromkeys((*_OF_PRICE, PriceAgainstTier, TiersDisorderly), Field.PRICE),
    NoteTooLong: Field.NOTE,
    DayOutOfReach: Field.LEAD_TIME,
    FreightAgainstTradeTerm: Field.FREIGHT,
    NoBalanceLeft: Field.PAYMENT,
    WhichFee: Field.CUSTOMIZATION,
    CurrenciesMixed: Field.CUSTOMIZATION,
}
"""Problems that are always about the same field."""

_BARE_FIGURE: Final = re.compile(r"(?:^|, )([¥$€£]?\d[\d.,]*)(?=, |$)")
_SPOILT_FIGURE: Final = re.compile(r"\b(?:nan|inf(?:inity)?|\d[\d.]*e[+-]?\d+)\b", re.IGNORECASE)
"""What programs write for numbers and people never do."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A line understood: what is certain, what is not, and the words that may be a note."""

    terms: TermsDraft
    doubts: tuple[Problem, ...]
    note: str


def context_of(matter: Matter) -> Context:
    """What the reading of a line should know of the talk before it."""
    listed = matter.product.price_for(matter.goods.moq).amount if matter.product else None
    standing, own = matter.standing, matter.own
    return Context(
        currency=matter.goods.currency,
        unit=Unit(matter.goods.unit),
        listed=listed,
        previous=standing.unit_price.amount if standing else None,
        own=own.terms.unit_price.amount if own else None,
        number_is_price=standing is not None,
        side=matter.side,
        today=matter.today,
    )


def understand(words: str, form: Form) -> Understood:
    """The line in view of the goods: another currency is refused, a price for another unit asked about."""
    matter = form.matter
    reading = read_offer(words, context_of(matter))
    terms, doubts = _with_discount(reading, form), _doubts(reading)
    if other := _for_another_unit(reading, matter):
        terms, doubts = replace(terms, unit_price=None), (*doubts, other)
    if reading.currency not in (None, matter.goods.currency):
        foreign = CurrencyDiffers(currency=reading.currency, listed_in=matter.goods.currency)
        doubts = tuple(dict.fromkeys(foreign if _is_of_price(each) else each for each in doubts))
    is_figure = _SPOILT_FIGURE.search(reading.rest) or _BARE_FIGURE.search(reading.rest)
    return Understood(terms, doubts, "" if is_figure else reading.rest)


def field_in_doubt(doubt: Problem, form: Form) -> Field | None:
    """The field that a doubt is about; None when just that is open."""
    if isinstance(doubt, WhichTerm):
        return None
    named = _ABOUT.get(type(doubt)) or term_field(getattr(doubt, "term", "")) or form.draft.current
    stated = FIGURES if form.matter.standing else filled_fields(form.draft.terms)
    return named or next((each for each in FIGURES if each not in stated), Field.PRICE)


def _is_of_price(doubt: Problem) -> bool:
    return isinstance(doubt, _OF_PRICE) or getattr(doubt, "term", "") == Term.UNIT_PRICE


def _with_discount(reading: Reading, form: Form) -> TermsDraft:
    """The terms read; a discount such as 85折 is a price once the one listed for the quantity is known."""
    percent, product = reading.percent_of_listed, form.matter.product
    if percent is None or reading.terms.unit_price or reading.terms.tiers or product is None:
        return reading.terms
    quantity = reading.terms.quantity or form.whole.quantity
    listed = product.price_for(quantity.count)
    points = int((listed.points * percent / 100).to_integral_value())
    return replace(reading.terms, unit_price=UnitPrice(points, listed.currency))


def _for_another_unit(reading: Reading, matter: Matter) -> PerWhichUnit | None:
    """20 dozen at 24 per dozen, or for 480: certain by the dozen, but the piece is what is sold and shown."""
    price, named, quantity = reading.price, reading.terms.unit_price, reading.terms.quantity
    if price is None or named is None:
        return None
    counted = quantity.unit if quantity else None
    per, amount = (counted, named.amount) if price.is_total else (price.per, price.amount)
    if per is None or per == matter.goods.unit:
        return None
    return PerWhichUnit(amount, named.currency, per, Unit(matter.goods.unit), is_said=True)


def _doubts(reading: Reading) -> tuple[Problem, ...]:
    """The reading's own doubts, and figures that it could make nothing of: never only a note."""
    spoilt = [NotANumber(found) for found in _SPOILT_FIGURE.findall(reading.rest)]
    bare = [_bare(found, reading.terms) for found in _BARE_FIGURE.findall(reading.rest)]
    return (*map(_problem, reading.doubts), *spoilt, *bare)


def _problem(doubt: Doubt | Refusal) -> Problem:
    """A fee that is for each or once is asked about by itself."""
    return WhichFee(Fee.of(doubt.amount, doubt.currency)) if isinstance(doubt, FeeForWhat) else doubt


def _bare(figure: str, terms: TermsDraft) -> Problem:
    """A figure beside a price may be the quantity that is missing; what else it is, nobody can tell."""
    value = read_decimal(figure)
    if isinstance(value, Decimal) and terms.unit_price and not terms.quantity:
        return WhichTerm(value)
    return Unread(figure)
