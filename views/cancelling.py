"""Cancelling together: the reason is asked, and who agrees is asked once more."""

from domain.order_clock import ANSWER_TIME
from services.cases import OrderCase
from views.callback_data.navigation import ShowOrder
from views.callback_data.shipping import AnswerCancel
from views.journey import request_lines
from views.markup import bold, paragraphs
from views.order import card_of
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.terms import total


def ask_reason(reader: Reader, case: OrderCase, problem: str = "") -> Screen:
    """Why; the other side reads it word for word."""
    head = reader.say("✖️ Ask to cancel order {number}", number=case.order.number)
    ask = reader.say(
        "Please write why. The other side has {time} to agree; without an answer the order goes on.",
        time=reader.duration(ANSWER_TIME),
    )
    leave = Button(reader.word("Cancel"), ShowOrder(order_id=case.order.id).pack())
    return Screen(paragraphs(bold(head), problem, ask), rows([leave]))


def sure_to_agree(reader: Reader, case: OrderCase) -> Screen:
    """Names the order, the amount, and what was said."""
    order = case.order
    ask = reader.say(
        "Cancel order {number} over {total}, as the other side asks?",
        number=order.number,
        total=total(reader, order.terms),
    )
    money = reader.say("What was paid is then to be refunded by the seller.")
    press = AnswerCancel(order_id=order.id, revision=order.revision, agrees=True, sure=True)
    answers = [
        Button(reader.word("Yes"), press.pack(), Style.DANGER),
        Button(reader.word("No"), ShowOrder(order_id=order.id).pack()),
    ]
    text = paragraphs(bold(ask), request_lines(reader, case), money)
    return Screen(text, rows(answers), card=card_of(order))
