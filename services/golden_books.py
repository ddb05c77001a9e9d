"""How the use cases need golden samples and lists of changes kept, as protocols."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.golden import GoldenSample
from domain.wanted_changes import WantedChanges


class GoldenSamples(Protocol):
    """Golden samples; rows are only ever added."""

    async def get(self, order_id: int) -> GoldenSample | None:
        """The golden sample of this sample order."""

    async def add(self, golden: GoldenSample) -> bool:
        """Keeps it; False if the order has one already, and nothing changes then."""


class ChangeLists(Protocol):
    """Lists of changes with all answers."""

    async def add(self, changes: WantedChanges, product_id: int, now: datetime) -> WantedChanges:
        """Keeps a new list; returns it with its id."""

    async def get(self, changes_id: int) -> WantedChanges | None:
        """The list with the latest answers."""

    async def get_for_update(self, changes_id: int) -> WantedChanges | None:
        """The same, locked until the end of the transaction."""

    async def latest(self, order_id: int) -> WantedChanges | None:
        """The last list of a sample order."""

    async def followed_by(self, order_id: int) -> WantedChanges | None:
        """The list that this second sample is checked against."""

    async def to_follow_for_update(self, buyer_id: int, product_id: int) -> WantedChanges | None:
        """The buyer's last answered list about a product of which no second sample was ordered, locked."""

    async def save(self, before: WantedChanges, after: WantedChanges, now: datetime) -> None:
        """Writes a change: the row, and the answers that are new."""

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of lists that nobody answered in time."""

    async def to_warn(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of lists that are to be answered soon and were not warned of."""

    async def warned(self, changes_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is the first."""
