"""A claim as a case file says it to programs."""

from domain.details import lines_record
from domain.dispute import EvidenceRequest
from domain.money import Money
from domain.proposal import Proposal
from domain.return_parcel import ReturnParcel
from services.case_file import ClaimHistory
from services.case_file_values import Record, moment_record, money_record, waybill_record


def claim_record(history: ClaimHistory) -> Record:
    """A claim with all that became of it."""
    claim = history.claim
    return {
        "number": claim.id,
        "kind": claim.ground.kind.value,
        "reason": claim.ground.reason.value,
        "count": claim.ground.count,
        "lines": lines_record(claim.ground.lines),
        "days": claim.ground.days,
        "claimed": money_record(claim.claimed),
        "status": claim.status.value,
        "approved_by": [side.value for side in claim.approved_by],
        "repaid": money_record(Money(claim.repaid, claim.claimed.currency)),
        "decided": claim.decided,
        "opened_at": moment_record(claim.opened_at),
        "versions": [_version(each) for each in history.versions],
        "parcels": [_parcel(each) for each in history.parcels],
        "contests": [
            {"side": each.side.value, "reason": each.reason, "at": moment_record(each.at)}
            for each in history.contests
        ],
        "requests": [_request(each) for each in history.requests],
    }


def _parcel(parcel: ReturnParcel) -> Record:
    return {"side": parcel.side.value, **waybill_record(parcel.waybill), "at": moment_record(parcel.at)}


def _request(request: EvidenceRequest) -> Record:
    return {
        "of": [side.value for side in request.sides],
        "wanted": request.wanted.value,
        "until": moment_record(request.until),
        "at": moment_record(request.at),
    }


def _version(proposal: Proposal) -> Record:
    settlement = proposal.settlement
    return {
        "version": proposal.number,
        "by": proposal.by.value,
        "remedy": settlement.remedy.value,
        "amount": money_record(settlement.amount),
        "freight": settlement.freight.value if settlement.freight else None,
        "address": settlement.address,
        "reason": proposal.reason,
        "digest": proposal.digest,
        "at": moment_record(proposal.at),
    }
