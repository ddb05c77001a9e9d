"""The card of a negotiation: whose turn it is, the terms, what changed, and what one may do."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.catalogue import Supplier
from domain.lifecycle import NegotiationStatus
from domain.negotiation import Negotiation
from domain.people import Side
from services.briefing import Case
from services.mail import Card
from services.moves import Subject
from views.callback_data.navigation import ShowNegotiation, ShowOrder
from views.callback_data.negotiation import (
    AcceptOffer,
    AskQuestion,
    CounterOffer,
    Ending,
    EndNegotiation,
    PlaceOrder,
    ShowHistory,
)
from views.examples import short_line
from views.markup import Html, bold, italic, lines, paragraphs
from views.names import qualification
from views.reader import Reader
from views.screen import Button, Rows, Screen, Style, rows
from views.terms import term_lines, total
from views.titles import supplier_name, title

DIGEST_LENGTH: Final = 8

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
    _N.EXPIRED: lambda reader: reader.say("⌛ Expired: nobody answered in time"),
}


def offer_card(reader: Reader, case: Case, above: Html | str = "") -> Screen:
    """The negotiation as this side sees it now; `above` is said first."""
    head = lines(bold(headline(reader, case)), subject_lines(reader, case))
    text = paragraphs(above, head, changed_terms(reader, case), _foot(reader, case))
    return Screen(text, _buttons(reader, case), card=card_of(case.negotiation))


def card_of(negotiation: Negotiation) -> Card:
    """What a message that shows the negotiation is about."""
    return Card(Subject.NEGOTIATION, negotiation.id, negotiation.offer.number)


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
    """The terms on the table; what differs from the version before is marked."""
    before = case.negotiation.before
    return term_lines(reader, case.negotiation.offer.terms, before.terms if before else None)


def sure(reader: Reader, case: Case, ending: Ending) -> Screen:
    """Asks once more before the negotiation ends, naming the offer, its amount and the other side."""
    negotiation = case.negotiation
    question = _SURE[ending, case.side](reader, _named(reader, case))
    press = EndNegotiation(
        negotiation_id=negotiation.id, version=negotiation.offer.number, ending=ending, sure=True
    )
    stay = ShowNegotiation(negotiation_id=negotiation.id)
    answers = [
        Button(reader.word("Yes"), press.pack(), Style.DANGER),
        Button(reader.word("No"), stay.pack()),
    ]
    text = paragraphs(question, subject_lines(reader, case), changed_terms(reader, case))
    return Screen(text, rows(answers), card=card_of(negotiation))


def _named(reader: Reader, case: Case) -> dict[str, object]:
    negotiation = case.negotiation
    return {
        "version": negotiation.offer.number,
        "number": negotiation.id,
        "total": total(reader, negotiation.offer.terms),
        "supplier": supplier_name(reader, case.supplier) if case.supplier else "",
    }


_SURE: Final[Mapping[tuple[Ending, Side], Callable[[Reader, dict[str, object]], Html]]] = {
    (Ending.DECLINE, Side.BUYER): lambda reader, named: reader.say(
        "<b>Decline offer {version} of {supplier} over {total}?</b> This ends negotiation {number}.", **named
    ),
    (Ending.DECLINE, Side.SELLER): lambda reader, named: reader.say(
        "<b>Decline the buyer's offer {version} over {total}?</b> This ends negotiation {number}.", **named
    ),
    (Ending.WITHDRAW, Side.BUYER): lambda reader, named: reader.say(
        "<b>Withdraw from offer {version} with {supplier} over {total}?</b> This ends negotiation {number}.",
        **named,
    ),
    (Ending.WITHDRAW, Side.SELLER): lambda reader, named: reader.say(
        "<b>Withdraw your offer {version} over {total} to the buyer?</b> This ends negotiation {number}.",
        **named,
    ),
}


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
    moment = reader.moment(negotiation.expires_at)
    if negotiation.status is NegotiationStatus.AGREED:
        return reader.say("To be ordered by {moment}", moment=moment)
    until = reader.say("Valid until {moment}", moment=moment)
    return lines(until, italic(_hint(reader, case)) if case.can_answer else "")


def _hint(reader: Reader, case: Case) -> Html:
    return reader.say(
        "Press a button, or reply to this message with your terms in one line, such as: {example}",
        example=short_line(reader, case.negotiation.offer.terms),
    )


def _buttons(reader: Reader, case: Case) -> Rows:
    negotiation = case.negotiation
    if negotiation.waits_for is None:
        return rows(_order_button(reader, case), _more(reader, case))
    if case.can_answer:
        return rows(*_answers(reader, negotiation), _more(reader, case))
    ask = Button(reader.word("❓ Ask"), AskQuestion(negotiation_id=negotiation.id).pack())
    may_withdraw = not case.is_my_turn or case.side is Side.BUYER
    withdraw = [_end(reader.word("↩️ Withdraw"), negotiation, Ending.WITHDRAW)] if may_withdraw else []
    if negotiation.status is NegotiationStatus.AGREED:
        return _agreed_rows(reader, case, ask)
    return rows([ask, *withdraw], _more(reader, case))


def _agreed_rows(reader: Reader, case: Case, ask: Button) -> Rows:
    negotiation = case.negotiation
    if case.side is Side.SELLER:
        return rows([ask], _more(reader, case))
    place = PlaceOrder(negotiation_id=negotiation.id, version=negotiation.offer.number)
    withdraw = _end(reader.word("↩️ Withdraw"), negotiation, Ending.WITHDRAW)
    return rows(
        [Button(reader.word("📦 Place order"), place.pack(), Style.SUCCESS)],
        [ask, withdraw],
        _more(reader, case),
    )


def _answers(reader: Reader, negotiation: Negotiation) -> Rows:
    number, version = negotiation.id, negotiation.offer.number
    digest = negotiation.offer.digest[:DIGEST_LENGTH]
    accept = AcceptOffer(negotiation_id=number, version=version, digest=digest)
    counter = CounterOffer(negotiation_id=number, version=version)
    return rows(
        [
            Button(reader.word("✅ Accept"), accept.pack(), Style.SUCCESS),
            Button(reader.word("✍️ Counter"), counter.pack(), Style.PRIMARY),
        ],
        [
            Button(reader.word("❓ Ask"), AskQuestion(negotiation_id=number).pack()),
            _end(reader.word("✖️ Decline"), negotiation, Ending.DECLINE),
        ],
    )


def _end(text: str, negotiation: Negotiation, ending: Ending) -> Button:
    press = EndNegotiation(negotiation_id=negotiation.id, version=negotiation.offer.number, ending=ending)
    return Button(text, press.pack(), Style.DANGER)


def _more(reader: Reader, case: Case) -> list[Button]:
    if case.negotiation.before is None:
        return []
    press = ShowHistory(negotiation_id=case.negotiation.id)
    return [Button(reader.word("🕘 All versions"), press.pack())]


def _order_button(reader: Reader, case: Case) -> list[Button]:
    if case.order is None:
        return []
    text = reader.word("📦 Order {number}", number=case.order.number)
    return [Button(text, ShowOrder(order_id=case.order.id).pack())]


def press_accept(reader: Reader) -> Html:
    """Words of agreement accept nothing by themselves."""
    return reader.say("You agree? Then please press Accept, so that both sides know which version counts.")
