"""What somebody hears about money who did not press: paid, stated, not received, to be given back."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.people import Side
from domain.terms import PaymentMethod
from services.notices import News, Notice
from services.payment_briefing import PaymentNews
from views import payment_accounts
from views.callback_data.payment import RefundSent
from views.callback_data.payment_accounts import ListAccounts
from views.custody import HOLDER
from views.markup import Html, bold, lines, paragraphs
from views.order import order_card
from views.payment_statements import not_received, statement
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.term_words import PAYMENT_WORDS


def payment_notice(reader: Reader, news: News, facts: PaymentNews) -> Screen:
    """The screen of a notice about money, from facts as of now."""
    return _NOTICES[news](reader, facts)


def stray_charge(reader: Reader, notice: Notice) -> Screen:
    """An operator hears of a card payment that belongs to no order."""
    return Screen(
        reader.say(
            "🚨 A card payment arrived that belongs to no order here. Telegram's number of it is"
            " <code>{charge}</code>; it is kept among the charges. Please find out whose it is, or refund it"
            " at the payment provider.",
            charge=notice.detail,
        )
    )


def _booked(reader: Reader, facts: PaymentNews) -> Screen:
    amount = reader.money(facts.amount) if facts.amount else ""
    if facts.case is not None and facts.case.side is Side.BUYER:
        has = reader.say("✅ The seller has received your payment of {amount}.", amount=amount)
        return _card(reader, facts, has)
    said = reader.say("✅ {amount} from the buyer is booked.", amount=amount)
    is_held = facts.method is PaymentMethod.CARD
    return _card(reader, facts, lines(said, HOLDER[PaymentMethod.CARD](reader)) if is_held else said)


def _refunded(reader: Reader, facts: PaymentNews) -> Screen:
    amount = reader.money(facts.amount) if facts.amount else ""
    is_buyer = facts.case is not None and facts.case.side is Side.BUYER
    said = (
        reader.say("↩️ {amount} was sent back to you.", amount=amount)
        if is_buyer
        else reader.say("↩️ {amount} was sent back to the buyer.", amount=amount)
    )
    return _card(reader, facts, said)


def _stated(reader: Reader, facts: PaymentNews) -> Screen:
    assert facts.case, "loaded with it"
    assert facts.statement, "loaded with it"
    return statement(reader, facts.case, facts.statement)


def _not_received(reader: Reader, facts: PaymentNews) -> Screen:
    assert facts.statement, "loaded with it"
    return _card(reader, facts, not_received(reader, facts.statement.amount, facts.reason))


def _wanted(reader: Reader, facts: PaymentNews) -> Screen:
    assert facts.case, "loaded with it"
    assert facts.method, "loaded with it"
    text = paragraphs(
        bold(
            reader.say(
                "💳 The buyer of order {number} wants to pay by: {method}",
                number=facts.case.order.number,
                method=PAYMENT_WORDS[facts.method](reader),
            )
        ),
        reader.say("You have not entered an account for this yet. Please enter it now."),
    )
    return Screen(text, rows([Button(reader.word("💳 Payment accounts"), ListAccounts().pack())]))


def _account_changed(reader: Reader, facts: PaymentNews) -> Screen:
    assert facts.supplier, "loaded with it"
    assert facts.account, "loaded with it"
    return payment_accounts.changed(reader, facts.supplier, facts.account)


def _card_refund(reader: Reader, facts: PaymentNews) -> Screen:
    assert facts.order, "loaded with it"
    assert facts.amount, "loaded with it"
    text = reader.say(
        "↩️ <b>{amount} of order {number} is to be refunded at the payment provider</b>: it was paid by card,"
        " too much or for an order that is over. When it is done, press Refund sent.",
        amount=reader.money(facts.amount),
        number=facts.order.number,
    )
    press = RefundSent(order_id=facts.order.id, bookings=facts.bookings, sure=True)
    return Screen(text, rows([Button(reader.word("↩️ Refund sent"), press.pack(), Style.SUCCESS)]))


def _card(reader: Reader, facts: PaymentNews, said: Html) -> Screen:
    assert facts.case, "loaded with it"
    return order_card(reader, facts.case, bold(said))


_NOTICES: Final[Mapping[News, Callable[[Reader, PaymentNews], Screen]]] = {
    News.PAYMENT_BOOKED: _booked,
    News.REFUND_BOOKED: _refunded,
    News.PAYMENT_STATED: _stated,
    News.PAYMENT_NOT_RECEIVED: _not_received,
    News.PAYMENT_ACCOUNT_WANTED: _wanted,
    News.PAYMENT_ACCOUNT_CHANGED: _account_changed,
    News.CARD_REFUND_DUE: _card_refund,
}
