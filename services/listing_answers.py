"""Answers that a seller types, turned into cells of the catalogue file; the file's rules judge them."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from domain.money import UnitPrice
from domain.price_tier import PriceTier
from domain.quantity import Unit
from domain.refusal import Refusal
from domain.terms import Tiers
from language.doubt import TotalOrUnit
from language.measures import read_package
from language.offer import read_offer
from language.reading import Context, Reading
from services.importing.cells_back import tiers_cell
from services.importing.problems import Misread
from services.importing.unit_words import counted_unit, read_unit, without_unit
from services.importing.words import is_address
from services.listing_check import Written
from services.listing_fields import COLUMNS_OF, ListingField, is_chinese
from services.listing_specs import specs_written

Cells = dict[str, str]

FREE: Final = frozenset(("free", "free of charge", "免费", "免費", "0", "0元"))
_SAMPLE: Final = frozenset(("sample_price", "sample_freight"))
_ANEW: Final = frozenset((ListingField.MEASURES, ListingField.SPECS))
"""An answer to these says all there is to say."""
_SIGNS: Final = {"$": "USD", "€": "EUR", "¥": "CNY", "￥": "CNY", "元": "CNY"}
_WITHOUT_SIGNS: Final = str.maketrans(dict.fromkeys(_SIGNS, ""))
_DIVIDERS: Final = re.compile(r"[\s,，;；、/]+")


class AnswerUnread(Refusal):
    """The answer to `field` cannot be read."""


def answer_cells(field: ListingField, text: str, written: Written) -> Cells:
    """The cells that an answer fills, perhaps more than were asked. Raises AnswerUnread."""
    return {**(cleared(field) if field in _ANEW else {}), **_READERS[field](text.strip(), written)}


def cleared(field: ListingField) -> Cells:
    """The cells of a field that is left out."""
    return dict.fromkeys(COLUMNS_OF[field], "")


def _photo(text: str, written: Written) -> Cells:
    """Only an address may be typed; nobody here ever fetches it, Telegram does."""
    if not is_address(text):
        raise AnswerUnread(field=ListingField.PHOTO)
    return {"image": text}


def _title(text: str, written: Written) -> Cells:
    """A title; with prices behind it the whole line, and the unit if it says one."""
    unit = counted_unit(text)
    counted = {"unit": unit.value} if unit else {}
    reading = _heard(text, {**written, **counted})
    prices = _price_cells(reading, written)
    if not prices or not reading.rest:
        return _in_its_language("title", text)
    return {**_in_its_language("title", reading.rest), **counted, **prices, **_other_terms(reading)}


def _in_its_language(column: str, text: str) -> Cells:
    return {f"{column}_zh" if is_chinese(text) else f"{column}_en": text}


def _english(text: str, written: Written) -> Cells:
    if is_chinese(text):
        raise AnswerUnread(field=ListingField.TITLE_EN)
    return {"title_en": text}


def _prices(text: str, written: Written) -> Cells:
    """50:12.5 500:11, 50件12.5元 500件11元, or one price for any quantity; more steps as a file has them."""
    reading = _heard(text, written)
    found = _price_cells(reading, written)
    if found:
        return {**found, **_other_terms(reading)}
    named = {currency for sign, currency in _SIGNS.items() if sign in text}
    figures = _DIVIDERS.sub(";", text.translate(_WITHOUT_SIGNS).strip())
    return {"price_tiers": figures, **({"currency": named.pop()} if len(named) == 1 else {})}


def _price_cells(reading: Reading, written: Written) -> Cells:
    """Another currency takes the price of a sample away."""
    tiers = reading.terms.tiers or _single(reading, written)
    if not tiers:
        return {}
    currency = tiers[0].unit_price.currency
    sample = {} if currency == _currency(written) else dict.fromkeys(_SAMPLE & written.keys(), "")
    return {"price_tiers": tiers_cell(tiers), "currency": currency, **sample}


def _single(reading: Reading, written: Written) -> Tiers:
    """One price; 50件12.5元 is no total here."""
    price, quantity = reading.terms.unit_price, reading.terms.quantity
    for doubt in reading.doubts:
        if isinstance(doubt, TotalOrUnit):
            try:
                price = UnitPrice.of(doubt.amount, doubt.currency)
            except Refusal:
                return ()
    if price is None:
        return ()
    known = reading.terms.moq or int(written.get("moq") or 1)
    return (PriceTier(quantity.count if quantity else known, price),)


def _other_terms(reading: Reading) -> Cells:
    stated = {"moq": reading.terms.moq, "lead_time_days": reading.terms.lead_time_days}
    return {column: str(value) for column, value in stated.items() if value}


def _moq(text: str, written: Written) -> Cells:
    terms = _heard(text, written).terms
    count = terms.moq or (terms.quantity.count if terms.quantity else None)
    return {"moq": str(count or without_unit(text, _unit(written)))}


def _lead_time(text: str, written: Written) -> Cells:
    days = _heard(text, written).terms.lead_time_days
    return {"lead_time_days": str(days or text)}


def _measures(text: str, written: Written) -> Cells:
    package = read_package(text)
    if package is None:
        raise AnswerUnread(field=ListingField.MEASURES)
    sides = package.size_cm or ()
    stated = dict(zip(COLUMNS_OF[ListingField.MEASURES], (package.weight_kg, *sides), strict=False))
    return {column: f"{value.normalize():f}" for column, value in stated.items() if value is not None}


def _sample(text: str, written: Written) -> Cells:
    """An amount in the currency of the prices."""
    if text.casefold() in FREE:
        return {"sample_price": "0"}
    price: UnitPrice | None = _heard(text, written, number_is_price=True).terms.unit_price
    if price is None:
        return {"sample_price": text}
    if price.currency != _currency(written):
        raise AnswerUnread(field=ListingField.SAMPLE, currency=_currency(written))
    return {"sample_price": f"{_plain(price.amount):f}"}


def _plain(amount: Decimal) -> Decimal:
    return amount.normalize()


def _heard(text: str, written: Written, *, number_is_price: bool = False) -> Reading:
    return read_offer(text, Context(_currency(written), _unit(written), number_is_price=number_is_price))


def _currency(written: Written) -> str:
    return written.get("currency") or "CNY"


def _unit(written: Written) -> Unit:
    try:
        return read_unit(written.get("unit") or Unit.PIECE.value)
    except Misread:
        return Unit.PIECE


def _as_typed(column: str) -> Callable[[str, Written], Cells]:
    return lambda text, written: {column: text}


_READERS: Final[Mapping[ListingField, Callable[[str, Written], Cells]]] = {
    ListingField.PHOTO: _photo,
    ListingField.TITLE: _title,
    ListingField.TITLE_ZH: _as_typed("title_zh"),
    ListingField.TITLE_EN: _english,
    ListingField.CATEGORY: _as_typed("category"),
    ListingField.UNIT: _as_typed("unit"),
    ListingField.PRICES: _prices,
    ListingField.MOQ: _moq,
    ListingField.SPECS: lambda text, written: {"specs": specs_written(text)},
    ListingField.LEAD_TIME: _lead_time,
    ListingField.MEASURES: _measures,
    ListingField.SAMPLE: _sample,
    ListingField.CUSTOMIZATION: _as_typed("customization"),
    ListingField.DESCRIPTION: lambda text, written: _in_its_language("description", text),
}
