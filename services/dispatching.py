"""Shipping: goods leave, all at once or in parts, and a waybill that was wrong is put right."""

from dataclasses import replace

from domain.carriers import Waybill
from domain.consignment import Consignment, Parcel
from domain.lifecycle import Deed, OrderStatus
from domain.order import Order, OrderMoveNotAllowed
from domain.people import Side
from services.notices import News
from services.order_deeds import OrderDeeds, OrderTarget
from services.photos import Photos
from services.refusals import NotFound

_SENT = frozenset((OrderStatus.IN_PRODUCTION, OrderStatus.SHIPPED))


class Dispatching(OrderDeeds):
    """What a seller does when goods leave."""

    async def ship(self, target: OrderTarget, parcel: Parcel, photos: Photos = ()) -> Order:
        """A consignment leaves; with the last unit the order is shipped. The buyer is told.

        - Never more than was ordered, whoever ships at the same moment: ShipsTooMuch.
        - An expected day may be none, but not past: ArrivalUnusable.
        """
        before, side = await self._current(target)
        deed = Deed.SHIP_REST if parcel.quantity == before.left else Deed.SHIP
        after = before.ship(self._author(side), parcel.quantity)
        number = len(await self._books.consignments.of_order(before.id)) + 1
        gone = Consignment(number, parcel.checked(self._books.now), self._person.id, self._books.now)
        await self._save(before, deed, after, side)
        await self._books.consignments.add(after.id, gone, photos)
        await self._tell_other(after, side, News.CONSIGNMENT_SENT, str(number))
        return after

    async def correct(self, order_id: int, number: int, waybill: Waybill) -> Order:
        """Another carrier or number for a consignment on its way; the buyer is told. Raises NotFound."""
        order, side = await self._locked(order_id)
        if side is not Side.SELLER or order.status not in _SENT:
            raise OrderMoveNotAllowed(status=order.status, deed="correct")
        sent = {each.number: each for each in await self._books.consignments.of_order(order_id)}
        if number not in sent:
            raise NotFound(what="consignment")
        if sent[number].parcel.waybill == waybill:
            return order
        corrected = replace(
            sent[number],
            parcel=replace(sent[number].parcel, waybill=waybill),
            author_id=self._person.id,
            at=self._books.now,
        )
        await self._books.consignments.correct(order_id, corrected)
        await self._tell_other(order, side, News.WAYBILL_CORRECTED, f"{number} {self._books.cause}")
        return order
