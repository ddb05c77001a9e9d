"""How the use cases need negotiations and orders kept, as protocols."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from domain.negotiation import Negotiation
from domain.offer import Offer
from domain.order import Order
from domain.people import Person, Side


class Negotiations(Protocol):
    """Negotiations and their ledger of offers."""

    async def add(self, negotiation: Negotiation) -> Negotiation:
        """Keeps a new negotiation and its first offer; returns it with its id."""

    async def get(self, negotiation_id: int) -> Negotiation | None:
        """The negotiation with the offer on the table and the one before."""

    async def several(self, negotiation_ids: Sequence[int]) -> Sequence[Negotiation]:
        """The same of several that exist, in the order of their ids as given."""

    async def get_for_update(self, negotiation_id: int) -> Negotiation | None:
        """The same, locked until the end of the transaction."""

    async def save(self, before: Negotiation, after: Negotiation, now: datetime) -> None:
        """Writes a change: the row, and the new offer if there is one."""

    async def offers(self, negotiation_id: int) -> Sequence[Offer]:
        """All versions, first to last."""

    async def of_person(self, person: Person, page: int, size: int) -> Sequence[Negotiation]:
        """A page of the person's open negotiations, those that wait for him first, latest change first."""

    async def waiting(self, person: Person) -> tuple[int, int]:
        """How many open negotiations the person has, and how many of them wait for him."""

    async def ended(self, person: Person, page: int, size: int) -> Sequence[Negotiation]:
        """A page of the person's negotiations that are over, the latest end first."""

    async def count_ended(self, person: Person) -> int:
        """How many negotiations of the person are over."""

    async def open_after(self, after: int, limit: int) -> Sequence[Negotiation]:
        """Open negotiations with ids above `after`, lowest first."""

    async def prolong(self, by: timedelta) -> None:
        """Moves the end of every open negotiation whose time runs."""

    async def freeze(self, side: Side, party_id: int, now: datetime) -> None:
        """Stops the time of what waits for this buyer, or for this supplier."""

    async def thaw(self, side: Side, party_id: int, now: datetime) -> None:
        """Lets the time of what waits for him go on where it stopped."""

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open negotiations whose time is up."""

    async def to_warn(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open negotiations that are to be warned of and were not."""

    async def warned(self, negotiation_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is due, and the first before this deadline."""


class Orders(Protocol):
    """Orders and their confirmations."""

    async def add(self, order: Order, now: datetime) -> Order:
        """Keeps a new order; returns it with its id. One for each negotiation."""

    async def get(self, order_id: int) -> Order | None:
        """The order with the confirmations of its current revision."""

    async def get_for_update(self, order_id: int) -> Order | None:
        """The same, locked until the end of the transaction."""

    async def of_negotiation(self, negotiation_id: int) -> Order | None:
        """The order made from a negotiation."""

    async def save(self, before: Order, after: Order, now: datetime) -> None:
        """Writes a change: the row, and new confirmations."""

    async def of_person(self, person: Person, page: int, size: int) -> Sequence[Order]:
        """A page of the person's orders, open ones first, latest change first."""

    async def count(self, person: Person) -> int:
        """How many orders the person has."""

    async def unconfirmed_after(self, after: int, limit: int) -> Sequence[Order]:
        """Orders to be confirmed with ids above `after`, lowest first."""

    async def prolong(self, by: timedelta) -> None:
        """Moves the end of every status but a promise, and of requests to cancel."""

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open orders whose present status has run out."""

    async def to_warn(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open orders whose end is near and was not warned of."""

    async def unanswered(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of orders with a request to cancel that was not answered in time."""

    async def warned(self, order_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is due, and the first before this deadline."""
