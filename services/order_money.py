"""The money of orders as the use cases need it kept: a ledger, and what follows from it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.ledger import Booking
from domain.order import Order
from domain.standing import Standing


class OrderMoney(Protocol):
    """The ledger of payments, and the time for which a card payment holds its order."""

    async def book(self, booking: Booking) -> bool:
        """Adds a booking; returns False when one of this key was made before, and changes nothing then."""

    async def bookings(self, order_id: int) -> Sequence[Booking]:
        """The bookings of an order, first to last."""

    async def standing(self, order: Order) -> Standing:
        """How the order stands with its money."""

    async def hold(self, order_id: int, person_id: int, now: datetime, until: datetime) -> None:
        """Notes that a card payment for the order is under way; a later one takes its place."""

    async def held_since(self, order_id: int, now: datetime) -> datetime | None:
        """Since when a card payment for the order is under way; None if there is none, or no more."""

    async def let_go(self, order_id: int) -> None:
        """Ends the hold."""
