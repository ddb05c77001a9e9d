"""What the buyer says to have paid, as the seller sees it, and what the seller answers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from domain.money import Money
from domain.paying import Share
from domain.refusal import Refusal
from services.cases import OrderCase
from services.payment_books import Statement
from services.said import Said
from views.buttons import back
from views.callback_data.navigation import BringOrder, ShowOrder
from views.callback_data.payment import (
    NotReceived,
    NotReceivedBecause,
    Received,
    ReceivedUnasked,
    ShowSlip,
    Why,
)
from views.markup import Html, bold, lines, paragraphs, quote
from views.order import order_card
from views.payment import PART_WORDS
from views.reader import Reader
from views.refusals import refusal_text
from views.screen import Attached, Button, Screen, Style, grid, rows
from views.talk import not_shown
from views.term_words import PAYMENT_WORDS
from views.titles import title

REASONS: Final[Mapping[Why, Callable[[Reader], str]]] = {
    Why.NOTHING: lambda reader: reader.word("Nothing has arrived yet"),
    Why.LESS: lambda reader: reader.word("The amount is different"),
    Why.SLIP: lambda reader: reader.word("The slip cannot be read"),
}


def statement(reader: Reader, case: OrderCase, stated: Statement, above: Html | str = "") -> Screen:
    """The buyer says he paid: the first slip with it, the others behind buttons."""
    text = paragraphs(
        above,
        bold(
            reader.say(
                "💰 The buyer says he paid {amount} for order {number}",
                amount=reader.money(stated.amount),
                number=case.order.number,
            )
        ),
        lines(title(reader, case.order.goods), PAYMENT_WORDS[stated.method](reader)),
        reader.say("Please look into your account: only Payment received counts, a slip does not."),
    )
    answers = [
        Button(reader.word("💰 Payment received"), Received(statement_id=stated.id).pack(), Style.SUCCESS),
        Button(reader.word("✖️ Not received"), NotReceived(statement_id=stated.id).pack(), Style.DANGER),
    ]
    more = [
        Button(f"📎 {number}", ShowSlip(statement_id=stated.id, number=number).pack())
        for number in range(2, len(stated.slips) + 1)
    ]
    card = Button(reader.word("📄 Show order"), BringOrder(order_id=case.order.id).pack())
    buttons = (*rows(answers), *grid(more, 5), *rows([card]))
    return Screen(text, buttons, attached=_attached(reader, stated, 1, text))


def slip(reader: Reader, case: OrderCase, stated: Statement, number: int) -> Screen:
    """One slip, from 1."""
    text = reader.say("Slip {number} of order {order}", number=number, order=case.order.number)
    return Screen(text, attached=_attached(reader, stated, number, text))


def _attached(reader: Reader, stated: Statement, number: int, text: Html) -> Attached | None:
    if not 0 < number <= len(stated.slips):
        return None
    sent = stated.slips[number - 1]
    return Attached(Said(kind=sent.kind, file=sent.file), lines(text, not_shown(reader)))


def sure_of_receipt(reader: Reader, case: OrderCase, amount: Money, yes: str) -> Screen:
    """Asks once more, naming the order, the amount and the payer; another amount may be typed."""
    question = bold(
        reader.say(
            "Have you received {amount} from the buyer of order {number}?",
            amount=reader.money(amount),
            number=case.order.number,
        )
    )
    text = paragraphs(
        question,
        title(reader, case.order.goods),
        reader.say("It is booked for good and the buyer is told. Was it another amount? Type it."),
    )
    answers = [
        Button(reader.word("Yes"), yes, Style.SUCCESS),
        Button(reader.word("No"), ShowOrder(order_id=case.order.id).pack()),
    ]
    return Screen(text, rows(answers))


def receipt_of(stated: Statement, amount: Money) -> str:
    """The press that books the receipt of this much of a statement."""
    return Received(statement_id=stated.id, minor=amount.minor, sure=True).pack()


def unasked_receipt(case: OrderCase, amount: Money) -> str:
    """The press that books what arrived though the buyer said nothing."""
    bookings = case.standing.bookings if case.standing else 0
    return ReceivedUnasked(order_id=case.order.id, minor=amount.minor, bookings=bookings, sure=True).pack()


def ask_amount(reader: Reader, case: OrderCase, shares: Sequence[Share]) -> Screen:
    """How much has arrived: a part of the total, or any amount that is typed."""
    text = paragraphs(
        bold(reader.say("How much has arrived for order {number}?", number=case.order.number)),
        reader.say("Press an amount, or type it."),
    )
    bookings = case.standing.bookings if case.standing else 0
    amounts = [
        Button(
            f"{PART_WORDS[share.part](reader)} {reader.money(share.amount)}",
            ReceivedUnasked(order_id=case.order.id, minor=share.amount.minor, bookings=bookings).pack(),
        )
        for share in shares
    ]
    return Screen(text, (*grid(amounts, 1), *rows([back(reader, ShowOrder(order_id=case.order.id).pack())])))


def amount_refused(reader: Reader, case: OrderCase, refusal: Refusal) -> Screen:
    """What was typed is no amount; what was asked before still stands above."""
    text = paragraphs(refusal_text(reader, refusal))
    return Screen(text, rows([back(reader, ShowOrder(order_id=case.order.id).pack())]))


def ask_reason(reader: Reader, stated: Statement) -> Screen:
    """Why not: a usual reason, or a typed one."""
    text = paragraphs(
        bold(reader.say("What shall the buyer be told?")), reader.say("Press a reason, or type it.")
    )
    reasons = [
        Button(REASONS[why](reader), NotReceivedBecause(statement_id=stated.id, why=why).pack())
        for why in Why
    ]
    leave = back(reader, ShowOrder(order_id=stated.order_id).pack())
    return Screen(text, (*grid(reasons, 1), *rows([leave])))


def not_received(reader: Reader, amount: Money, reason: str) -> Html:
    """What the buyer is told, with the seller's reason."""
    told = bold(
        reader.say("The seller has not received your payment of {amount}.", amount=reader.money(amount))
    )
    why = REASONS[Why(reason)](reader) if reason in set(Why) else reason
    return lines(told, quote(why) if why else "")


def told_why(reader: Reader, case: OrderCase) -> Screen:
    """The seller's card, the buyer having been told."""
    return order_card(reader, case, bold(reader.say("The buyer was told that you have not received it.")))
