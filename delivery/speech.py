"""What one letter says: its calls in their order, and what will stand in the chat then."""

from dataclasses import dataclass

from delivery.calls import Call, Spot, answer_call, checkout_call, overtaken_call, screen_calls
from delivery.mailbox import Rendered
from services.mail import Card
from views.reply import ReplyLetter


@dataclass(frozen=True, slots=True)
class Speech:
    """The calls; the last one shows `card`, and `overtaken` are messages that say of themselves they are."""

    calls: tuple[Call, ...] = ()
    card: Card | None = None
    overtaken: tuple[int, ...] = ()


def reply_speech(reply: ReplyLetter, chat_id: int) -> Speech:
    """Answers the press, or the question before a payment, and shows the screen."""
    if reply.checkout_id:
        return Speech((checkout_call(reply.checkout_answer),))
    answers = (answer_call(reply.answer),) if reply.query_id else ()
    if reply.screen is None:
        return Speech(answers)
    shown = screen_calls(reply.screen, Spot(chat_id, reply.message_id, reply.has_photo))
    return Speech((*answers, *shown), reply.screen.card)


def notice_speech(rendered: Rendered, chat_id: int) -> Speech:
    """Edits the older cards, then shows the screen: a second try after a failure shows nothing twice."""
    edits = [overtaken_call(screen, Spot(chat_id, message_id)) for message_id, screen in rendered.overtaken]
    overtaken = tuple(message_id for message_id, _ in rendered.overtaken)
    if rendered.screen is None:
        return Speech(tuple(edits), overtaken=overtaken)
    return Speech((*edits, *screen_calls(rendered.screen, Spot(chat_id))), rendered.screen.card, overtaken)
