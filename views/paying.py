"""Paying an order: the part and the way, who holds the money, the account, the bill, and the slip."""

from typing import Final

from domain.money import Money
from domain.terms import PaymentMethod
from services.card_payments import Bill
from services.cases import OrderCase
from services.paying import PayCase
from services.statements import MOST_SLIPS
from views.buttons import back
from views.callback_data.navigation import ShowOrder
from views.callback_data.payment import PayBy, PayPart, SlipsDone
from views.custody import HOLDER
from views.fitting import shortened
from views.markup import Html, bold, italic, lines, paragraphs
from views.order import card_of
from views.payment import PART_WORDS, plan_lines, stated_lines
from views.reader import Reader
from views.refusals import refusal_text
from views.screen import Button, Invoice, Screen, Style, grid, rows
from views.term_words import PAYMENT_WORDS
from views.titles import title

_ICONS: Final = {PaymentMethod.CARD: "💳", PaymentMethod.ALIPAY: "🅰️", PaymentMethod.TRANSFER: "🏦"}
_TITLE_LENGTH: Final = 32
_DESCRIPTION_LENGTH: Final = 255


def ways_to_pay(reader: Reader, case: PayCase) -> Screen:
    """How much, in which way, and in whose hands the money will be."""
    text = paragraphs(
        bold(reader.say("💳 Pay order {number}", number=case.order.number)),
        lines(*plan_lines(reader, case.standing), *stated_lines(reader, case.stated)),
        reader.say(
            "To pay now: <b>{amount}</b> ({part})",
            amount=reader.money(case.share.amount),
            part=PART_WORDS[case.share.part](reader),
        ),
        lines(
            *(HOLDER[method](reader) for method in case.methods),
            reader.say("Yijia itself holds no money and is no escrow."),
        ),
        _why_no_card(reader, case),
    )
    ways = [_way(reader, case, method) for method in case.methods]
    parts = [_part(reader, case, number) for number in range(len(case.shares))]
    leave = [_to_order(reader, case.order.id)]
    choice = rows(parts if len(parts) > 1 else [], leave)
    return Screen(text, (*grid(ways, 2), *choice), card=card_of(case.order))


def _why_no_card(reader: Reader, case: PayCase) -> Html:
    if case.why_no_card is None:
        return Html()
    return italic(refusal_text(reader, case.why_no_card))


def _way(reader: Reader, case: PayCase, method: PaymentMethod) -> Button:
    press = PayBy(order_id=case.order.id, method=method, part=case.share.part)
    words = f"{_ICONS[method]} {PAYMENT_WORDS[method](reader)}"
    return Button(words, press.pack(), Style.PRIMARY)


def _part(reader: Reader, case: PayCase, number: int) -> Button:
    share = case.shares[number]
    words = f"{PART_WORDS[share.part](reader)} {reader.money(share.amount)}"
    mark = "✓ " if share == case.share else ""
    return Button(f"{mark}{words}", PayPart(order_id=case.order.id, part=share.part).pack())


def _to_order(reader: Reader, order_id: int) -> Button:
    return back(reader, ShowOrder(order_id=order_id).pack())


def bill(reader: Reader, case: PayCase, bill: Bill) -> Screen:
    """The invoice, which Telegram lets him pay by card."""
    label = PART_WORDS[bill.part](reader)
    number = case.order.number
    description = reader.word(
        "{title}. {part} of order {number}. The payment provider holds the money for the operator of this"
        " marketplace.",
        title=shortened(title(reader, case.order.goods), 80),
        part=label,
        number=number,
    )
    instead = reader.say(
        "Telegram did not take this bill just now. Please pay in another way, or try again later."
    )
    return Screen(
        Html(),
        invoice=Invoice(
            title=shortened(reader.word("Order {number}", number=number), _TITLE_LENGTH),
            description=shortened(description, _DESCRIPTION_LENGTH),
            payload=bill.payload,
            currency=bill.amount.currency,
            label=label,
            minor=bill.amount.minor,
            instead=instead,
        ),
    )


def ask_slip(reader: Reader, case: OrderCase, amount: Money, slips: int, above: Html | str = "") -> Screen:
    """What the buyer says to have paid; slips are counted as they come."""
    text = paragraphs(
        above,
        bold(
            reader.say(
                "You paid {amount} for order {number}",
                amount=reader.money(amount),
                number=case.order.number,
            )
        ),
        reader.say("Was it another amount? Type it."),
        reader.say_many("{count} slip is here.", "{count} slips are here.", slips) if slips else "",
        reader.say(
            "Send a photo or a file of the slip, up to {most}. It only helps the seller to find the money:"
            " the order counts as paid when he presses Payment received.",
            most=MOST_SLIPS,
        ),
    )
    words = reader.word("Done") if slips else reader.word("Skip")
    done = Button(words, SlipsDone(order_id=case.order.id).pack(), Style.SUCCESS)
    cancel = Button(reader.word("Cancel"), ShowOrder(order_id=case.order.id).pack())
    return Screen(text, rows([done], [cancel]))


def stated(reader: Reader, amount: Money) -> Html:
    """The seller was told."""
    return bold(
        reader.say(
            "✅ The seller was told that you paid {amount}. You hear from us when he has it.",
            amount=reader.money(amount),
        )
    )


def thanks(reader: Reader, amount: Money) -> Html:
    """A card payment was booked."""
    return bold(
        reader.say("✅ Your payment of {amount} has arrived. Thank you!", amount=reader.money(amount))
    )


def stray(reader: Reader) -> Screen:
    """A card payment that belongs to no order here."""
    return Screen(
        reader.say(
            "Your payment arrived, but it belongs to no order here. The operator was told and will get in"
            " touch with you or refund it."
        )
    )
