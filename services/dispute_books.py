"""How the use cases need disputes found and their requests for evidence kept, as a protocol."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from domain.dispute import EvidenceRequest


@dataclass(frozen=True, slots=True)
class Record:
    """What a side's orders came to so far: of the binding `orders`, and of the `claims` on them.

    `yielded` claims ended with money, goods or a replacement for the buyer, `dropped` without; of the
    `disputes` so many were `decided` for the buyer.
    """

    orders: int = 0
    cancelled: int = 0
    claims: int = 0
    yielded: int = 0
    dropped: int = 0
    disputes: int = 0
    decided: int = 0


NOTHING_YET: Final = Record()


class Disputes(Protocol):
    """Claims that wait for an operator."""

    async def count(self) -> int:
        """How many there are."""

    async def page(self, page: int, size: int) -> Sequence[int]:
        """Ids of a page (from 0) of claims, the oldest first."""

    async def is_one(self, claim_id: int) -> bool:
        """Whether an operator was ever called in for the claim."""

    async def ask(self, request: EvidenceRequest) -> EvidenceRequest:
        """Keeps a request; returns it with its number."""

    async def requests(self, claim_id: int) -> Sequence[EvidenceRequest]:
        """All requests of a claim, first to last."""

    async def to_warn(self, moment: datetime, limit: int) -> Sequence[int]:
        """Ids of claims with a request that ends before then and was not warned of."""

    async def ended(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of claims with a request whose end nobody was told of."""

    async def warned(self, claim_id: int, moment: datetime, now: datetime) -> Sequence[EvidenceRequest]:
        """Notes that the requests which end before then are warned of; returns those that were not yet."""

    async def told(self, claim_id: int, now: datetime) -> Sequence[EvidenceRequest]:
        """Notes that the end of the requests which are over is told; returns those that were not yet."""

    async def of_buyer(self, buyer_id: int) -> Record:
        """What a buyer's orders came to."""

    async def of_supplier(self, supplier_id: int) -> Record:
        """What a supplier's orders came to."""
