"""Paying by Alipay or transfer: the supplier's account, and what to do once the money is sent."""

from domain.payment_account import PaymentAccount
from domain.terms import PaymentMethod
from services.paying import PayCase
from services.payment_books import KeptAccount
from services.said import File, Kind, Said
from views.buttons import back
from views.callback_data.negotiation import AskQuestion
from views.callback_data.payment import HavePaid, PayPart
from views.markup import Html, bold, lines, paragraphs
from views.order import card_of
from views.reader import Reader
from views.screen import Attached, Button, Rows, Screen, Style, rows


def account(reader: Reader, case: PayCase, kept: KeptAccount) -> Screen:
    """Where to send the money, and what to do then; a QR code is a picture to scan."""
    account = kept.account
    text = paragraphs(
        bold(reader.say("Pay {amount} to the supplier", amount=reader.money(case.share.amount))),
        account_lines(reader, account),
        reader.say("As the purpose write: <code>{number}</code>", number=case.order.number),
        _changed(reader, case, kept),
        reader.say("The supplier gets the money, Yijia holds none. When you have paid, press I have paid."),
    )
    buttons = _paid_rows(reader, case, kept.id, account.method)
    if not account.qr:
        return Screen(text, buttons, card=card_of(case.order))
    said = Said(kind=Kind.PHOTO, file=File(account.qr, account.qr))
    return Screen(text, buttons, attached=Attached(said, text))


def account_lines(reader: Reader, account: PaymentAccount) -> Html:
    """An account, each part ready to be copied."""
    if account.method is PaymentMethod.CARD:
        return reader.say("accepted") if account.is_open else reader.say("not accepted")
    if account.method is PaymentMethod.ALIPAY:
        known = reader.say("Alipay: <code>{number}</code>", number=account.number) if account.number else ""
        return lines(known, reader.say("Alipay QR code: a picture to scan") if account.qr else "")
    return lines(
        reader.say("Bank: {bank}", bank=account.bank),
        reader.say("Account name: <code>{holder}</code>", holder=account.holder),
        reader.say("Account number: <code>{number}</code>", number=account.number),
        reader.say("SWIFT: <code>{swift}</code>", swift=account.swift) if account.swift else "",
    )


def no_account(reader: Reader, case: PayCase, method: PaymentMethod) -> Screen:
    """The supplier was asked to enter his account."""
    text = paragraphs(
        bold(reader.say("The supplier has not entered an account for this yet.")),
        reader.say("We asked him to. You can pay in another way, or write to him by Message."),
    )
    message = Button(reader.word("💬 Message"), AskQuestion(negotiation_id=case.order.negotiation_id).pack())
    buttons = (*rows([message]), *_paid_rows(reader, case, 0, method))
    return Screen(text, buttons, card=card_of(case.order))


def _changed(reader: Reader, case: PayCase, kept: KeptAccount) -> Html:
    if not kept.changed_since(case.order):
        return Html()
    return reader.say(
        "⚠️ <b>The supplier changed this account on {day}, after the order was confirmed.</b> Ask him by"
        " Message or by phone whether it is right before you pay.",
        day=reader.day(reader.own_day(kept.at)),
    )


def _paid_rows(reader: Reader, case: PayCase, account_id: int, method: PaymentMethod) -> Rows:
    press = HavePaid(order_id=case.order.id, method=method, part=case.share.part, account_id=account_id)
    paid = Button(reader.word("✅ I have paid"), press.pack(), Style.SUCCESS)
    return rows([paid], [back(reader, PayPart(order_id=case.order.id, part=case.share.part).pack())])
