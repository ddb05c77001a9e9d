"""Goods that travel because of a claim, as its card shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.claim import Claim
from domain.claim_facts import TALKING
from domain.lifecycle import ClaimStatus
from domain.return_parcel import Contest, ReturnParcel
from services.ports import Books

_NOTHING_SENT: Final = TALKING | {ClaimStatus.AWAITING_RETURN}


@dataclass(frozen=True, slots=True)
class Travels:
    """The last parcel, by whoever sent it, and what was said against what came, first to last."""

    parcel: ReturnParcel
    contests: Sequence[Contest] = ()


async def travels_of(books: Books, claim: Claim) -> Travels | None:
    """None as long as nothing was sent; of a claim that is talked about nobody asks."""
    if claim.is_late or claim.status in _NOTHING_SENT:
        return None
    parcels = await books.returns.of_claim(claim.id)
    return Travels(parcels[-1], await books.returns.contests_of(claim.id)) if parcels else None
