"""An older card of a deal: what took its place, and what it offered, for the record; no buttons."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.order import Order
from services.cases import Case, OrderCase
from services.changes_case import ChangesCase
from services.claim_case import ClaimCase
from services.overtaken import Overtaken
from services.sample_case import SampleCase
from views.changes import head as changes_head
from views.claim_lines import claim_lines
from views.fitting import MESSAGE_LENGTH, visible_length
from views.markup import Html, bold, folded, lines, paragraphs
from views.negotiation import changed_terms, subject_lines
from views.order import agreed, agreed_in_short, goods, named
from views.reader import Reader
from views.sample import sample_lines
from views.screen import Screen
from views.terms import term_lines
from views.titles import title

_Came = Callable[[Reader, str], Html]
_N, _O = NegotiationStatus, OrderStatus


def overtaken_card(reader: Reader, overtaken: Overtaken) -> Screen:
    """The card without its buttons; it no longer says what is to be done."""
    where = _where(reader, overtaken)
    if isinstance(overtaken.now, ClaimCase):
        return Screen(_claim(reader, overtaken.now, where))
    if isinstance(overtaken.now, SampleCase):
        return Screen(_sample(reader, overtaken.now, where))
    if isinstance(overtaken.now, ChangesCase):
        return Screen(_changes(reader, overtaken.now, where))
    if isinstance(overtaken.now, OrderCase):
        return Screen(_order(reader, overtaken.now, overtaken.revision, where))
    return Screen(_negotiation(reader, overtaken, overtaken.now, where))


def _where(reader: Reader, overtaken: Overtaken) -> str:
    return reader.word("see above ↑") if overtaken.is_below else reader.word("see below ↓")


def _negotiation(reader: Reader, overtaken: Overtaken, case: Case, where: str) -> Html:
    now, offer = case.negotiation, overtaken.offer or case.negotiation.offer
    if offer.number == now.offer.number:
        came = _NEGOTIATION[now.status](reader, where)
        shown = case
    else:
        came = reader.say("⏩ Overtaken by offer {version}, {where}", version=now.offer.number, where=where)
        shown = replace(case, negotiation=replace(now, offer=offer, before=None))
    head = lines(bold(came), subject_lines(reader, shown))
    return paragraphs(head, changed_terms(reader, shown))


def _claim(reader: Reader, case: ClaimCase, where: str) -> Html:
    came = reader.say("⏩ The current card: {where}", where=where)
    return lines(bold(came), claim_lines(reader, case))


def _sample(reader: Reader, case: SampleCase, where: str) -> Html:
    came = reader.say("⏩ The current card: {where}", where=where)
    return lines(bold(came), sample_lines(reader, case))


def _changes(reader: Reader, case: ChangesCase, where: str) -> Html:
    came = reader.say("⏩ The current card: {where}", where=where)
    return lines(bold(came), changes_head(reader, case))


def _order(reader: Reader, case: OrderCase, revision: int, where: str) -> Html:
    """An address that was changed since is not kept anywhere, so an older revision goes without.

    Of a binding order an older revision may have had other terms: its agreement keeps them.
    """
    order = case.order
    if revision != order.revision and not order.unconfirmed_by:
        return _amended(reader, order, where)
    is_same = revision == order.revision
    came = (
        _ORDER[order.status](reader, where)
        if is_same
        else reader.say("⏩ The order was changed, {where}", where=where)
    )
    head = lines(bold(came), bold(named(reader, order)))
    if not is_same:
        return paragraphs(head, goods(reader, case), folded(term_lines(reader, order.terms)))
    whole = paragraphs(head, goods(reader, case), agreed(reader, case))
    if visible_length(whole) <= MESSAGE_LENGTH:
        return whole
    return paragraphs(head, goods(reader, case), agreed_in_short(reader, case))


def _amended(reader: Reader, order: Order, where: str) -> Html:
    came = reader.say("⏩ Revision {number} stands now, {where}", number=order.revision, where=where)
    head = lines(bold(came), bold(named(reader, order)))
    return paragraphs(head, title(reader, order.goods))


_NEGOTIATION: Final[Mapping[NegotiationStatus, _Came]] = {
    _N.AWAITING_SELLER: lambda reader, where: reader.say("⏩ The current card: {where}", where=where),
    _N.AWAITING_BUYER: lambda reader, where: reader.say("⏩ The current card: {where}", where=where),
    _N.AGREED: lambda reader, where: reader.say("🤝 Agreed, {where}", where=where),
    _N.ORDERED: lambda reader, where: reader.say("📦 Ordered, {where}", where=where),
    _N.DECLINED: lambda reader, where: reader.say("✖️ Declined, {where}", where=where),
    _N.WITHDRAWN: lambda reader, where: reader.say("↩️ Withdrawn, {where}", where=where),
    _N.EXPIRED: lambda reader, where: reader.say("⌛ Expired, {where}", where=where),
}
_ORDER: Final[Mapping[OrderStatus, _Came]] = {
    _O.AWAITING_CONFIRMATION: lambda reader, where: reader.say("⏩ The current card: {where}", where=where),
    _O.AWAITING_PAYMENT: lambda reader, where: reader.say("✅ Confirmed by both sides, {where}", where=where),
    _O.IN_PRODUCTION: lambda reader, where: reader.say("🏭 In production, {where}", where=where),
    _O.SHIPPED: lambda reader, where: reader.say("🚚 Shipped, {where}", where=where),
    _O.DELIVERED: lambda reader, where: reader.say("📬 Delivered, {where}", where=where),
    _O.COMPLETED: lambda reader, where: reader.say("✅ Completed, {where}", where=where),
    _O.CANCELLED: lambda reader, where: reader.say("✖️ Cancelled, {where}", where=where),
}
