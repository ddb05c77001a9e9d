"""The card of a negotiation: whose turn it is, the terms, what changed, and what one may do."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.catalogue import Supplier
from domain.lifecycle import NegotiationStatus
from domain.negotiation import Negotiation
from domain.people import Side
from services.cases import Case
from services.mail import Card
from services.moves import Subject
from views.china import answering, crossing
from views.examples import short_line
from views.folding import fold_button, short_terms
from views.freight_figures import figure_lines
from views.markup import Html, bold, italic, lines, paragraphs
from views.names import qualification
from views.negotiation_buttons import card_buttons
from views.reader import Reader
from views.screen import Screen, rows
from views.terms import term_lines
from views.titles import supplier_name, title
from views.translation import machine_translation

_Sentence = Callable[[Reader], Html]
_N = NegotiationStatus

_MY_TURN: Final[Mapping[NegotiationStatus, Mapping[Side, _Sentence]]] = {
    _N.AWAITING_BUYER: {Side.BUYER: lambda reader: reader.say("🔔 Your turn: the seller made you an offer")},
    _N.AWAITING_SELLER: {Side.SELLER: lambda reader: reader.say("🔔 Your turn: the buyer made you an offer")},
    _N.AGREED: {Side.BUYER: lambda reader: reader.say("🤝 Agreed! Your turn: place the order")},
}
_ELSE: Final[Mapping[NegotiationStatus, _Sentence]] = {
    _N.AWAITING_SELLER: lambda reader: reader.say("⏳ Waiting for the seller"),
    _N.AWAITING_BUYER: lambda reader: reader.say("⏳ Waiting for the buyer"),
    _N.AGREED: lambda reader: reader.say("🤝 Agreed! Waiting for the buyer to place the order"),
    _N.ORDERED: lambda reader: reader.say("📦 Ordered"),
    _N.DECLINED: lambda reader: reader.say("✖️ Declined"),
    _N.WITHDRAWN: lambda reader: reader.say("↩️ Withdrawn"),
    _N.EXPIRED: lambda reader: reader.say("⌛ Expired: the time ran out"),
}


def offer_card(reader: Reader, case: Case, above: Html | str = "", *, whole: bool = False) -> Screen:
    """The negotiation as this side sees it now, with what changed or the `whole`; `above` is said first."""
    head = lines(bold(headline(reader, case)), subject_lines(reader, case))
    freight = figure_lines(reader, case.negotiation.freight, case.negotiation.goods.unit)
    terms = changed_terms(reader, case) if whole else short_terms(reader, case)
    upper, lower = paragraphs(above, head, terms), paragraphs(freight, _foot(reader, case))
    translation = machine_translation(reader, case.translation, paragraphs(upper, lower))
    text = paragraphs(upper, translation, lower)
    buttons = rows(*card_buttons(reader, case), fold_button(reader, case, whole=whole))
    return Screen(text, buttons, card=card_of(case.negotiation))


def card_of(negotiation: Negotiation) -> Card:
    """What a message that shows the negotiation is about."""
    return Card(Subject.NEGOTIATION, negotiation.id, negotiation.offer.number)


def belongs_to(negotiation: Negotiation, talk_id: int = 0) -> Card:
    """What a message that belongs to the negotiation without showing an offer is about."""
    return Card(Subject.NEGOTIATION, negotiation.id, 0, talk_id=talk_id)


def headline(reader: Reader, case: Case) -> Html:
    """Whose turn it is: what to do, or whom one waits for."""
    status = case.negotiation.status
    mine = _MY_TURN.get(status, {}).get(case.side)
    return (mine or _ELSE[status])(reader)


def subject_lines(reader: Reader, case: Case) -> Html:
    """What is traded, with whom, and which version of which negotiation this is."""
    negotiation = case.negotiation
    by = _version(reader, case)
    goods = bold(title(reader, negotiation.goods))
    return lines(goods, counterparty(reader, case.side, case.supplier), by)


def counterparty(reader: Reader, side: Side, supplier: Supplier | None) -> Html:
    """Whom a buyer deals with; buyers stay nameless."""
    if side is Side.SELLER or supplier is None:
        return Html()
    standing = qualification(reader, supplier.qualification)
    return reader.say("{supplier} · {standing}", supplier=supplier_name(reader, supplier), standing=standing)


def changed_terms(reader: Reader, case: Case) -> Html:
    """All terms on the table; what differs from the version before is marked."""
    before = case.negotiation.before
    return term_lines(reader, case.negotiation.offer.terms, before.terms if before else None)


def _version(reader: Reader, case: Case) -> Html:
    negotiation = case.negotiation
    author = "own" if negotiation.offer.side is case.side else negotiation.offer.side.value
    return _VERSION_BY[author](reader, {"number": negotiation.id, "version": negotiation.offer.number})


_VERSION_BY: Final[Mapping[str, Callable[[Reader, dict[str, object]], Html]]] = {
    "own": lambda reader, named: reader.say("Negotiation {number} · offer {version}, yours", **named),
    "buyer": lambda reader, named: reader.say(
        "Negotiation {number} · offer {version}, by the buyer", **named
    ),
    "seller": lambda reader, named: reader.say(
        "Negotiation {number} · offer {version}, by the seller", **named
    ),
}


def _foot(reader: Reader, case: Case) -> Html:
    negotiation = case.negotiation
    if negotiation.waits_for is None:
        return Html()
    now, hint = case.now, italic(_hint(reader, case)) if case.can_answer else ""
    days = crossing(reader, negotiation.offer.terms, now) if now else ""
    return lines(_until(reader, negotiation), _meanwhile(reader, case), days, hint)


def _until(reader: Reader, negotiation: Negotiation) -> Html:
    if negotiation.frozen_at is not None:
        return reader.say("⏸ The time stands still until the other side can be reached again.")
    moment = reader.moment(negotiation.expires_at)
    if negotiation.status is NegotiationStatus.AGREED:
        return reader.say("To be ordered by {moment}", moment=moment)
    return reader.say("Valid until {moment}", moment=moment)


def _meanwhile(reader: Reader, case: Case) -> Html:
    """What a buyer who waits should know of the supplier's hours."""
    is_waiting = case.side is Side.BUYER and case.negotiation.status is _N.AWAITING_SELLER
    if not is_waiting or case.now is None or case.supplier is None:
        return Html()
    return answering(reader, case.supplier, case.now)


def _hint(reader: Reader, case: Case) -> Html:
    return reader.say(
        "Press a button, or reply to this message with your terms in one line, such as: {example}",
        example=short_line(reader, case.negotiation.offer.terms),
    )


def press_accept(reader: Reader) -> Html:
    """Words of agreement accept nothing by themselves."""
    return reader.say("You agree? Then please press Accept, so that both sides know which version counts.")
