"""The buttons of a negotiation's card: what this side may do now."""

from typing import Final

from domain.lifecycle import NegotiationStatus
from domain.negotiation import Negotiation
from domain.people import Side
from services.cases import Case
from views.callback_data.calling import CallCounterpart
from views.callback_data.navigation import ShowOrder, StartInquiry
from views.callback_data.negotiation import (
    AcceptOffer,
    AskQuestion,
    CounterOffer,
    Ending,
    EndNegotiation,
    PlaceOrder,
    ShowHistory,
    ShowLogo,
)
from views.folding import BEING_ANSWERED
from views.freight_buttons import bring
from views.reader import Reader
from views.rfq_buttons import other_suppliers, rfq_rows
from views.sample_buttons import request_sample
from views.screen import Button, Rows, Style, grid, rows

DIGEST_LENGTH: Final = 8


def card_buttons(reader: Reader, case: Case) -> Rows:
    """Answers to an offer, the way to an order, or the way back; then all versions."""
    negotiation = case.negotiation
    if negotiation.waits_for is None:
        after = _again(reader, case) or _message(reader, case)
        return rows(_order_button(reader, case), *rfq_rows(reader, case), after, *_more(reader, case))
    if case.can_answer:
        return rows(*_answers(reader, negotiation), *rfq_rows(reader, case), *_more(reader, case))
    ask = Button(reader.word("❓ Ask"), AskQuestion(negotiation_id=negotiation.id).pack())
    may_withdraw = not case.is_my_turn or case.side is Side.BUYER
    withdraw = [_end(reader.word("↩️ Withdraw"), negotiation, Ending.WITHDRAW)] if may_withdraw else []
    if negotiation.status is NegotiationStatus.AGREED:
        return _agreed_rows(reader, case, ask)
    instead = [other_suppliers(reader, case)] if case.is_stuck else []
    return rows([ask, *withdraw], instead, *_more(reader, case))


def _agreed_rows(reader: Reader, case: Case, ask: Button) -> Rows:
    negotiation = case.negotiation
    if case.side is Side.SELLER:
        return rows([ask], *_more(reader, case))
    place = PlaceOrder(negotiation_id=negotiation.id, version=negotiation.offer.number)
    withdraw = _end(reader.word("↩️ Withdraw"), negotiation, Ending.WITHDRAW)
    return rows(
        [Button(reader.word("📦 Place order"), place.pack(), Style.SUCCESS)],
        *rfq_rows(reader, case),
        [ask, withdraw],
        *_more(reader, case),
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


def _more(reader: Reader, case: Case) -> Rows:
    """What may be looked at besides, two in a row."""
    negotiation = case.negotiation
    logo = Button(reader.word("🖼 Logo"), ShowLogo(negotiation_id=negotiation.id).pack())
    versions = Button(reader.word("🕘 All versions"), ShowHistory(negotiation_id=negotiation.id).pack())
    freight = bring(reader, negotiation_id=negotiation.id)
    found = [
        *([versions] if _has_record(negotiation) else []),
        *([freight] if negotiation.waits_for else []),
        *([logo] if negotiation.offer.terms.logo_file else []),
        *_sample(reader, case),
        *_call(reader, case),
    ]
    return grid(found, 2)


def _has_record(negotiation: Negotiation) -> bool:
    """Whether more has happened than one offer."""
    return negotiation.before is not None or negotiation.status not in BEING_ANSWERED


def _call(reader: Reader, case: Case) -> list[Button]:
    """Only suppliers list a number."""
    if case.side is Side.SELLER:
        return []
    press = CallCounterpart(negotiation_id=case.negotiation.id)
    return [Button(reader.word("📞 Call supplier"), press.pack())]


def _sample(reader: Reader, case: Case) -> list[Button]:
    """Buyers look at the goods before they agree on many."""
    negotiation = case.negotiation
    if case.side is Side.SELLER or negotiation.waits_for is None:
        return []
    return [request_sample(reader, negotiation.goods.product_id, negotiation.id)]


def _again(reader: Reader, case: Case) -> list[Button]:
    """A buyer whose negotiation came to nothing may begin anew."""
    if case.side is Side.SELLER or case.negotiation.status is NegotiationStatus.ORDERED:
        return []
    press = StartInquiry(product_id=case.negotiation.goods.product_id)
    again = Button(reader.word("💬 Negotiate"), press.pack(), Style.PRIMARY)
    return [again, other_suppliers(reader, case)]


def _message(reader: Reader, case: Case) -> list[Button]:
    """A seller who was declined may still write, and is told so."""
    if case.side is Side.BUYER or case.negotiation.status is not NegotiationStatus.DECLINED:
        return []
    return [Button(reader.word("💬 Message"), AskQuestion(negotiation_id=case.negotiation.id).pack())]


def _order_button(reader: Reader, case: Case) -> list[Button]:
    if case.order is None:
        return []
    text = reader.word("📦 Order {number}", number=case.order.number)
    return [Button(text, ShowOrder(order_id=case.order.id).pack())]
