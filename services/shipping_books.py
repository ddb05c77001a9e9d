"""How the use cases need milestones, consignments and requests to cancel kept, as protocols."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.consignment import Consignment
from domain.milestone import Milestone
from domain.people import Side
from services.photos import Photos


@dataclass(frozen=True, slots=True)
class CancelRequest:
    """That one side wants to give up an order, and why, in its own words."""

    order_id: int
    side: Side
    author_id: int
    reason: str
    at: datetime


class Milestones(Protocol):
    """Stages of production that sellers reported, with photos."""

    async def add(self, milestone: Milestone, photos: Photos) -> Milestone:
        """Keeps a milestone; returns it with its id. Raises StageReported."""

    async def of_order(self, order_id: int) -> Sequence[Milestone]:
        """All of an order, first to last."""

    async def get(self, milestone_id: int) -> Milestone | None:
        """The milestone."""

    async def photos(self, milestone_id: int) -> Photos:
        """Its photos in their order."""


class Consignments(Protocol):
    """Goods that left, with photos of their packing lists."""

    async def add(self, order_id: int, consignment: Consignment, photos: Photos) -> None:
        """Keeps a consignment under its number."""

    async def of_order(self, order_id: int) -> Sequence[Consignment]:
        """All of an order, first to last, with their latest waybills."""

    async def correct(self, order_id: int, consignment: Consignment) -> None:
        """Keeps another waybill for a consignment, by whom and when it was given."""

    async def photos(self, order_id: int, number: int) -> Photos:
        """The photos of its packing list in their order."""


class CancelRequests(Protocol):
    """Requests to cancel an order that something was paid for."""

    async def add(self, request: CancelRequest) -> None:
        """Keeps a request."""

    async def latest(self, order_id: int) -> CancelRequest | None:
        """The latest request about an order."""
