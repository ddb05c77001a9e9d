"""What a seller types into the form of what leaves, read as the answer to the present question."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.carriers import Waybill, tracking_number
from domain.china import china_day
from domain.consignment import ArrivalUnusable, Parcel
from domain.order import Order, ShipsTooMuch
from language.day import read_days
from language.number import read_count
from language.waybill import read_carrier, read_waybill
from services.importing.unit_words import without_unit
from services.shipping_form import ShippingForm, Step


@dataclass(frozen=True, slots=True)
class Typed:
    """Words typed about an order's consignment at a moment."""

    words: str
    order: Order
    now: datetime


def answered(form: ShippingForm, typed: Typed) -> ShippingForm:
    """The form with the answer, at its next question; photos are no words, so there it stays.

    Raises CarrierUnusable, TrackingUnusable, ShipsTooMuch and ArrivalUnusable.
    """
    read = _READ.get(form.step)
    return read(form, typed) if read else form


def skipped(form: ShippingForm) -> ShippingForm:
    """The form at its next question, the present one left open; only where it may stay open."""
    skip = _SKIP.get(form.step)
    return skip(form) if skip else form


def _carrier(form: ShippingForm, typed: Typed) -> ShippingForm:
    """A name, perhaps with the number behind it."""
    waybill = read_waybill(typed.words)
    if waybill:
        return form.numbered(waybill)
    carrier, rest = read_carrier(typed.words)
    return form.by(carrier, "" if carrier else rest)


def _number(form: ShippingForm, typed: Typed) -> ShippingForm:
    assert form.waybill is not None, "the carrier is asked first"
    number = tracking_number(typed.words)
    return form.numbered(Waybill(form.waybill.carrier, form.waybill.name, number))


def _quantity(form: ShippingForm, typed: Typed) -> ShippingForm:
    order = typed.order
    count = read_count(without_unit(typed.words, order.terms.quantity.unit))
    if not isinstance(count, int) or not 0 < count <= order.left:
        raise ShipsTooMuch(count=count, left=order.left)
    return form.of(count)


def _arrival(form: ShippingForm, typed: Typed) -> ShippingForm:
    """A day with two readings is the nearer one that is still to come."""
    days = [day for day in read_days(typed.words, china_day(typed.now)) if day >= china_day(typed.now)]
    if not days or form.waybill is None:
        raise ArrivalUnusable()
    return form.arriving(Parcel(form.quantity, form.waybill, min(days)).checked(typed.now).arrives_on)


def _no_number(form: ShippingForm) -> ShippingForm:
    assert form.waybill is not None, "the carrier is asked first"
    return form.numbered(form.waybill)


_READ: Final[Mapping[Step, Callable[[ShippingForm, Typed], ShippingForm]]] = {
    Step.CARRIER: _carrier,
    Step.NUMBER: _number,
    Step.QUANTITY: _quantity,
    Step.ARRIVAL: _arrival,
}
_SKIP: Final[Mapping[Step, Callable[[ShippingForm], ShippingForm]]] = {
    Step.NUMBER: _no_number,
    Step.ARRIVAL: lambda form: form.arriving(None),
    Step.PHOTOS: lambda form: form.done(),
}
