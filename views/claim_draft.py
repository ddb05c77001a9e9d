"""The claim that lateness drafts: the buyer looks at it before anything is sent."""

from domain.money import Money
from domain.order import Order
from services.late import LateCase
from views.callback_data.claim import SendClaim
from views.callback_data.navigation import ShowOrder
from views.lateness import formula, late_line
from views.markup import Html, bold, lines, paragraphs
from views.order import card_of
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.titles import title


def claim_draft(reader: Reader, late: LateCase, amount: Money, above: Html | str = "") -> Screen:
    """What the buyer may claim now, with the figures that make it; nothing is sent yet."""
    head = lines(bold(late_line(reader, late)), _order_line(reader, late.order))
    send = SendClaim(order_id=late.order.id, minor=amount.minor)
    buttons = [
        Button(reader.word("📨 Send claim"), send.pack(), Style.SUCCESS),
        Button(reader.word("Later"), ShowOrder(order_id=late.order.id).pack()),
    ]
    text = paragraphs(above, head, formula(reader, late), _claimable(reader, late, amount))
    return Screen(text, rows(buttons), card=card_of(late.order))


def _order_line(reader: Reader, order: Order) -> Html:
    return reader.say("Order {number} · {title}", number=order.number, title=title(reader, order.goods))


def _claimable(reader: Reader, late: LateCase, amount: Money) -> Html:
    settled = late.settled
    earlier = reader.say("− {amount}: agreed on before", amount=reader.money(settled)) if settled else Html()
    now = bold(reader.say("You may claim {amount} now.", amount=reader.money(amount)))
    is_growing = bool(late.order.left) and not late.lateness.is_capped
    grows = (
        reader.say("It grows by the day until all has left. What you send stays as it is.")
        if is_growing
        else Html()
    )
    return lines(earlier, now, grows)
