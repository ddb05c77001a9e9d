"""A supplier's own products in the database, as its people see and change them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, bindparam, func, insert, or_, select, update

from domain.listing import Listing, SupplierCard
from domain.money import Money
from domain.sample_policy import SamplePolicy
from services.importing.numbers import read_amount
from services.pages import page_at
from services.stall_books import Changed, Columns, Listed, StallPage
from storage.catalogue import LISTED, StoredCatalogue, product_of
from storage.catalogue_spool import product_values
from storage.database import Connection
from storage.inserting import own_insert
from storage.moments import to_millis
from storage.plain import Plain
from storage.sample_policy import words_record
from storage.search import index_products
from storage.tables.catalogue import products
from storage.tables.stall import product_changes

_SEARCHED: Final = (products.c.title_en, products.c.title_zh, products.c.category, products.c.sku)
_LOCKED: Final = Plain(LISTED.where(products.c.id == bindparam("id")).with_for_update(of=products))


class StoredStall:
    """Fulfils services.stall_books.StallBooks; the search index changes in the same transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def page(self, supplier_id: int, words: Sequence[str], page: int, size: int) -> StallPage:
        """A page of a supplier's products that have every word in a title, the category or the sku."""
        fits = (products.c.supplier_id == supplier_id, *map(_has, words))
        counted = select(func.count()).select_from(products).where(*fits)
        count: int = (await self._connection.execute(counted)).scalar_one()
        page = page_at(page, count, size)
        query = LISTED.where(*fits).order_by(products.c.id.desc()).limit(size).offset(page * size)
        return StallPage([product_of(row) for row in await self._connection.execute(query)], count, page)

    async def get_for_update(self, product_id: int) -> Listed | None:
        """A product as it is now, locked until the end of the transaction."""
        row = (await self._connection.execute(_LOCKED, {"id": product_id})).one_or_none()
        return _listed(row) if row else None

    async def add(self, supplier_id: int, listing: Listing) -> int | None:
        """Lists a new product; returns its number, or None where the supplier has one of this sku."""
        values = {**_values(listing), "supplier_id": supplier_id}
        adding = own_insert(self._connection, products).values(values).returning(products.c.id)
        adding = adding.on_conflict_do_nothing(index_elements=["supplier_id", "sku"])
        number: int | None = (await self._connection.execute(adding)).scalar_one_or_none()
        if number is not None:
            await self._index(number)
        return number

    async def save(self, product_id: int, listing: Listing) -> Columns:
        """Writes a product anew; returns what changed."""
        row = (await self._connection.execute(select(products).where(products.c.id == product_id))).one()
        before, after = row._mapping, _values(listing)
        changed = {name: (before[name], value) for name, value in after.items() if before[name] != value}
        if changed:
            await self._write(product_id, {name: now for name, (_, now) in changed.items()})
        return changed

    async def set_paused(self, product_id: int, since: datetime | None) -> None:
        """Takes a product off sale, or None: back."""
        await self._write(product_id, {"paused_at": to_millis(since) if since else None})

    async def set_samples(self, product_id: int, policy: SamplePolicy) -> Columns:
        """Writes on which terms samples of a product are given; returns what changed."""
        row = (await self._connection.execute(select(products).where(products.c.id == product_id))).one()
        after = {
            "sample_price": str(policy.price.amount) if policy.price else "",
            "sample_freight": str(policy.freight.amount) if policy.freight else "",
            "samples": words_record(policy),
        }
        before = row._mapping
        changed = {name: (before[name], value) for name, value in after.items() if before[name] != value}
        if changed:
            await self._connection.execute(update(products).where(products.c.id == product_id).values(after))
        return changed

    async def note(self, changed: Changed) -> None:
        """Adds to the record of changes."""
        await note_changes(self._connection, [changed])

    async def categories(self, supplier_id: int, most: int) -> Sequence[str]:
        """The categories a supplier uses, most used first."""
        query = (
            select(products.c.category)
            .where(products.c.supplier_id == supplier_id, products.c.category != "")
            .group_by(products.c.category)
            .order_by(func.count().desc(), products.c.category)
            .limit(most)
        )
        return (await self._connection.execute(query)).scalars().all()

    async def _write(self, product_id: int, values: dict[str, Any]) -> None:
        await self._connection.execute(update(products).where(products.c.id == product_id).values(values))
        await self._index(product_id)

    async def _index(self, product_id: int) -> None:
        product = await StoredCatalogue(self._connection).product(product_id)
        assert product is not None
        await index_products(self._connection, [product])


async def note_changes(connection: Connection, changes: Iterable[Changed]) -> None:
    """Adds to the record of changes."""
    rows = [
        {
            "product_id": each.product_id,
            "person_id": each.person_id,
            "change": each.change.value,
            "columns": {name: list(values) for name, values in each.columns.items()},
            "at": to_millis(each.at),
        }
        for each in changes
    ]
    if rows:
        await connection.execute(insert(product_changes), rows)


def _has(word: str) -> ColumnElement[bool]:
    """Whether a word stands somewhere; its own % and _ are only signs."""
    return or_(*(func.lower(column).contains(word.lower(), autoescape=True) for column in _SEARCHED))


def _values(listing: Listing) -> dict[str, Any]:
    values = product_values(listing)
    del values["supplier"]
    return values


def _listed(row: Row[Any]) -> Listed:
    product = product_of(row)
    listing = Listing(
        supplier=SupplierCard(product.supplier.name),
        sku=product.sku,
        title_en=product.title_en,
        title_zh=product.title_zh,
        unit=product.unit,
        moq=product.moq,
        tiers=product.tiers,
        category=product.category,
        lead_time_days=product.lead_time_days,
        weight_kg=product.weight_kg,
        size_cm=product.size_cm,
        specs=product.specs,
        customization=product.customization,
        sample_price=_amount(row.sample_price, product.currency),
        sample_freight=_amount(row.sample_freight, product.currency),
        image=product.image,
        description_en=product.description_en,
        description_zh=product.description_zh,
    )
    return Listed(product.id, product.supplier.id, listing, product.is_paused)


def _amount(written: str, currency: str) -> Money | None:
    return read_amount(written, currency) if written else None
