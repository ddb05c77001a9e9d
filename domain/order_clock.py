"""The clocks of an order: how long each status may last, and when its end is warned of."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Final

from domain.china import CHINA, china_day
from domain.lifecycle import OrderStatus
from domain.terms import Shipping

CONFIRMATION_TIME: Final = timedelta(hours=72)
ANSWER_TIME: Final = timedelta(hours=72)
"""For a request to cancel; unanswered it counts as refused."""
PAYMENT_TIME: Final = timedelta(days=7)
PRODUCTION_TIME: Final = timedelta(days=30)
"""Where no lead time was agreed: then both are reminded."""
INSPECTION_TIME: Final = timedelta(days=15)
REMINDER_TIME: Final = timedelta(days=7)
PROLONGATION: Final = timedelta(days=10)
MOST_PROLONGATIONS: Final = 3

TRAVEL_TIME: Final[Mapping[Shipping | None, timedelta]] = {
    Shipping.EXPRESS: timedelta(days=15),
    Shipping.AIR: timedelta(days=20),
    Shipping.RAIL: timedelta(days=45),
    Shipping.SEA: timedelta(days=60),
    None: timedelta(days=30),
}
"""After the last consignment left; then the goods count as received."""

WARNINGS: Final[Mapping[OrderStatus, timedelta]] = {
    OrderStatus.AWAITING_CONFIRMATION: timedelta(hours=12),
    OrderStatus.AWAITING_PAYMENT: timedelta(days=1),
    OrderStatus.IN_PRODUCTION: timedelta(days=3),
    OrderStatus.SHIPPED: timedelta(days=3),
    OrderStatus.DELIVERED: timedelta(days=2),
}
"""How long before the end of a status its sides are warned."""

LONGEST_WARNING: Final = max(WARNINGS.values())


def promised(paid_at: datetime, lead_time_days: int) -> datetime:
    """Until when goods that are paid at this moment are to leave: the end of that day in China."""
    day = china_day(paid_at) + timedelta(days=lead_time_days + 1)
    return datetime.combine(day, time(), CHINA)
