"""Consignments with their waybills in the database."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select

from domain.carriers import Carrier, Waybill
from domain.consignment import Consignment, Parcel
from services.photos import Photos
from storage.connection import Connection
from storage.moments import to_millis, to_moment
from storage.photos import add_photos, photos_of
from storage.plain import Plain
from storage.tables.shipping import consignment_files, consignments, waybills

ADD: Final = Plain(insert(consignments))
ADD_FILE: Final = Plain(insert(consignment_files))
CORRECT: Final = Plain(insert(waybills))
_corrected = (
    select(waybills.c.id)
    .where(waybills.c.order_id == consignments.c.order_id, waybills.c.number == consignments.c.number)
    .order_by(waybills.c.id.desc())
    .limit(1)
    .correlate(consignments)
    .scalar_subquery()
)
OF_ORDER: Final = Plain(
    select(
        consignments,
        waybills.c.id.label("correction"),
        waybills.c.carrier.label("new_carrier"),
        waybills.c.carrier_name.label("new_carrier_name"),
        waybills.c.tracking.label("new_tracking"),
    )
    .join_from(consignments, waybills, waybills.c.id == _corrected, isouter=True)
    .where(consignments.c.order_id == bindparam("order"))
    .order_by(consignments.c.number)
)
FILES: Final = Plain(
    select(consignment_files)
    .where(
        consignment_files.c.order_id == bindparam("order"), consignment_files.c.number == bindparam("place")
    )
    .order_by(consignment_files.c.place)
)


class StoredConsignments:
    """Fulfils services.shipping_books.Consignments."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, order_id: int, consignment: Consignment, photos: Photos) -> None:
        """Keeps a consignment under its number."""
        parcel = consignment.parcel
        day = parcel.arrives_on.isoformat() if parcel.arrives_on else ""
        values = {"quantity": parcel.quantity, "arrives_on": day, "photos": len(photos)}
        await self._connection.execute(ADD, {**_waybill_values(order_id, consignment), **values})
        owner = {"order_id": order_id, "number": consignment.number}
        await add_photos(self._connection, ADD_FILE, owner, photos)

    async def of_order(self, order_id: int) -> Sequence[Consignment]:
        """All of an order, first to last, with their latest waybills."""
        return [_consignment(row) for row in await self._connection.execute(OF_ORDER, {"order": order_id})]

    async def correct(self, order_id: int, consignment: Consignment) -> None:
        """Keeps another waybill for a consignment, by whom and when it was given."""
        await self._connection.execute(CORRECT, _waybill_values(order_id, consignment))

    async def photos(self, order_id: int, number: int) -> Photos:
        """The photos of its packing list in their order."""
        return photos_of(await self._connection.execute(FILES, {"order": order_id, "place": number}))


def _waybill_values(order_id: int, consignment: Consignment) -> dict[str, Any]:
    waybill = consignment.parcel.waybill
    return {
        "order_id": order_id,
        "number": consignment.number,
        "carrier": waybill.carrier.value if waybill.carrier else "",
        "carrier_name": waybill.name,
        "tracking": waybill.tracking,
        "author_id": consignment.author_id,
        "at": to_millis(consignment.at),
    }


def _consignment(row: Row[Any]) -> Consignment:
    is_corrected = row.correction is not None
    first = (row.carrier, row.carrier_name, row.tracking)
    latest = (row.new_carrier, row.new_carrier_name, row.new_tracking)
    carrier, name, tracking = latest if is_corrected else first
    waybill = Waybill(Carrier(carrier) if carrier else None, name, tracking)
    day = date.fromisoformat(row.arrives_on) if row.arrives_on else None
    parcel = Parcel(row.quantity, waybill, day)
    return Consignment(row.number, parcel, row.author_id, to_moment(row.at), row.photos, is_corrected)
