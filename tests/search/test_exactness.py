"""Bitmaps answer exactly what reading every product would answer."""

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from domain.catalogue import Product, Qualification
from domain.money import UnitPrice
from language.words_sought import All, Formula, Unit, understand
from services.reference_rates import yuan_points
from services.searching import PAGE_SIZE, Filters, SearchQuery, Sort
from storage.search.entries import demerit, entries_of, price_points
from storage.search.slices import Measure, in_order
from tests.search.shelf import Shelf, of, product

WORDS = ["steel", "bottle", "cup", "red", "kids", "shoes", "phone case", "yoga pants", "lamp", "glass"]
CHINESE = ["不锈钢", "瓶", "杯", "红色", "儿童", "鞋", "手机壳", "瑜伽裤", "灯", "玻璃"]
CURRENCIES = ["CNY", "CNY", "USD", "JPY", "EUR"]
PLACES = ["Zhejiang", "Guangdong", "Fujian"]

VALUES = st.dictionaries(st.integers(0, 200_000), st.integers(0, 1_100), max_size=60)


def random_product(draw: random.Random, number: int) -> Product:
    listing = product(number, moq=draw.choice([1, 2, 3, 50, 1_000, 9_999_999]))
    chosen = draw.sample(range(len(WORDS)), draw.randint(1, 4))
    price = UnitPrice(draw.randint(1, 2_000) * 100, draw.choice(CURRENCIES))
    languages = draw.choice([(True, True), (True, False), (False, True)])
    titled = replace(
        listing,
        title_en=" ".join(WORDS[word] for word in chosen) if languages[0] else "",
        title_zh="".join(CHINESE[word] for word in chosen) if languages[1] else "",
        tiers=(replace(listing.tiers[0], unit_price=price),),
        image=draw.choice(["", "picture"]),
    )
    return of(titled, draw.choice(list(Qualification)), draw.choice(PLACES))


def random_query(draw: random.Random) -> SearchQuery:
    filters = Filters(
        moq_at_most=draw.choice([None, None, 0, 1, 2, 50, 2**40]),
        price_from=draw.choice([None, None, Decimal("0.5"), Decimal("3.21"), Decimal(10)]),
        price_to=draw.choice([None, None, Decimal("0.004"), Decimal("7.5"), Decimal(10**12)]),
        currency=draw.choice(CURRENCIES),
        province=draw.choice(["", "", *PLACES]),
        qualification=draw.choice([None, None, *Qualification]),
    )
    text = " ".join(draw.sample(WORDS + CHINESE, draw.randint(0, 2)))
    return SearchQuery(text, filters, draw.choice(list(Sort)), draw.randint(1, 4))


def has(terms: frozenset[str], formula: Formula) -> bool:
    if isinstance(formula, str):
        return formula in terms
    every = all if isinstance(formula, All) else any
    return every(has(terms, part) for part in formula.parts)


def passes(listing: Product, filters: Filters) -> bool:
    price, supplier = price_points(listing), listing.supplier
    return (
        (filters.moq_at_most is None or listing.moq <= filters.moq_at_most)
        and (filters.price_from is None or price >= yuan_points(filters.price_from, filters.currency))
        and (filters.price_to is None or price <= yuan_points(filters.price_to, filters.currency))
        and filters.province in ("", supplier.province)
        and filters.qualification in (None, supplier.qualification)
    )


def tier(terms: frozenset[str], units: Sequence[Unit]) -> int:
    """0 for words that stand together, 1 for own words, 2 for translations, 3 for not found."""
    ways = [[getattr(unit, way) for unit in units] for way in ("together", "own", "translated")]
    return next((place for place, way in enumerate(ways) if all(has(terms, part) for part in way)), 3)


def by_reading_all(
    goods: list[Product], entries: dict[int, frozenset[str]], query: SearchQuery
) -> tuple[int, list[int]]:
    """The count and all ids in order, read product by product."""
    units = understand(query.text)
    passing = [listing for listing in goods if passes(listing, query.filters)]
    tiers = [(tier(entries[listing.id], units), listing) for listing in passing]
    found = [pair for pair in tiers if pair[0] < 3]
    keys = {
        Sort.RELEVANCE: lambda pair: (pair[0], demerit(pair[1]), pair[1].id),
        Sort.PRICE: lambda pair: (price_points(pair[1]), demerit(pair[1]), pair[1].id),
        Sort.MOQ: lambda pair: (pair[1].moq, demerit(pair[1]), pair[1].id),
    }
    return len(found), [listing.id for _, listing in sorted(found, key=keys[query.sort])]


async def test_every_search_answers_what_reading_all_products_would(shelf: Shelf) -> None:
    draw = random.Random(20_26)
    numbers = sorted(draw.sample(range(1, 200_000), 300))
    goods = [random_product(draw, number) for number in numbers]
    await shelf.put(*goods)
    changed = [random_product(draw, listing.id) for listing in goods[:60]]
    await shelf.put(*changed)
    goods[:60] = changed
    entries = await entries_of(goods)

    for query in [random_query(draw) for _ in range(100)]:
        page = await shelf.ask(query)
        count, ordered = by_reading_all(goods, entries, query)

        assert page.dropped or page.count == count, query
        shown = ordered[(page.page - 1) * PAGE_SIZE :][:PAGE_SIZE]
        assert page.dropped or list(page.product_ids) == shown, query


@given(VALUES, st.integers(0, 70), st.integers(0, 10))
def test_slices_order_like_the_numbers_themselves(values: dict[int, int], skip: int, take: int) -> None:
    measure = Measure("test", 10)
    bitmaps = sliced(measure, values)

    found = in_order(BitMap(values), [bitmaps[term] for term in measure.terms], skip, take)

    expected = sorted(values, key=lambda number: (min(values[number], 1_023), number))
    assert found == expected[skip : skip + take]


@given(VALUES, st.integers(-5, 1_200))
def test_slices_compare_like_the_numbers_themselves(values: dict[int, int], bound: int) -> None:
    measure = Measure("test", 10)
    bitmaps = sliced(measure, values)

    below = measure.at_most(BitMap(values), bound, bitmaps)
    above = measure.at_least(BitMap(values), bound, bitmaps)

    limit = min(bound, 1_023)
    assert set(below) == {number for number, value in values.items() if min(value, 1_023) <= limit}
    assert set(above) == {number for number, value in values.items() if min(value, 1_023) >= limit}


def sliced(measure: Measure, values: dict[int, int]) -> dict[str, BitMap]:
    return {
        term: BitMap(number for number, value in values.items() if term in measure.terms_of(value))
        for term in measure.terms
    }
