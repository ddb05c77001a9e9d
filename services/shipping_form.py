"""What a seller fills in before goods leave, question by question."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from domain.carriers import Carrier, Waybill
from domain.consignment import Parcel
from domain.milestone import MOST_PHOTOS, TooManyPhotos
from services.photos import Photo, Photos, photos_from, photos_record

TOKEN_LENGTH: Final = 8


class Step(StrEnum):
    """The questions in their order; the last one asks whether all is right."""

    CARRIER = "carrier"
    NUMBER = "number"
    QUANTITY = "quantity"
    ARRIVAL = "arrival"
    PHOTOS = "photos"
    REVIEW = "review"


_AFTER_NUMBER = {True: Step.REVIEW, False: Step.QUANTITY}


@dataclass(frozen=True, slots=True)
class ShippingForm:
    """A consignment on its way into the books, or with `corrects` another waybill for that consignment."""

    order_id: int
    revision: int
    corrects: int = 0
    waybill: Waybill | None = None
    quantity: int = 0
    arrives_on: date | None = None
    photos: Photos = ()
    step: Step = Step.CARRIER

    def by(self, carrier: Carrier | None, name: str = "") -> "ShippingForm":
        """The carrier is known; its number is asked next. Raises CarrierUnusable."""
        return replace(self, waybill=Waybill(carrier, name.strip()), step=Step.NUMBER)

    def numbered(self, waybill: Waybill) -> "ShippingForm":
        """Carrier and number are known."""
        return replace(self, waybill=waybill, step=_AFTER_NUMBER[bool(self.corrects)])

    def of(self, quantity: int) -> "ShippingForm":
        """So many units leave; the day of arrival is asked next."""
        return replace(self, quantity=quantity, step=Step.ARRIVAL)

    def arriving(self, day: date | None) -> "ShippingForm":
        """They should arrive on this day, if anybody knows; photos are asked for next."""
        return replace(self, arrives_on=day, step=Step.PHOTOS)

    def shown(self, photo: Photo) -> "ShippingForm":
        """One more photo. Raises TooManyPhotos."""
        if len(self.photos) >= MOST_PHOTOS:
            raise TooManyPhotos(most=MOST_PHOTOS)
        return replace(self, photos=(*self.photos, photo))

    def done(self) -> "ShippingForm":
        """All is asked."""
        return replace(self, step=Step.REVIEW)

    @property
    def token(self) -> str:
        """The same for the same answers."""
        said = json.dumps(to_record(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:TOKEN_LENGTH]

    @property
    def parcel(self) -> Parcel:
        """What leaves; only once the form is filled in."""
        assert self.waybill is not None, "a form under review names its carrier"
        return Parcel(self.quantity, self.waybill, self.arrives_on)


def to_record(form: ShippingForm) -> dict[str, Any]:
    """A form as JSON."""
    day = form.arrives_on.isoformat() if form.arrives_on else ""
    waybill = asdict(form.waybill) if form.waybill else None
    return {**asdict(form), "waybill": waybill, "arrives_on": day, "photos": photos_record(form.photos)}


def from_record(record: dict[str, Any]) -> ShippingForm:
    """The form that `to_record` wrote."""
    waybill, day = record["waybill"], record["arrives_on"]
    if waybill:
        waybill = Waybill(
            **{**waybill, "carrier": Carrier(waybill["carrier"]) if waybill["carrier"] else None}
        )
    return ShippingForm(
        **{
            **record,
            "waybill": waybill,
            "arrives_on": date.fromisoformat(day) if day else None,
            "photos": photos_from(record["photos"]),
            "step": Step(record["step"]),
        }
    )
