"""How the use cases need goods that travel because of a claim kept, as a protocol."""

from collections.abc import Sequence
from typing import Protocol

from domain.return_parcel import Contest, ReturnParcel


class Returns(Protocol):
    """Parcels sent back or in place of others, and what was said against them; rows are only ever added."""

    async def send(self, parcel: ReturnParcel) -> None:
        """Keeps a parcel."""

    async def of_claim(self, claim_id: int) -> Sequence[ReturnParcel]:
        """The parcels of a claim, first to last."""

    async def contest(self, contest: Contest) -> None:
        """Keeps what is said against a parcel."""

    async def contests_of(self, claim_id: int) -> Sequence[Contest]:
        """What was said against the parcels of a claim, first to last."""
