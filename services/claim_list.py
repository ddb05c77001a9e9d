"""A person's claims, on the orders he gave and on those of the suppliers he sells for."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from domain.people import Person


class ClaimFilter(StrEnum):
    """Which claims are listed; the values are on buttons that live for months."""

    OPEN = "open"
    ALL = "all"


ClaimTally = Mapping[ClaimFilter, int]


class ClaimList(Protocol):
    """The claims of a person, as a buyer and of the suppliers he sells for."""

    async def tally(self, person: Person) -> ClaimTally:
        """How many claims each filter shows."""

    async def page(self, person: Person, shown: ClaimFilter, page: int, size: int) -> Sequence[int]:
        """Ids of a page (from 0), the latest change first."""
