"""A case file as JSON for programs; docs/casefile.md says what stands where."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from domain.details import to_record as details_record
from domain.offer import Offer
from domain.phrase import to_record as phrase_record
from domain.terms import to_record as terms_record
from services.case_file import CaseFile, Spoken
from services.case_file_binding import Bound
from services.case_file_claims import claim_record
from services.case_file_values import Record, moment_record, money_record, waybill_record
from services.evidence import Bundle, Exhibit

VERSION: Final = 1


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
        "total": money_record(order.terms.total()),
        "details": details_record(order.details),
        "confirmations": [
            {"side": each.side.value, "digest": each.digest, "at": moment_record(each.at)}
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
            "at": moment_record(move.at),
        }
        for move in case.moves
    ]


def _offer(offer: Offer) -> Record:
    return {
        "version": offer.number,
        "side": offer.side.value,
        "terms": terms_record(offer.terms),
        "digest": offer.digest,
        "at": moment_record(offer.at),
    }


def _golden(case: CaseFile) -> Record | None:
    found = case.golden
    if found is None:
        return None
    return {
        "order": found.number,
        "standard": found.standard,
        "digest": found.digest,
        "at": moment_record(found.at),
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
        "at": moment_record(message.at),
    }


def _bookings(case: CaseFile) -> list[Record]:
    return [
        {
            "number": booking.id,
            "kind": booking.kind.value,
            "method": booking.method.value,
            "from_buyer": money_record(booking.from_buyer),
            "reverses": booking.reverses or None,
            "at": moment_record(booking.entry.at),
        }
        for booking in case.bookings
    ]


def _shipping(case: CaseFile) -> Record:
    return {
        "milestones": [
            {
                "stage": each.stage.value,
                "note": each.note,
                "photos": each.photos,
                "at": moment_record(each.at),
            }
            for each in case.milestones
        ],
        "consignments": [
            {
                "number": each.number,
                "count": each.parcel.quantity,
                **waybill_record(each.parcel.waybill),
                "arrives_on": each.parcel.arrives_on.isoformat() if each.parcel.arrives_on else None,
                "at": moment_record(each.at),
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
        "at": moment_record(exhibit.at),
    }


def _message_list(case: CaseFile) -> list[Record]:
    return [_spoken(each) for each in case.talk]


_PARTS: Final[Mapping[str, Callable[[CaseFile], Any]]] = {
    "for": lambda case: case.side.value if case.side else "operator",
    "as_of": lambda case: moment_record(case.as_of),
    "order": _order,
    "supplier": _supplier,
    "agreement": _agreement,
    "golden_sample": _golden,
    "timeline": _moves,
    "offers": lambda case: [_offer(each) for each in case.offers],
    "claims": lambda case: [claim_record(each) for each in case.claims],
    "messages": _message_list,
    "payments": _bookings,
    "shipping": _shipping,
}
"""What the file says, by its key; a new subject is a row."""
