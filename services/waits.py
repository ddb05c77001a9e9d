"""What waits for a supplier's people: kinds of matters, each with how long it waits and until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from domain.negotiation import Goods
from domain.people import Person
from services.moves import Subject

MOST_OF_A_KIND: Final = 200
"""What is beyond is counted as "and more"."""


class Kind(StrEnum):
    """What is to be done, the most pressing kind first; the values are on buttons."""

    CONFIRM = "confirm"
    PAID = "paid"
    PRODUCE = "produce"
    SHIP = "ship"
    CANCEL = "cancel"
    CLAIM = "claim"
    OFFER = "offer"
    SAMPLE = "sample"
    MESSAGE = "message"
    BUYERS = "buyers"


REST: Final = frozenset({Kind.BUYERS})
"""What waits for others."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A negotiation or an order that waits since then; `until` is None where no clock runs.

    `claim_id` is the claim on an order that it waits for.
    """

    kind: Kind
    subject: Subject
    subject_id: int
    goods: Goods
    since: datetime
    until: datetime | None = None
    claim_id: int = 0

    @property
    def urgency(self) -> tuple[bool, bool, float, float]:
        """Own matters before those of others; those that end first, then those that wait longest."""
        until = self.until.timestamp() if self.until else 0
        return self.kind in REST, self.until is None, until, self.since.timestamp()


class Waits(Protocol):
    """What waits for the people of suppliers."""

    async def of(self, person: Person) -> Sequence[Wait]:
        """All that waits where the person sells, at most MOST_OF_A_KIND of each kind, in no order."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """All that waits at `now`, the most urgent first."""

    waits: Sequence[Wait]
    now: datetime

    @property
    def own(self) -> int:
        """How many wait for the supplier's people themselves."""
        return sum(wait.kind not in REST for wait in self.waits)

    def count(self, kind: Kind) -> int:
        """How many wait of a kind, up to MOST_OF_A_KIND."""
        return len(self.of(kind))

    def of(self, kind: Kind | None) -> Sequence[Wait]:
        """Those of one kind, or all."""
        return [wait for wait in self.waits if kind in (None, wait.kind)]


def by_urgency(waits: Sequence[Wait], now: datetime) -> Waiting:
    """All of it with the most urgent on top."""
    return Waiting(sorted(waits, key=lambda wait: wait.urgency), now)
