"""The card of a request for a sample: whose turn it is, what is wanted, what it costs, and until when."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import SampleStatus
from domain.people import Side
from domain.quantity import Quantity, Unit
from domain.sample_request import SampleRequest
from services.mail import Card
from services.moves import Subject
from services.sample_case import SampleCase
from views.markup import Html, bold, italic, lines, paragraphs, quote
from views.negotiation import counterparty
from views.reader import Reader
from views.sample_buttons import sample_buttons
from views.sample_words import costs
from views.screen import Screen
from views.titles import title
from views.translation import machine_translation
from views.units import quantity

_Sentence = Callable[[Reader], Html]
_S: Final = SampleStatus

_MY_TURN: Final[Mapping[SampleStatus, _Sentence]] = {
    _S.AWAITING_SELLER: lambda reader: reader.say("🔔 Your turn: a buyer asks for a sample"),
    _S.QUOTED: lambda reader: reader.say("🔔 Your turn: the seller quoted your sample"),
}
_ELSE: Final[Mapping[SampleStatus, _Sentence]] = {
    _S.AWAITING_SELLER: lambda reader: reader.say("⏳ Waiting for the seller to quote the sample"),
    _S.QUOTED: lambda reader: reader.say("⏳ The sample is quoted. Waiting for the buyer"),
    _S.ORDERED: lambda reader: reader.say("📦 The sample is ordered"),
    _S.DECLINED: lambda reader: reader.say("✖️ Declined"),
    _S.WITHDRAWN: lambda reader: reader.say("↩️ Withdrawn"),
    _S.EXPIRED: lambda reader: reader.say("⌛ Expired: the time ran out"),
}
_HINTS: Final[Mapping[SampleStatus, _Sentence]] = {
    _S.AWAITING_SELLER: lambda reader: reader.say(
        "Press a button, or reply in one line, such as: <code>sample 50, freight 30, 5 days</code>"
    ),
    _S.QUOTED: lambda reader: reader.say("Press a button, or reply with your question."),
}


def sample_card(reader: Reader, case: SampleCase, above: Html | str = "") -> Screen:
    """The request as this side sees it now; `above` is said first."""
    upper = paragraphs(above, _head(reader, case), _words(reader, case))
    lower = paragraphs(_costs(reader, case), _foot(reader, case))
    translation = machine_translation(reader, case.translation, paragraphs(upper, lower))
    text = paragraphs(upper, translation, lower)
    return Screen(text, sample_buttons(reader, case), card=card_of(case.request))


def card_of(request: SampleRequest) -> Card:
    """What a message that shows the request is about; a card stands from 1 on."""
    return Card(Subject.SAMPLE, request.id, request.version + 1)


def headline(reader: Reader, case: SampleCase) -> Html:
    """Whose turn it is: what to do, or whom one waits for."""
    mine = _MY_TURN.get(case.request.status) if case.is_my_turn else None
    return (mine or _ELSE[case.request.status])(reader)


def sample_lines(reader: Reader, case: SampleCase) -> Html:
    """Which request it is: the goods, the other side, how many."""
    request = case.request
    pieces = quantity(reader, Quantity(request.count, Unit(request.goods.unit)))
    which = reader.say("Sample request {number} · {pieces}", number=request.id, pieces=pieces)
    goods = bold(title(reader, request.goods))
    return lines(goods, counterparty(reader, case.side, case.supplier), which)


def _head(reader: Reader, case: SampleCase) -> Html:
    return lines(bold(headline(reader, case)), sample_lines(reader, case))


def _words(reader: Reader, case: SampleCase) -> Html:
    """The buyer's wishes, and why it was declined, each as written."""
    wishes, closing = case.request.wishes, case.request.closing
    return paragraphs(
        lines(reader.say("Wishes:"), quote(wishes)) if wishes else "",
        lines(reader.say("Reason:"), quote(closing)) if closing else "",
    )


def _costs(reader: Reader, case: SampleCase) -> Html:
    request = case.request
    if request.quote is None:
        return Html()
    version = reader.say("Quote {version}", version=request.version)
    return lines(version, costs(reader, request.quote.asked, request.count, Unit(request.goods.unit)))


def _foot(reader: Reader, case: SampleCase) -> Html:
    request = case.request
    if request.waits_for is None:
        return Html()
    until = reader.moment(request.expires_at)
    return lines(
        reader.say("To be answered by {moment}.", moment=until),
        reader.say("Without an answer the request ends, and nothing is ordered."),
        italic(_HINTS[request.status](reader)) if case.is_my_turn else "",
    )


def both_sides(by_buyer: _Sentence, by_seller: _Sentence) -> Callable[[Reader, SampleCase], Html]:
    """What is told of a deed of the other side."""
    return lambda reader, case: (by_seller if case.side is Side.BUYER else by_buyer)(reader)
