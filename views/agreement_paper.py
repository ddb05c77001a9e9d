"""The purchase agreement as printing/templates/agreement.typ wants it: every word and figure of an order."""

from datetime import datetime
from typing import Any

from domain.order_facts import Confirmation
from domain.people import Side
from services.agreements import seal_of
from services.cases import OrderCase
from views.agreement_rows import buyer_name, sections, seller_names
from views.both import both, same
from views.custody import custody
from views.reader import Reader

Data = dict[str, Any]


def is_final(case: OrderCase) -> bool:
    """Whether both sides confirmed the revision that stands."""
    return {each.side for each in case.order.confirmations} == set(Side)


def paper(case: OrderCase) -> Data:
    """The same for whoever asks, whenever he asks: only the order decides.

    A draft is nobody's agreement: it has no seal and no QR code.
    """
    is_draft = not is_final(case)
    seal = "" if is_draft else seal_of(case.order)
    return {
        "order_id": case.order.id,
        "revision": case.order.revision,
        "seal": seal,
        "number": case.order.number,
        "title": both(lambda reader: reader.word("Purchase Agreement")),
        "draft": is_draft,
        "watermark": both(lambda reader: reader.word("DRAFT")),
        "at": int(_moment(case).timestamp()),
        "facts": _facts(case, is_draft),
        "sections": sections(case),
        "custody": custody(),
        "signed": both(lambda reader: reader.word("Signatures")),
        "unsigned": both(_unsigned),
        "signatures": [] if is_draft else [_signature(case, each) for each in _in_order(case)],
        "fingerprint": {"label": both(_fingerprint), "value": seal},
        "verify": both(lambda reader: reader.word("Scan to verify")),
        "unshown_note": both(_unshown),
        "page": both(lambda reader: reader.word("Page {page} of {pages}", page="{page}", pages="{pages}")),
    }


def _moment(case: OrderCase) -> datetime:
    """When it became binding; a draft has only the end of its time."""
    order = case.order
    return max(each.at for each in order.confirmations) if is_final(case) else order.expires_at


def _in_order(case: OrderCase) -> list[Confirmation]:
    return sorted(case.order.confirmations, key=lambda each: list(Side).index(each.side))


def _facts(case: OrderCase, is_draft: bool) -> list[Data]:
    order, moment = case.order, _moment(case)
    dated = both(_to_confirm_by if is_draft else _date)
    return [
        {"label": both(lambda reader: reader.word("Number")), "value": same(order.number)},
        {"label": both(lambda reader: reader.word("Revision")), "value": same(str(order.revision))},
        {"label": dated, "value": both(lambda reader: reader.moment(moment))},
    ]


def _to_confirm_by(reader: Reader) -> str:
    return reader.word("To confirm by")


def _date(reader: Reader) -> str:
    return reader.word("Date")


def _signature(case: OrderCase, signed: Confirmation) -> Data:
    is_buyer = signed.side is Side.BUYER
    return {
        "side": both(lambda reader: reader.word("Buyer") if is_buyer else reader.word("Seller")),
        "name": buyer_name(case.order) if is_buyer else seller_names(case),
        "moments": both(
            lambda reader: reader.word("confirmed by a press, {moment}", moment=reader.moment(signed.at))
        ),
    }


def _unsigned(reader: Reader) -> str:
    return reader.word("Not confirmed by both sides yet: this is a draft and binds nobody.")


def _fingerprint(reader: Reader) -> str:
    return reader.word("Fingerprint (SHA-256) of this revision and of both confirmations:")


def _unshown(reader: Reader) -> str:
    return reader.word("[?] stands for letters that this document cannot show. The chat shows them in full.")
