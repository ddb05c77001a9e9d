"""The terms of a product: the words of its titles and what the filters and orders ask."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Final

from domain.catalogue import Product, Qualification
from domain.places import place_key
from language.clean import clean
from language.dictionary import phrase_term, trade_dictionary
from language.words import pieces, terms_of
from language.words_meaning import Meanings, Pieces, meanings_of
from services.reference_rates import reference_points
from storage.search.slices import DEMERIT, MOQ, PRICE

EVERY: Final = "=every"
"""The term that every product has."""
PROVINCES: Final = "=province/"
_CITIES: Final = "=city/"

_STANDING: Final = {
    Qualification.VERIFIED_FACTORY: 0,
    Qualification.TRUSTPASS: 64,
    Qualification.UNVERIFIED: 128,
}
_NO_PICTURE: Final = 32
_ONE_LANGUAGE: Final = 16
_MOST_LENGTH: Final = 15
_CHARACTERS_A_STEP: Final = 12


def qualification_term(qualification: Qualification) -> str:
    """The term of products whose supplier has the qualification."""
    return f"=qualification/{qualification.value}"


def place_terms(place: str) -> tuple[str, str]:
    """The terms of products from a province, or a city, of this name."""
    key = place_key(clean(place))
    return PROVINCES + key, _CITIES + key


async def entries_of(products: Sequence[Product]) -> dict[int, frozenset[str]]:
    """The terms of each product by its id, none of a paused one; meanings are read in another thread."""
    titles = [(pieces(product.title_en), pieces(product.title_zh)) for product in products]
    lacking = [title for title in titles if not all(title)]
    meanings = await asyncio.to_thread(meanings_of, lacking) if lacking else Meanings()
    return {
        product.id: frozenset()
        if product.is_paused
        else frozenset((*_title_terms(*title), *meanings.terms(*title), *_fact_terms(product)))
        for product, title in zip(products, titles, strict=True)
    }


def demerit(product: Product) -> int:
    """0 to 191: worse standing counts most, then a missing picture or language, then a long title."""
    steps = len(product.title_en or product.title_zh * 3) // _CHARACTERS_A_STEP
    return (
        _STANDING[product.supplier.qualification]
        + (0 if product.image else _NO_PICTURE)
        + (0 if product.title_en and product.title_zh else _ONE_LANGUAGE)
        + min(steps, _MOST_LENGTH)
    )


def price_points(product: Product) -> int:
    """The price of the smallest order in points of CNY, at reference rates."""
    return reference_points(product.price_for(product.moq))


def _title_terms(english: Pieces, chinese: Pieces) -> Iterator[str]:
    for title in (english, chinese):
        yield from terms_of(title)
        words = [piece.joined for piece in title if not piece.is_chinese]
        yield from map(phrase_term, trade_dictionary().phrases_in(words))


def _fact_terms(product: Product) -> Iterator[str]:
    supplier = product.supplier
    yield EVERY
    yield qualification_term(supplier.qualification)
    yield from _places(supplier.province, supplier.city)
    yield from PRICE.terms_of(price_points(product))
    yield from MOQ.terms_of(product.moq)
    yield from DEMERIT.terms_of(demerit(product))


def _places(province: str, city: str) -> Iterator[str]:
    if province:
        yield PROVINCES + place_key(province)
    if city:
        yield _CITIES + place_key(city)
