"""Rows of claims and of their versions, read and written."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from domain.claim import Claim
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.details import lines_from, lines_record
from domain.lifecycle import Actor, ClaimStatus
from domain.money import Money
from domain.people import Side
from domain.proposal import Proposal
from domain.settlement import Remedy, Settlement
from storage.moments import to_millis, to_moment


def moving(claim: Claim, now: datetime) -> dict[str, Any]:
    """What of a claim's row changes with its deeds."""
    return {
        "status": claim.status.value,
        "version": claim.proposal.number,
        "approved_by": [side.value for side in claim.approved_by],
        "repaid": claim.repaid,
        "decided": claim.decided,
        "reminders": claim.reminders,
        "evidence_from": claim.evidence_from.value if claim.evidence_from else None,
        "evidence_until": to_millis(claim.evidence_until) if claim.evidence_until else None,
        "expires_at": to_millis(claim.expires_at),
        "changed_at": to_millis(now),
    }


def ground_values(ground: Ground) -> dict[str, Any]:
    """What of a claim's row stays as it was sent."""
    return {
        "kind": ground.kind.value,
        "reason": ground.reason.value,
        "lines": lines_record(ground.lines) or None,
        "count": ground.count,
        "days": ground.days,
        "bundle_id": ground.bundle_id,
    }


def version_values(claim: Claim) -> dict[str, Any]:
    """The row of the settlement on the table."""
    proposal, settlement = claim.proposal, claim.proposal.settlement
    return {
        "claim_id": claim.id,
        "number": proposal.number,
        "author": proposal.by.value,
        "author_id": proposal.author_id,
        "remedy": settlement.remedy.value,
        "minor": settlement.amount.minor,
        "freight": settlement.freight.value if settlement.freight else None,
        "address": settlement.address,
        "reason": proposal.reason,
        "digest": proposal.digest,
        "at": to_millis(proposal.at),
    }


def claim_of(row: Row[Any]) -> Claim:
    """The claim in a row that has the settlement on the table beside it."""
    return Claim(
        id=row.id,
        order_id=row.order_id,
        buyer_id=row.buyer_id,
        supplier_id=row.supplier_id,
        ground=_ground_of(row),
        claimed=Money(row.claimed, row.currency),
        status=ClaimStatus(row.status),
        proposal=proposal_of(row, row.version, row.why),
        opened_at=to_moment(row.opened_at),
        expires_at=to_moment(row.expires_at),
        approved_by=tuple(Side(side) for side in row.approved_by),
        repaid=row.repaid,
        decided=row.decided,
        reminders=row.reminders,
        evidence_from=Side(row.evidence_from) if row.evidence_from else None,
        evidence_until=to_moment(row.evidence_until) if row.evidence_until else None,
    )


def _ground_of(row: Row[Any]) -> Ground:
    return Ground(
        kind=ClaimKind(row.kind),
        reason=ClaimReason(row.reason),
        lines=lines_from(row.lines or ()),
        count=row._mapping["count"],
        days=row.days,
        bundle_id=row.bundle_id,
    )


def proposal_of(row: Row[Any], number: int, reason: str) -> Proposal:
    """The proposal in a row that has the claim's currency beside the version's own columns."""
    return Proposal(
        number=number,
        by=Actor(row.author),
        author_id=row.author_id,
        settlement=settlement_of(row),
        reason=reason,
        at=to_moment(row.at),
        digest=row.digest,
    )


def settlement_of(row: Row[Any]) -> Settlement:
    """The settlement in a row that has the claim's currency beside the version's own columns."""
    freight = Side(row.freight) if row.freight else None
    return Settlement(Remedy(row.remedy), Money(row.minor, row.currency), freight, row.address)
