"""What an operator sees of a claim whose refund is his to send, and what the sides hear of it."""

from domain.money import Money
from domain.order import Order
from services.repaying import CardRefund
from views.callback_data.returns import RefundClaim
from views.markup import Html
from views.reader import Reader
from views.screen import Button, Screen, Style, rows


def card_refund_due(reader: Reader, due: CardRefund) -> Screen:
    """How much is to be refunded at the payment provider; one button books it."""
    text = reader.say(
        "↩️ <b>{amount} of order {number} is to be refunded at the payment provider</b>: it was paid by card,"
        " and a claim gives it back. When it is done, press Refund sent.",
        amount=reader.money(due.amount),
        number=due.order.number,
    )
    press = RefundClaim(
        claim_id=due.claim.id,
        repaid=due.claim.repaid,
        minor=due.amount.minor,
        sure=True,
    )
    return Screen(text, rows([Button(reader.word("↩️ Refund sent"), press.pack(), Style.SUCCESS)]))


def card_refund_booked(reader: Reader, order: Order, amount: Money, problem: Html | str = "") -> Screen:
    """That it is booked, or why not."""
    if problem:
        return Screen(Html(problem))
    return Screen(
        reader.say(
            "✅ {amount} of order {number} is booked as refunded. Both sides are told.",
            amount=reader.money(amount),
            number=order.number,
        )
    )
