"""How inquiries to several suppliers and products put side by side are kept, as protocols."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

MOST_SUPPLIERS: Final = 10
"""So many suppliers get one inquiry, and so many products are compared, at most."""


@dataclass(frozen=True, slots=True)
class Rfq:
    """One inquiry to several suppliers, as the buyer keeps it; no supplier ever learns of it."""

    id: int
    buyer_id: int
    sent_at: datetime
    negotiation_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlaceInRfq:
    """The latest inquiry that a negotiation belongs to, and how many others of it are open."""

    rfq_id: int
    open_others: int = 0


class Rfqs(Protocol):
    """Inquiries to several suppliers."""

    async def add(self, buyer_id: int, negotiation_ids: Sequence[int], now: datetime) -> int:
        """Keeps one; returns its number."""

    async def get(self, rfq_id: int) -> Rfq | None:
        """The inquiry with its negotiations."""

    async def of_buyer(self, buyer_id: int, limit: int) -> Sequence[Rfq]:
        """The buyer's latest ones, the latest first."""

    async def of_negotiations(self, negotiation_ids: Sequence[int]) -> Mapping[int, int]:
        """The number of the latest one that each negotiation belongs to; none for the others."""

    async def place_of(self, negotiation_id: int) -> PlaceInRfq | None:
        """The latest one that a negotiation belongs to, with how many others of it are open."""

    async def open_with(self, buyer_id: int, product_ids: Sequence[int]) -> Mapping[int, int]:
        """The buyer's open negotiation about each of these products, where there is one."""


class Compared(Protocol):
    """Products that a person put side by side."""

    async def add(self, person_id: int, product_id: int, now: datetime) -> None:
        """Puts a product beside the others; twice is once."""

    async def of(self, person_id: int) -> Sequence[int]:
        """The products, in the order in which they were added."""

    async def remove(self, person_id: int, product_ids: Sequence[int]) -> None:
        """Takes these away."""
