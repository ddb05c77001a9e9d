"""A consignment: goods of an order that left together; numbered from 1, and never changed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from domain.carriers import Waybill
from domain.china import china_day
from domain.refusal import Refusal

LONGEST_JOURNEY: Final = timedelta(days=180)


class ArrivalUnusable(Refusal):
    """The expected day of arrival is past, or more than half a year away."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a seller says of goods that leave: how many units, by whom, and when they should arrive."""

    quantity: int
    waybill: Waybill
    arrives_on: date | None = None

    def checked(self, now: datetime) -> "Parcel":
        """The same, if its day may be. Raises ArrivalUnusable."""
        today = china_day(now)
        if self.arrives_on and not today <= self.arrives_on <= today + LONGEST_JOURNEY:
            raise ArrivalUnusable(day=self.arrives_on)
        return self


@dataclass(frozen=True, slots=True)
class Consignment:
    """Parcel `number` of an order; its waybill is the latest that was given for it."""

    number: int
    parcel: Parcel
    author_id: int
    at: datetime
    photos: int = 0
    is_corrected: bool = False
