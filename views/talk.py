"""Messages between the two sides: written, on their way, and received."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from domain.people import Side
from services.briefing import Talked
from services.cases import Case
from services.talk import Message
from views.buttons import back
from views.callback_data.calling import ShareNumber
from views.callback_data.navigation import BringNegotiation, BringOrder, ShowNegotiation, ShowOrder
from views.callback_data.negotiation import AskQuestion
from views.callback_data.phrases import ShowPhrases
from views.fitting import CAPTION_LENGTH, MESSAGE_LENGTH, QUOTED, shortened, visible_length
from views.markup import Html, bold, italic, lines, paragraphs, quote, strike
from views.negotiation import belongs_to
from views.phrases.book import said
from views.reader import Reader
from views.screen import Attached, Button, Rows, Screen, rows
from views.talk_words import ASKS, EDITED, OPEN, RECEIVED, SENT, STILL_OPEN
from views.terms import summary
from views.titles import title
from views.translation import machine_translation

MOST_STRUCK: Final = 1000


@dataclass(frozen=True, slots=True)
class Sent:
    """A message on its way, in a negotiation; `is_open`: more may follow without any press."""

    case: Case
    message: Message
    is_open: bool = False


def ask_for_words(reader: Reader, case: Case, problem: Html | str = "") -> Screen:
    """The talk is open; the offer stays as it is."""
    invited = lines(bold(ASKS[case.side](reader)), italic(OPEN[case.side](reader)))
    text = paragraphs(about(reader, case), problem, invited)
    buttons = rows([to_phrases(reader, case)], *_done(reader, case))
    return Screen(text, buttons, card=belongs_to(case.negotiation))


def sent(reader: Reader, sent: Sent) -> Screen:
    """The message is on its way."""
    case, message = sent.case, sent.message
    text = paragraphs(
        bold(SENT[case.side](reader)),
        _quoted(reader, message),
        _not_kept(reader) if message.is_too_large_to_keep else "",
        italic(STILL_OPEN[case.side](reader)) if sent.is_open else "",
    )
    card = belongs_to(case.negotiation, message.id)
    leave = back(reader, _leave(case))
    return Screen(text, _done(reader, case) if sent.is_open else rows([leave]), card=card)


def edit_sent(reader: Reader, message: Message) -> Screen:
    """The other wording is on its way."""
    said = reader.say(
        "✏️ Passed on: the other side sees the old words and the new ones. The terms stay as they are."
    )
    return Screen(paragraphs(said, _not_kept(reader) if message.is_too_large_to_keep else ""))


def not_passed_on(reader: Reader, case: Case) -> Screen:
    """A contact, a poll and the like stay here; a buyer may give his number on purpose."""
    text = reader.say(
        "I pass on words, photos, voice messages, videos, files and locations. Contacts, polls and games stay"
        " here: who you are is nobody's business until you say so."
    )
    share = Button(reader.word("📱 Share my number"), ShareNumber(negotiation_id=case.negotiation.id).pack())
    leave = back(reader, ShowNegotiation(negotiation_id=case.negotiation.id).pack())
    return Screen(text, rows([share] if case.side is Side.BUYER else [], [leave]))


def received(reader: Reader, talked: Talked) -> Screen:
    """The other side's words or file, with a button to answer; a reply to this message answers too."""
    message, number = talked.message, talked.case.negotiation.id
    is_captioned = message.has_attachment and not message.is_apart and not _is_known(talked)
    text = _fitting(
        _essentials(reader, talked, QUOTED if is_captioned else MOST_STRUCK),
        _extras(reader, talked),
        CAPTION_LENGTH if is_captioned else MESSAGE_LENGTH,
    )
    answer = Button(reader.word("↩️ Answer"), AskQuestion(negotiation_id=number).pack())
    return Screen(
        text,
        rows([answer, _card(reader, talked.case)]),
        card=belongs_to(talked.case.negotiation, message.first_id),
        attached=Attached(message.said, paragraphs(text, not_shown(reader))) if is_captioned else None,
        replies_to=talked.thread.stands_at,
    )


def received_file(reader: Reader, talked: Talked) -> Screen:
    """The other side's file or place alone; the words follow in a message of their own."""
    message = talked.message
    text = bold(RECEIVED[message.said.kind][message.side](reader))
    card = belongs_to(talked.case.negotiation, message.first_id)
    return Screen(text, card=card, attached=Attached(message.said, lines(text, not_shown(reader))))


def words_of(reader: Reader, message: Message) -> str:
    """What was written, as it was written; a phrase in the reader's language."""
    phrase = message.said.phrase
    return said(reader, phrase) if phrase else message.body


def to_phrases(reader: Reader, case: Case) -> Button:
    """Leads to the phrases."""
    return Button(reader.word("💬 Phrases"), ShowPhrases(negotiation_id=case.negotiation.id).pack())


def about(reader: Reader, case: Case) -> Html:
    """What the talk is about: the goods, the negotiation, and its figures in short."""
    negotiation = case.negotiation
    return lines(
        title(reader, negotiation.goods),
        _number(reader, case),
        summary(reader, negotiation.offer.terms),
    )


def _number(reader: Reader, case: Case) -> Html:
    if case.order:
        return reader.say("Order {number}", number=case.order.number)
    return reader.say("Negotiation {number}", number=case.negotiation.id)


def _card(reader: Reader, case: Case) -> Button:
    """Leads to what the talk is about."""
    if case.order:
        return Button(reader.word("📦 Show order"), BringOrder(order_id=case.order.id).pack())
    return Button(reader.word("📄 Show offer"), BringNegotiation(negotiation_id=case.negotiation.id).pack())


def _leave(case: Case) -> str:
    if case.order:
        return ShowOrder(order_id=case.order.id).pack()
    return ShowNegotiation(negotiation_id=case.negotiation.id).pack()


def _is_known(talked: Talked) -> bool:
    """Whether only the words under the file were edited."""
    before = talked.thread.before
    return before is not None and before.said.file_key == talked.message.said.file_key


def _essentials(reader: Reader, talked: Talked, most: int) -> Html:
    """Who said what; of an edit, at most so much of what was said before, too."""
    message, before = talked.message, talked.thread.before
    attribution = (EDITED if before else RECEIVED[message.said.kind])[message.side](reader)
    old = quote(strike(shortened(before.body, most))) if before and before.body else ""
    return paragraphs(bold(attribution), old, _quoted(reader, message))


def _extras(reader: Reader, talked: Talked) -> Iterator[Html]:
    """What is left out first where it does not fit comes last."""
    thread = talked.thread
    yield machine_translation(reader, thread.translation)
    answered = words_of(reader, thread.answered) if thread.answered else ""
    if answered and not thread.stands_at:
        words = shortened(answered, QUOTED)
        yield italic(reader.say("In reply to “{words}”", words=words))
    yield about(reader, talked.case)
    yield italic(reader.say("Press Answer, or reply to this message."))


def _quoted(reader: Reader, message: Message) -> Html:
    words = words_of(reader, message)
    return quote(words) if words else Html()


def _fitting(text: Html, extras: Iterator[Html], most: int) -> Html:
    for extra in extras:
        longer = paragraphs(text, extra)
        text = longer if visible_length(longer) <= most else text
    return text


def _done(reader: Reader, case: Case) -> Rows:
    return rows([Button(reader.word("Done"), _leave(case))])


def _not_kept(reader: Reader) -> Html:
    return reader.say(
        "This file has more than 20 MB. It was passed on, but Telegram does not let me keep a copy on record."
    )


def not_shown(reader: Reader) -> Html:
    """In place of a file that Telegram refuses."""
    return reader.say("⚠️ Telegram does not show the file here. Please ask for it in another form.")
