"""Messages between the two sides: written, on their way, and received."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.people import Side
from services.briefing import Case, Talked
from services.talk import Message
from views.buttons import back
from views.callback_data.navigation import BringNegotiation, ShowNegotiation
from views.callback_data.negotiation import AskQuestion
from views.markup import Html, bold, italic, lines, paragraphs, quote
from views.negotiation import belongs_to
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.terms import summary
from views.titles import title

_ASKS: Final[Mapping[Side, Callable[[Reader], Html]]] = {
    Side.BUYER: lambda reader: reader.say("💬 What would you like to tell or ask the seller?"),
    Side.SELLER: lambda reader: reader.say("💬 What would you like to tell or ask the buyer?"),
}
_SENT: Final[Mapping[Side, Callable[[Reader], Html]]] = {
    Side.BUYER: lambda reader: reader.say("✅ Sent to the seller. The answer will arrive here."),
    Side.SELLER: lambda reader: reader.say("✅ Sent to the buyer. The answer will arrive here."),
}
_RECEIVED: Final[Mapping[Side, Callable[[Reader], Html]]] = {
    Side.BUYER: lambda reader: reader.say("💬 The buyer writes:"),
    Side.SELLER: lambda reader: reader.say("💬 The seller writes:"),
}


def ask_for_words(reader: Reader, case: Case, problem: Html | str = "") -> Screen:
    """Asks for the message; the offer stays as it is."""
    aside = italic(reader.say("Write it in one message. The terms stay as they are."))
    leave = ShowNegotiation(negotiation_id=case.negotiation.id)
    text = paragraphs(_about(reader, case), problem, lines(bold(_ASKS[case.side](reader)), aside))
    return Screen(
        text, rows([Button(reader.word("Cancel"), leave.pack())]), card=belongs_to(case.negotiation)
    )


def sent(reader: Reader, case: Case, message: Message) -> Screen:
    """The message is on its way."""
    leave = ShowNegotiation(negotiation_id=case.negotiation.id)
    text = paragraphs(bold(_SENT[case.side](reader)), quote(message.body))
    return Screen(text, rows([back(reader, leave.pack())]), card=belongs_to(case.negotiation))


def received(reader: Reader, talked: Talked) -> Screen:
    """The other side's words, with a button to answer; a reply to this message answers too."""
    case, message = talked.case, talked.message
    number = case.negotiation.id
    text = paragraphs(
        bold(_RECEIVED[message.side](reader)),
        quote(message.body),
        _about(reader, case),
        italic(reader.say("Press Answer, or reply to this message.")),
    )
    answer = Button(reader.word("↩️ Answer"), AskQuestion(negotiation_id=number).pack())
    show = Button(reader.word("📄 Show offer"), BringNegotiation(negotiation_id=number).pack())
    return Screen(text, rows([answer, show]), card=belongs_to(case.negotiation))


def _about(reader: Reader, case: Case) -> Html:
    negotiation = case.negotiation
    return lines(
        title(reader, negotiation.goods),
        reader.say("Negotiation {number}", number=negotiation.id),
        summary(reader, negotiation.offer.terms),
    )
