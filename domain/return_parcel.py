"""Goods that travel because of a claim: back to the seller, or in their place to the buyer; never changed."""

from dataclasses import dataclass
from datetime import datetime

from domain.carriers import Waybill
from domain.people import Side


@dataclass(frozen=True, slots=True)
class ReturnParcel:
    """What `side` sent for a claim and by whom: the buyer sends goods back, the seller a replacement."""

    claim_id: int
    side: Side
    waybill: Waybill
    author_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Contest:
    """That what came is not right, says the side it came to, and why in its own words."""

    claim_id: int
    side: Side
    reason: str
    author_id: int
    at: datetime
