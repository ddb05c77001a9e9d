"""A case file as JSON for programs; docs/casefile.md says what stands where."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from domain.carriers import Waybill
from domain.details import lines_record
from domain.details import to_record as details_record
from domain.dispute import EvidenceRequest
from domain.money import Money
from domain.offer import Offer
from domain.phrase import to_record as phrase_record
from domain.proposal import Proposal
from domain.return_parcel import ReturnParcel
from domain.terms import to_record as terms_record
from services.case_file import CaseFile, ClaimHistory, Spoken
from services.case_file_binding import Bound
from services.evidence import Bundle, Exhibit

VERSION: Final = 1
Record = dict[str, Any]


def case_record(case: CaseFile, bound: Sequence[Bound]) -> Record:
    """The whole file; money in minor units, times in UTC to the minute."""
    names = {each.exhibit_id: each.name for each in bound if each.exhibit_id}
    photos = [_photo(bundle, exhibit, names.get(exhibit.id)) for bundle, exhibit in case.exhibits]
    return {"version": VERSION, **{name: part(case) for name, part in _PARTS.items()}, "photos": photos}


def _order(case: CaseFile) -> Record:
    order = case.order
    return {
        "number": order.number,
        "revision": order.revision,
        "status": order.status.value,
        "digest": order.digest,
        "goods": {"en": order.goods.title_en, "zh": order.goods.title_zh},
        "terms": terms_record(order.terms),
        "total": _money(order.terms.total()),
        "details": details_record(order.details),
        "confirmations": [
            {"side": each.side.value, "digest": each.digest, "at": _moment(each.at)}
            for each in order.confirmations
        ],
    }


def _supplier(case: CaseFile) -> Record | None:
    found = case.supplier
    return {"en": found.name, "zh": found.name_zh} if found else None


def _agreement(case: CaseFile) -> Record | None:
    found = case.agreement
    return {"revision": found.revision, "sha256": found.sha256, "seal": found.seal} if found else None


def _moves(case: CaseFile) -> list[Record]:
    return [
        {
            "subject": move.subject.value,
            "number": move.subject_id,
            "deed": move.deed.value,
            "actor": move.actor.value,
            "from": move.from_status,
            "to": move.to_status,
            "version": move.version,
            "at": _moment(move.at),
        }
        for move in case.moves
    ]


def _offer(offer: Offer) -> Record:
    return {
        "version": offer.number,
        "side": offer.side.value,
        "terms": terms_record(offer.terms),
        "digest": offer.digest,
        "at": _moment(offer.at),
    }


def _claim(history: ClaimHistory) -> Record:
    claim = history.claim
    return {
        "number": claim.id,
        "kind": claim.ground.kind.value,
        "reason": claim.ground.reason.value,
        "count": claim.ground.count,
        "lines": lines_record(claim.ground.lines),
        "days": claim.ground.days,
        "claimed": _money(claim.claimed),
        "status": claim.status.value,
        "approved_by": [side.value for side in claim.approved_by],
        "repaid": _money(Money(claim.repaid, claim.claimed.currency)),
        "decided": claim.decided,
        "opened_at": _moment(claim.opened_at),
        "versions": [_version(each) for each in history.versions],
        "parcels": [_parcel(each) for each in history.parcels],
        "contests": [
            {"side": each.side.value, "reason": each.reason, "at": _moment(each.at)}
            for each in history.contests
        ],
        "requests": [_request(each) for each in history.requests],
    }


def _parcel(parcel: ReturnParcel) -> Record:
    return {"side": parcel.side.value, **_waybill(parcel.waybill), "at": _moment(parcel.at)}


def _waybill(waybill: Waybill) -> Record:
    return {
        "carrier": waybill.carrier.value if waybill.carrier else None,
        "carrier_name": waybill.name,
        "tracking": waybill.tracking,
    }


def _request(request: EvidenceRequest) -> Record:
    return {
        "of": [side.value for side in request.sides],
        "wanted": request.wanted.value,
        "until": _moment(request.until),
        "at": _moment(request.at),
    }


def _golden(case: CaseFile) -> Record | None:
    found = case.golden
    if found is None:
        return None
    return {
        "order": found.number,
        "standard": found.standard,
        "digest": found.digest,
        "at": _moment(found.at),
    }


def _version(proposal: Proposal) -> Record:
    settlement = proposal.settlement
    return {
        "version": proposal.number,
        "by": proposal.by.value,
        "remedy": settlement.remedy.value,
        "amount": _money(settlement.amount),
        "freight": settlement.freight.value if settlement.freight else None,
        "address": settlement.address,
        "reason": proposal.reason,
        "digest": proposal.digest,
        "at": _moment(proposal.at),
    }


def _spoken(spoken: Spoken) -> Record:
    """Without the digest: it is made of its author's Telegram id, too, and would tell it to the patient."""
    message = spoken.message
    return {
        "number": message.id,
        "side": message.side.value,
        "kind": message.said.kind.value,
        "words": message.body,
        "phrase": phrase_record(message.said.phrase) if message.said.phrase else None,
        "edits": message.edits or None,
        "answers": message.answers or None,
        "translations": dict(spoken.translations),
        "sha256": spoken.sha256 or None,
        "at": _moment(message.at),
    }


def _bookings(case: CaseFile) -> list[Record]:
    return [
        {
            "number": booking.id,
            "kind": booking.kind.value,
            "method": booking.method.value,
            "from_buyer": _money(booking.from_buyer),
            "reverses": booking.reverses or None,
            "at": _moment(booking.entry.at),
        }
        for booking in case.bookings
    ]


def _shipping(case: CaseFile) -> Record:
    return {
        "milestones": [
            {"stage": each.stage.value, "note": each.note, "photos": each.photos, "at": _moment(each.at)}
            for each in case.milestones
        ],
        "consignments": [
            {
                "number": each.number,
                "count": each.parcel.quantity,
                **_waybill(each.parcel.waybill),
                "arrives_on": each.parcel.arrives_on.isoformat() if each.parcel.arrives_on else None,
                "at": _moment(each.at),
            }
            for each in case.consignments
        ],
    }


def _photo(bundle: Bundle, exhibit: Exhibit, name: str | None) -> Record:
    return {
        "number": exhibit.id,
        "purpose": bundle.purpose.value,
        "side": bundle.side.value,
        "claim": bundle.claim_id or None,
        "words": exhibit.words,
        "sha256": exhibit.sha256 or None,
        "size": exhibit.size,
        "type": exhibit.type,
        "file": name,
        "at": _moment(exhibit.at),
    }


def _money(money: Money) -> Record:
    return {"minor": money.minor, "currency": money.currency}


def _moment(moment: datetime) -> str:
    """To the minute, as on cards: finer ones would help to guess by whose press a seal was made."""
    return moment.astimezone(UTC).isoformat(timespec="minutes")


def _message_list(case: CaseFile) -> list[Record]:
    return [_spoken(each) for each in case.talk]


_PARTS: Final[Mapping[str, Callable[[CaseFile], Any]]] = {
    "for": lambda case: case.side.value if case.side else "operator",
    "as_of": lambda case: _moment(case.as_of),
    "order": _order,
    "supplier": _supplier,
    "agreement": _agreement,
    "golden_sample": _golden,
    "timeline": _moves,
    "offers": lambda case: [_offer(each) for each in case.offers],
    "claims": lambda case: [_claim(each) for each in case.claims],
    "messages": _message_list,
    "payments": _bookings,
    "shipping": _shipping,
}
"""What the file says, by its key; a new subject is a row."""
