"""Which products satisfy what a query asks: formulas and filters evaluated on bitmaps."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from typing import Final

from pyroaring import BitMap

from language.words_sought import All, AnyOf, Formula, Unit, terms_in
from services.reference_rates import yuan_points
from services.searching import Filters
from storage.search.entries import EVERY, place_terms, qualification_term
from storage.search.slices import MOQ, PRICE

Bitmaps = Mapping[str, BitMap]

_LARGEST: Final = Decimal(10**9)


def satisfying(formula: Formula, bitmaps: Bitmaps) -> BitMap:
    """The products that satisfy a formula whose terms are loaded."""
    if isinstance(formula, str):
        return bitmaps[formula]
    parts = [satisfying(part, bitmaps) for part in formula.parts]
    if isinstance(formula, All):
        return reduce(BitMap.__and__, sorted(parts, key=len))
    return parts[0].union(*parts[1:])


def tiers(units: Sequence[Unit], bitmaps: Bitmaps) -> list[BitMap]:
    """Products by relevance: the words together, then the title's own words, then words by translation.

    Each tier holds the ones before it; the last is everything found. No words find every product.
    """
    if not units:
        return [bitmaps[EVERY]]
    ways = (
        tuple(dict.fromkeys(formulas))
        for formulas in zip(*((unit.together, unit.own, unit.translated) for unit in units), strict=True)
    )
    return [satisfying(All(way), bitmaps) for way in dict.fromkeys(ways)]


def filtered(products: BitMap, filters: Filters, bitmaps: Bitmaps) -> BitMap:
    """Those of `products` that pass the filters."""
    for formula in _places_and_standing(filters):
        products = products & satisfying(formula, bitmaps)
    if filters.moq_at_most is not None:
        products = MOQ.at_most(products, filters.moq_at_most, bitmaps)
    if filters.price_from is not None:
        products = PRICE.at_least(products, _points(filters.price_from, filters.currency), bitmaps)
    if filters.price_to is not None:
        products = PRICE.at_most(products, _points(filters.price_to, filters.currency), bitmaps)
    return products


def filter_terms(filters: Filters) -> Iterator[str]:
    """The terms that `filtered` needs."""
    for formula in _places_and_standing(filters):
        yield from terms_in(formula)
    if filters.moq_at_most is not None:
        yield from MOQ.terms
    if filters.price_from is not None or filters.price_to is not None:
        yield from PRICE.terms


def _places_and_standing(filters: Filters) -> Iterator[Formula]:
    if filters.province:
        yield AnyOf(place_terms(filters.province))
    if filters.qualification is not None:
        yield qualification_term(filters.qualification)


def _points(amount: Decimal, currency: str) -> int:
    return yuan_points(min(amount, _LARGEST), currency)
