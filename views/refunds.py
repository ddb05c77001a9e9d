"""Giving money back: the question before it is booked, and what is said then."""

from domain.order import Order
from services.cases import OrderCase
from services.refunding import refundable
from views.callback_data.navigation import ShowOrder
from views.callback_data.payment import RefundSent
from views.markup import bold, paragraphs
from views.reader import Reader
from views.screen import Button, Screen, Style, rows


def sure_of_refund(reader: Reader, case: OrderCase) -> Screen:
    """Asks once more, naming the order, the amount and who gets it."""
    back_ = refundable(case.standing) if case.standing else None
    amount = reader.money(back_[1]) if back_ else ""
    question = bold(
        reader.say(
            "Have you sent {amount} back to the buyer of order {number}?",
            amount=amount,
            number=case.order.number,
        )
    )
    press = RefundSent(
        order_id=case.order.id, bookings=case.standing.bookings if case.standing else 0, sure=True
    )
    answers = [
        Button(reader.word("Yes"), press.pack(), Style.SUCCESS),
        Button(reader.word("No"), ShowOrder(order_id=case.order.id).pack()),
    ]
    text = paragraphs(question, reader.say("It is booked for good and the buyer is told."))
    return Screen(text, rows(answers))


def refund_booked(reader: Reader, order: Order) -> Screen:
    """An operator, who has no card of the order, hears that his refund is booked."""
    return Screen(
        reader.say("✅ The refund of order {number} is booked; both sides were told.", number=order.number)
    )


def operators_asked(reader: Reader) -> str:
    """Who asked for a refund hears that the operators were asked."""
    return reader.word("The operator was asked to refund what was paid by card.")
