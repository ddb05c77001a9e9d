"""Golden samples in the database."""

from typing import Any, Final

from sqlalchemy import Row, bindparam, select

from domain.golden import GoldenSample
from storage.connection import Connection
from storage.inserting import insert_if_new
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.golden import golden_samples

BY_ORDER: Final = Plain(select(golden_samples).where(golden_samples.c.order_id == bindparam("order")))


class StoredGoldenSamples:
    """Fulfils services.golden_books.GoldenSamples."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, order_id: int) -> GoldenSample | None:
        """The golden sample of this sample order."""
        row = (await self._connection.execute(BY_ORDER, {"order": order_id})).one_or_none()
        return golden_of(row) if row else None

    async def add(self, golden: GoldenSample) -> bool:
        """Keeps it; False if the order has one already, and nothing changes then."""
        new = insert_if_new(self._connection, golden_samples).returning(golden_samples.c.order_id)
        added = await self._connection.execute(new, _values(golden))
        return added.scalar_one_or_none() is not None


def golden_of(row: Row[Any]) -> GoldenSample:
    """The golden sample in a row."""
    return GoldenSample(
        order_id=row.order_id,
        product_id=row.product_id,
        supplier_id=row.supplier_id,
        buyer_id=row.buyer_id,
        bundle_id=row.bundle_id,
        photos=tuple(row.photos),
        standard=row.standard,
        at=to_moment(row.at),
        digest=row.digest,
    )


def _values(golden: GoldenSample) -> dict[str, Any]:
    return {
        "order_id": golden.order_id,
        "product_id": golden.product_id,
        "supplier_id": golden.supplier_id,
        "buyer_id": golden.buyer_id,
        "bundle_id": golden.bundle_id,
        "photos": list(golden.photos),
        "standard": golden.standard,
        "digest": golden.digest,
        "at": to_millis(golden.at),
    }
