"""How the use cases need claims kept, as a protocol."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.claim import Claim
from domain.proposal import Proposal


class Claims(Protocol):
    """Claims on orders and every amount that was on the table."""

    async def add(self, claim: Claim, now: datetime) -> Claim:
        """Keeps a new claim and its first version; returns it with its id. One open one for each order."""

    async def get(self, claim_id: int) -> Claim | None:
        """The claim with the amount on the table."""

    async def get_for_update(self, claim_id: int) -> Claim | None:
        """The same, locked until the end of the transaction."""

    async def of_order(self, order_id: int) -> Sequence[Claim]:
        """All claims on an order, first to last."""

    async def versions(self, claim_id: int) -> Sequence[Proposal]:
        """Every settlement that was on the table, first to last."""

    async def save(self, before: Claim, after: Claim, now: datetime) -> None:
        """Writes a change: the row, and the new version if there is one."""

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of claims whose time in their present status is up."""

    async def to_warn(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of claims whose time is up soon and were not warned of."""

    async def warned(self, claim_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is the first before this deadline."""
