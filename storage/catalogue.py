"""Suppliers and products in the database."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from domain.catalogue import Product, Qualification, Supplier
from domain.figures import Figures
from domain.holiday_notice import HolidayNotice
from domain.money import UnitPrice
from domain.price_tier import PriceTier
from domain.quantity import Unit
from domain.sample_policy import SamplePolicy
from domain.terms import NOTHING_STATED, TermsDraft, from_record, to_record
from storage.among import among
from storage.database import Connection
from storage.inserting import own_insert
from storage.moments import to_millis
from storage.plain import Plain
from storage.sample_policy import own_policy_of, policy_of, policy_record
from storage.search.writing import index_products_read
from storage.tables.catalogue import products, supplier_terms, suppliers
from storage.tables.stall import holiday_notices

SUPPLIER_COLUMNS = tuple(
    column.label(f"supplier_{column.name}") for column in suppliers.c if column.name != "id"
)
_USUAL = supplier_terms.c.terms.label("supplier_usual")
_USUAL_OF = supplier_terms.c.supplier_id == suppliers.c.id
_HOLIDAY = tuple(holiday_notices.c[name] for name in ("first_day", "last_day", "words"))
_HOLIDAY_OF = holiday_notices.c.supplier_id == suppliers.c.id
SUPPLIERS = (
    select(suppliers.c.id.label("supplier_id"), *SUPPLIER_COLUMNS, _USUAL, *_HOLIDAY)
    .outerjoin(supplier_terms, _USUAL_OF)
    .outerjoin(holiday_notices, _HOLIDAY_OF)
)
LISTED = (
    select(products, *SUPPLIER_COLUMNS, _USUAL, *_HOLIDAY)
    .join(suppliers, suppliers.c.id == products.c.supplier_id)
    .outerjoin(supplier_terms, _USUAL_OF)
    .outerjoin(holiday_notices, _HOLIDAY_OF)
)
"""Products with all that their page and their negotiations need of the supplier."""
PRODUCTS = Plain(LISTED.where(among(products.c.id, "ids")))
SUPPLIER = Plain(SUPPLIERS.where(suppliers.c.id == bindparam("id")))


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
        self._known.update((each.supplier.id, each.supplier) for each in by_id.values())
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
        row = (await self._connection.execute(SUPPLIERS.where(named).limit(1))).one_or_none()
        return supplier_of(row) if row else None

    async def set_usual(self, supplier_id: int, person_id: int, usual: TermsDraft, now: datetime) -> None:
        """Keeps the terms a supplier offers for every deal, in place of earlier ones."""
        values = {"terms": to_record(usual), "set_by": person_id, "set_at": to_millis(now)}
        setting = own_insert(self._connection, supplier_terms).values(supplier_id=supplier_id, **values)
        either = setting.on_conflict_do_update(index_elements=["supplier_id"], set_=values)
        await self._connection.execute(either)
        self._known.pop(supplier_id, None)

    async def set_samples(self, supplier_id: int, policy: SamplePolicy) -> None:
        """Keeps on which terms a supplier gives samples, in place of what it said before."""
        values = {"samples": policy_record(policy)}
        await self._connection.execute(update(suppliers).where(suppliers.c.id == supplier_id).values(values))
        self._known.pop(supplier_id, None)

    async def set_holiday(
        self, supplier_id: int, person_id: int, notice: HolidayNotice | None, now: datetime
    ) -> None:
        """Keeps what a supplier says of its days off, in place of what it said before; None takes it back."""
        self._known.pop(supplier_id, None)
        if notice is None:
            gone = delete(holiday_notices).where(holiday_notices.c.supplier_id == supplier_id)
            await self._connection.execute(gone)
            return
        values = {
            "first_day": notice.first.toordinal(),
            "last_day": notice.last.toordinal(),
            "words": notice.words,
            "set_by": person_id,
            "set_at": to_millis(now),
        }
        setting = own_insert(self._connection, holiday_notices).values(supplier_id=supplier_id, **values)
        either = setting.on_conflict_do_update(index_elements=["supplier_id"], set_=values)
        await self._connection.execute(either)

    async def qualify(self, supplier_id: int, standing: Qualification) -> Qualification:
        """Changes what the platform vouches for, on its pages and in the search; returns what it was."""
        own = suppliers.c.id == supplier_id
        before = (
            await self._connection.execute(
                select(suppliers.c.qualification).where(own).with_for_update(key_share=True)
            )
        ).scalar_one()
        await self._connection.execute(update(suppliers).where(own).values(qualification=standing.value))
        self._known.pop(supplier_id, None)
        listed = select(products.c.id).where(products.c.supplier_id == supplier_id)
        product_ids = (await self._connection.execute(listed)).scalars().all()
        await index_products_read(self._connection, product_ids, self.products)
        return Qualification(before)

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
        usual=from_record(row.supplier_usual) if row.supplier_usual else NOTHING_STATED,
        answers_in=None if row.supplier_answers_in is None else timedelta(seconds=row.supplier_answers_in),
        holiday=_holiday_of(row),
        figures=Figures(
            row.supplier_stars,
            row.supplier_reviews,
            row.supplier_promised,
            row.supplier_on_time,
            row.supplier_claimed,
        ),
        samples=policy_of(row.supplier_samples),
    )


def _holiday_of(row: Row[Any]) -> HolidayNotice | None:
    if row.first_day is None:
        return None
    return HolidayNotice(date.fromordinal(row.first_day), date.fromordinal(row.last_day), row.words)


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
        is_paused=row.paused_at is not None,
        own_samples=own_policy_of(row),
    )
