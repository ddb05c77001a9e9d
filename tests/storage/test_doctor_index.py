"""The doctor compares the search index with the products and names those that differ."""

from typing import Any

import pytest

from storage.catalogue import StoredCatalogue
from storage.database import Connection
from storage.doctor import INDEX_SAYS, examine_index
from storage.search import examining, index_products
from tests.builders import CUP, TOY, Trade

FAR = 70_001
"""A product in another chunk of the index than the others."""
TODAY, GONE, TERMS = INDEX_SAYS

LAMP = "UPDATE products SET title_en = 'Lamp' WHERE id = 1"
DAMAGE = {
    "a product changed and the index did not": (LAMP, {TODAY: ": 1"}),
    "a product never came into the index": (
        "DELETE FROM search_documents WHERE product_id = 70001",
        {TODAY: ": 70001", TERMS: ": 70001"},
    ),
    "a product went and the index kept it": ("DELETE FROM products WHERE id = 2", {GONE: ": 2"}),
    "a term lost its products": (
        "DELETE FROM search_postings WHERE chunk = 0 AND term = 'steel'",
        {TERMS: ": 1"},
    ),
    "a term has products of another": (
        """UPDATE search_postings SET products = (SELECT products FROM search_postings
           WHERE chunk = 0 AND term = 'duck') WHERE chunk = 0 AND term = 'steel'""",
        {TERMS: ": 1, 2"},
    ),
}


@pytest.fixture
async def indexed(trade: Trade) -> Trade:
    """The market with a third product far away, all of them indexed."""
    columns = "supplier_id, title_en, title_zh, category, unit, currency, moq, tiers, weight_kg"
    empty = "size_cm, specs, customization, sample_price, sample_freight, image, description_en"
    await trade.run_sql(
        f"INSERT INTO products (id, sku, {columns}, {empty}, description_zh)"
        f" SELECT {FAR}, 'far', {columns}, {empty}, description_zh FROM products WHERE id = {TOY}"
    )
    await trade.run_sql("UPDATE products SET title_zh = '货'")
    await reindex(trade)
    return trade


async def reindex(trade: Trade) -> None:
    """What an import does."""

    async def work(connection: Connection) -> None:
        await index_products(connection, await StoredCatalogue(connection).products([CUP, TOY, FAR]))

    await trade.database.run(work)


async def complaints(trade: Trade) -> dict[str, str]:
    return {found.says: found.sample for found in await examine_index(trade.database) if found.rows}


async def test_an_index_in_step_with_its_products_is_healthy(
    indexed: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "TERMS_AT_ONCE", 3)

    assert await complaints(indexed) == {}


async def test_an_empty_house_has_nothing_to_compare(trade: Trade) -> None:
    await trade.run_sql("DELETE FROM products")

    assert await complaints(trade) == {}


@pytest.mark.parametrize("accident", DAMAGE)
async def test_what_the_index_has_wrong_is_named(indexed: Trade, accident: str) -> None:
    statement, told = DAMAGE[accident]
    await indexed.run_sql(statement)

    assert await complaints(indexed) == told


async def test_an_import_at_the_same_time_is_no_damage(
    indexed: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, imports = examining._compare_postings, [LAMP]

    async def compare(*arguments: Any) -> None:
        if imports:
            await indexed.run_sql(imports.pop())
            await reindex(indexed)
        await whole(*arguments)

    monkeypatch.setattr(examining, "_compare_postings", compare)

    assert await complaints(indexed) == {}
    assert imports == []
