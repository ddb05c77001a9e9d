"""How the use cases need orders kept that are exported, as a protocol."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.money import Money
from domain.order import Order


@dataclass(frozen=True, slots=True)
class BookedOrder:
    """An order as it stands, when it was placed and when it last changed.

    `paid` is what was paid and not given back, `allowed` what claims gave back, `owed` what it still lacks,
    all in its own currency.
    """

    order: Order
    placed_at: datetime
    changed_at: datetime
    paid: Money
    owed: Money
    allowed: Money


@dataclass(frozen=True, slots=True)
class BookSpan:
    """Whose orders, placed from `since` until before `until`; no party at all is everybody's."""

    buyer_id: int | None = None
    supplier_ids: frozenset[int] | None = None
    since: datetime | None = None
    until: datetime | None = None


class OrderBooks(Protocol):
    """Orders in the order in which they were placed."""

    async def after(self, span: BookSpan, order_id: int, most: int) -> Sequence[BookedOrder]:
        """The next orders of the span with ids above this one, without their confirmations."""

    async def count(self, span: BookSpan) -> int:
        """How many orders the span has."""
