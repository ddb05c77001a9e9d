"""Filters, orders and pages."""

from decimal import Decimal

from domain.catalogue import Qualification
from services.searching import Filters, SearchQuery, Sort
from storage.search import SearchIndex
from tests.search.shelf import Shelf, of, product


async def test_a_buyer_sees_only_what_he_may_order_in_his_quantity(shelf: Shelf) -> None:
    await shelf.put(product(1, "Bottle", moq=10), product(2, "Bottle", moq=11), product(3, "Bottle", moq=1))

    page = await shelf.find("bottle", filters=Filters(moq_at_most=10))

    assert set(page.product_ids) == {1, 3}
    assert (page.count, page.unfiltered) == (2, 3)


async def test_a_price_range_holds_both_its_ends(shelf: Shelf) -> None:
    await shelf.put(*(product(number, "Bottle", price=price) for number, price in enumerate(PRICES, start=1)))

    page = await shelf.find("bottle", filters=Filters(price_from=Decimal("2.5"), price_to=Decimal("10")))

    assert set(page.product_ids) == {2, 3}


PRICES = ("2.49", "2.5", "10", "10.0001")


async def test_a_range_in_dollars_is_compared_at_the_reference_rate(shelf: Shelf) -> None:
    await shelf.put(product(1, "Bottle", price="7.19"), product(2, "Bottle", price="7.2"))

    page = await shelf.find("bottle", filters=Filters(price_from=Decimal(1), currency="USD"))

    assert page.product_ids == (2,)


async def test_a_buyer_chooses_a_province_or_a_city(shelf: Shelf) -> None:
    elsewhere = of(product(2, "Bottle"), Qualification.VERIFIED_FACTORY, "Guangdong", "Foshan")
    await shelf.put(product(1, "Bottle"), elsewhere)

    places = ("Zhejiang", "浙江省", "浙江", "yiwu", "义乌")
    pages = [await shelf.find("bottle", filters=Filters(province=place)) for place in places]

    assert {page.product_ids for page in pages} == {(1,)}


async def test_a_buyer_chooses_a_qualification(shelf: Shelf) -> None:
    await shelf.put(product(1, "Bottle"), of(product(2, "Bottle"), Qualification.TRUSTPASS))

    page = await shelf.find("bottle", filters=Filters(qualification=Qualification.TRUSTPASS))

    assert page.product_ids == (2,)


async def test_origins_are_counted_for_the_words_and_the_other_filters(shelf: Shelf) -> None:
    south = [of(product(n, "Bottle"), Qualification.TRUSTPASS, "Guangdong", "") for n in (2, 3)]
    await shelf.put(product(1, "Bottle"), *south, product(4, "Cup"))
    query = SearchQuery("bottle", Filters(province="Zhejiang"))

    origins = await shelf.database.run(lambda connection: SearchIndex(connection).origins(query))

    assert origins == [("Guangdong", 2), ("Zhejiang", 1)]


async def test_prices_rise_through_the_pages_and_nothing_is_shown_twice(shelf: Shelf) -> None:
    await shelf.put(*(product(n, "Bottle", price=str(1 + n * 7 % 13), moq=n) for n in range(1, 14)))

    pages = [await shelf.find("bottle", sort=Sort.PRICE, page=number) for number in (1, 2, 3)]

    shown = [number for page in pages for number in page.product_ids]
    assert shown == sorted(range(1, 14), key=lambda n: n * 7 % 13)
    assert [page.pages for page in pages] == [3, 3, 3]


async def test_minimum_orders_rise(shelf: Shelf) -> None:
    await shelf.put(product(1, "Bottle", moq=500), product(2, "Bottle", moq=2), product(3, "Bottle", moq=50))

    page = await shelf.find("bottle", sort=Sort.MOQ)

    assert page.product_ids == (2, 3, 1)


async def test_a_page_beyond_the_last_shows_the_last(shelf: Shelf) -> None:
    await shelf.put(*(product(n, "Bottle") for n in range(1, 8)))

    page = await shelf.find("bottle", page=99)

    assert (page.page, len(page.product_ids)) == (2, 2)


async def test_words_of_the_title_stand_before_translations_and_a_good_name_first(shelf: Shelf) -> None:
    await shelf.put(
        product(1, title_zh="手机壳"),
        of(product(2, "Case for a phone"), Qualification.VERIFIED_FACTORY),
        of(product(3, "Leather phone case"), Qualification.UNVERIFIED),
        of(product(4, "Leather phone case"), Qualification.TRUSTPASS),
    )

    page = await shelf.find("phone case")

    assert page.product_ids == (4, 3, 2, 1)
