"""The index follows the catalogue."""

import pytest
from sqlalchemy import func, select

from services.searching import SearchQuery, Sort
from storage.database import Connection
from storage.search import SearchIndex, index_products, remove_products
from storage.search.reading import read_documents, read_versions
from storage.tables.search import search_postings
from tests.search.shelf import Shelf, product


class Undone(Exception):
    """Thrown to roll a transaction back."""


async def test_a_new_title_is_found_by_its_words_and_no_more_by_the_old(shelf: Shelf) -> None:
    await shelf.put(product(1, "Steel bottle", "不锈钢瓶", price="3"), product(2, "Steel cup", price="2"))
    assert (await shelf.find("bottle")).count == 1

    await shelf.put(product(1, "Steel lamp", "不锈钢灯", price="1"))

    assert (await shelf.find("bottle")).count == 0
    assert (await shelf.find("lamp")).product_ids == (1,)
    assert (await shelf.find("steel", sort=Sort.PRICE)).product_ids == (1, 2)


async def test_a_removed_product_leaves_nothing_behind(shelf: Shelf) -> None:
    await shelf.put(product(1, "Steel bottle"), product(2, title_zh="瑜伽裤"))
    await shelf.find("bottle")

    await shelf.database.run(lambda connection: remove_products(connection, [1, 2, 77]))

    rows = await shelf.database.run(lambda c: c.execute(select(func.count()).select_from(search_postings)))
    assert (await shelf.find("bottle")).count == 0
    assert rows.scalar_one() == 0


async def test_products_far_apart_are_found_together(shelf: Shelf) -> None:
    numbers = (1, 65_535, 65_536, 200_000, 5_000_000)
    await shelf.put(*(product(number, "Bottle", price=str(number)) for number in numbers))

    page = await shelf.find("bottle", sort=Sort.PRICE)

    assert page.product_ids == numbers


async def test_a_search_sees_what_another_process_has_committed(shelf: Shelf) -> None:
    await shelf.put(product(1, "Bottle"), product(70_000, "Bottle"))
    assert (await shelf.find("bottle")).count == 2

    await shelf.put(product(2, "Bottle"), product(140_000, "Bottle"))

    assert (await shelf.find("bottle")).count == 4


async def test_what_was_rolled_back_was_never_there(shelf: Shelf) -> None:
    await shelf.put(product(1, "Bottle"))

    async def change_and_fail(connection: Connection) -> None:
        await index_products(connection, [product(1, "Cup"), product(2, "Bottle")])
        await SearchIndex(connection, shelf.cache).find(SearchQuery("bottle"))
        raise Undone

    with pytest.raises(Undone):
        await shelf.database.run(change_and_fail)
    await shelf.put(product(3, "Cup"))

    assert (await shelf.find("bottle")).product_ids == (1,)
    assert (await shelf.find("cup")).product_ids == (3,)


async def test_an_edit_touches_only_its_own_chunk(shelf: Shelf) -> None:
    await shelf.put(product(1, "Bottle"), product(70_000, "Bottle"))
    before = await shelf.database.run(read_versions)

    await shelf.put(product(70_000, "Cup"))

    after = await shelf.database.run(read_versions)
    assert before[0] == after[0]
    assert before[1] != after[1]


async def test_what_was_indexed_is_written_down(shelf: Shelf) -> None:
    await shelf.put(product(1, "Bottle"))

    terms = await shelf.database.run(lambda connection: read_documents(connection, [1, 2]))

    assert {"bottle", "=every", "=province/Zhejiang", "=city/Yiwu"} <= terms[1]
    assert 2 not in terms
