"""Rows of negotiations: what is written of one, and how it is read again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from domain.lifecycle import NegotiationStatus
from domain.negotiation import Goods, Negotiation, warning_before
from domain.offer import Offer
from storage.freight_record import freight_of
from storage.moments import to_millis, to_moment


def moving(negotiation: Negotiation, now: datetime) -> dict[str, Any]:
    """What each move writes."""
    return {
        "status": negotiation.status.value,
        "version": negotiation.offer.number,
        "expires_at": to_millis(negotiation.expires_at),
        "changed_at": to_millis(now),
        "frozen_at": to_millis(negotiation.frozen_at) if negotiation.frozen_at else None,
    }


def warning(negotiation: Negotiation, now: datetime) -> dict[str, Any]:
    """When to warn of a deadline that was set now."""
    end = negotiation.expires_at
    return {"warns_at": to_millis(end - warning_before(end - now))}


def negotiation_of(row: Row[Any], latest: Sequence[Offer]) -> Negotiation:
    """The negotiation of a row, with the offer on the table and perhaps the one before.

    Offers made since the row was read are none of its own: its status knows nothing of them.
    """
    *earlier, offer = (each for each in latest if each.number <= row.version)
    return Negotiation(
        id=row.id,
        buyer_id=row.buyer_id,
        supplier_id=row.supplier_id,
        goods=Goods(**row.goods),
        status=NegotiationStatus(row.status),
        offer=offer,
        expires_at=to_moment(row.expires_at),
        before=earlier[-1] if earlier else None,
        freight=freight_of(row.freight),
        frozen_at=to_moment(row.frozen_at) if row.frozen_at else None,
    )
