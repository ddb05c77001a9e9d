"""A person's orders by where they stand, and which of them wait for him."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, Protocol

from domain.lifecycle import OrderStatus
from domain.people import Person


class OrderFilter(StrEnum):
    """Which orders are listed; the values are on buttons that live for months."""

    ALL = "all"
    TO_DO = "todo"
    UNPAID = "unpaid"
    IN_PRODUCTION = "made"
    SHIPPED = "shipped"
    DONE = "done"
    CANCELLED = "off"


STATUSES: Final[Mapping[OrderFilter, frozenset[OrderStatus]]] = {
    OrderFilter.UNPAID: frozenset({OrderStatus.AWAITING_PAYMENT}),
    OrderFilter.IN_PRODUCTION: frozenset({OrderStatus.IN_PRODUCTION}),
    OrderFilter.SHIPPED: frozenset({OrderStatus.SHIPPED}),
    OrderFilter.DONE: frozenset({OrderStatus.DELIVERED, OrderStatus.COMPLETED}),
    OrderFilter.CANCELLED: frozenset({OrderStatus.CANCELLED}),
}
"""The filters that are statuses; the others are everything, and what waits for the person."""

Tally = Mapping[OrderFilter, int]


class OrderList(Protocol):
    """The orders of a person, as a buyer and of the suppliers he sells for."""

    async def tally(self, person: Person) -> Tally:
        """How many orders each filter shows."""

    async def page(self, person: Person, shown: OrderFilter, page: int, size: int) -> Sequence[int]:
        """Ids of a page (from 0), the latest change first."""


def tally_of(by_status: Mapping[OrderStatus, int], waiting: int) -> Tally:
    """The counts of all filters, from those of the statuses and of what waits for the person."""
    counts = {shown: sum(by_status.get(each, 0) for each in among) for shown, among in STATUSES.items()}
    return {OrderFilter.ALL: sum(by_status.values()), OrderFilter.TO_DO: waiting, **counts}
