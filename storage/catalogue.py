"""Suppliers and products in the database."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select

from domain.catalogue import PriceTier, Product, Qualification, Supplier
from domain.money import UnitPrice
from domain.quantity import Unit
from storage.among import among
from storage.database import Connection
from storage.plain import Plain
from storage.tables.catalogue import products, suppliers

SUPPLIER_COLUMNS = tuple(
    column.label(f"supplier_{column.name}") for column in suppliers.c if column.name != "id"
)
PRODUCTS = Plain(
    select(products, *SUPPLIER_COLUMNS)
    .join(suppliers, suppliers.c.id == products.c.supplier_id)
    .where(among(products.c.id, "ids"))
)
SUPPLIER = Plain(
    select(suppliers.c.id.label("supplier_id"), *SUPPLIER_COLUMNS).where(suppliers.c.id == bindparam("id"))
)


class StoredCatalogue:
    """Fulfils services.ports.Catalogue; a supplier that a transaction has read it need not read again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Supplier] = {}

    async def product(self, product_id: int) -> Product | None:
        """The product with its supplier."""
        found = await self.products([product_id])
        return found[0] if found else None

    async def products(self, product_ids: Sequence[int]) -> Sequence[Product]:
        """The products that exist, in the order of their ids as given."""
        rows = await self._connection.execute(PRODUCTS, {"ids": product_ids})
        by_id = {row.id: product_of(row) for row in rows}
        return [by_id[product_id] for product_id in product_ids if product_id in by_id]

    async def supplier(self, supplier_id: int) -> Supplier | None:
        """The supplier."""
        if supplier_id not in self._known:
            row = (await self._connection.execute(SUPPLIER, {"id": supplier_id})).one_or_none()
            if row is None:
                return None
            self._known[supplier_id] = supplier_of(row)
        return self._known[supplier_id]

    async def supplier_named(self, name: str) -> Supplier | None:
        """The supplier of this English or Chinese name."""
        named = (suppliers.c.name == name) | (suppliers.c.name_zh == name)
        query = select(suppliers.c.id.label("supplier_id"), *SUPPLIER_COLUMNS).where(named).limit(1)
        row = (await self._connection.execute(query)).one_or_none()
        return supplier_of(row) if row else None

    async def supplier_ids(self) -> Sequence[int]:
        """Every supplier's id, in the order of arrival."""
        return (
            (await self._connection.execute(select(suppliers.c.id).order_by(suppliers.c.id))).scalars().all()
        )


def supplier_of(row: Row[Any]) -> Supplier:
    """The supplier of a joined row."""
    return Supplier(
        id=row.supplier_id,
        name=row.supplier_name,
        name_zh=row.supplier_name_zh,
        qualification=Qualification(row.supplier_qualification),
        province=row.supplier_province,
        city=row.supplier_city,
        phone=row.supplier_phone,
    )


def product_of(row: Row[Any]) -> Product:
    """The product of a joined row."""
    return Product(
        id=row.id,
        supplier=supplier_of(row),
        sku=row.sku,
        title_en=row.title_en,
        title_zh=row.title_zh,
        category=row.category,
        unit=Unit(row.unit),
        moq=row.moq,
        tiers=tuple(PriceTier(count, UnitPrice(points, row.currency)) for count, points in row.tiers),
        lead_time_days=row.lead_time_days,
        weight_kg=row.weight_kg,
        size_cm=tuple(row.size_cm) if row.size_cm else ("", "", ""),
        specs=tuple((name, tuple(values)) for name, values in row.specs),
        customization=row.customization,
        image=row.image,
        description_en=row.description_en,
        description_zh=row.description_zh,
    )
