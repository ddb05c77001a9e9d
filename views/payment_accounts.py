"""The accounts a supplier is paid to, as its people see and change them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from domain.catalogue import Supplier
from domain.terms import PaymentMethod
from services.payment_books import KeptAccount
from views.buttons import back
from views.callback_data.navigation import Go, Room
from views.callback_data.payment_accounts import EditAccount, ListAccounts, ShowAccounts, TakeCards
from views.markup import Html, bold, lines, paragraphs
from views.paying_by_hand import account_lines
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.suppliers import Choice, which_supplier
from views.term_words import PAYMENT_WORDS
from views.titles import supplier_name

_BY_HAND: Final = (PaymentMethod.ALIPAY, PaymentMethod.TRANSFER)
_ASKED: Final[Mapping[PaymentMethod, Callable[[Reader], Html]]] = {
    PaymentMethod.ALIPAY: lambda reader: reader.say(
        "Please send the phone number or e-mail of your Alipay account, or a photo of its QR code."
    ),
    PaymentMethod.TRANSFER: lambda reader: reader.say(
        "Please write your bank account in one message, a line each:\nbank\naccount name\naccount number or"
        " IBAN\nSWIFT code (may be left out)"
    ),
}


def payment_accounts(
    reader: Reader, supplier: Supplier, accounts: Mapping[PaymentMethod, KeptAccount], above: Html | str = ""
) -> Screen:
    """What stands, each with a button to change it."""
    text = paragraphs(
        lines(bold(reader.say("💳 Payment accounts")), supplier_name(reader, supplier)),
        above,
        *(_account(reader, method, accounts.get(method)) for method in _BY_HAND),
        reader.say(
            "By card buyers pay to the payment provider of the operator of this marketplace, who passes the"
            " money on to you."
        ),
        reader.say("Buyers see them when they pay. Every change is told to everybody who sells for you."),
    )
    edits = [
        Button(
            f"✏️ {PAYMENT_WORDS[method](reader)}",
            EditAccount(supplier_id=supplier.id, method=method).pack(),
        )
        for method in _BY_HAND
    ]
    is_taken = PaymentMethod.CARD in accounts and accounts[PaymentMethod.CARD].account.is_open
    words = reader.word("✓ Card accepted") if is_taken else reader.word("Accept cards")
    toggle = Button(words, TakeCards(supplier_id=supplier.id, taken=not is_taken).pack())
    return Screen(text, rows(edits, [toggle], [back(reader, Go(room=Room.SETTINGS).pack())]))


def _account(reader: Reader, method: PaymentMethod, kept: KeptAccount | None) -> Html:
    name = bold(PAYMENT_WORDS[method](reader))
    if kept is None:
        return lines(name, reader.say("not entered yet"))
    since = reader.say("since {day}", day=reader.day(reader.own_day(kept.at)))
    return lines(name, account_lines(reader, kept.account), since)


def ask_account(
    reader: Reader, supplier: Supplier, method: PaymentMethod, problem: Html | str = ""
) -> Screen:
    """Asks for an account."""
    text = paragraphs(
        lines(bold(PAYMENT_WORDS[method](reader)), supplier_name(reader, supplier)),
        problem,
        _ASKED[method](reader),
    )
    return Screen(text, rows([back(reader, ShowAccounts(supplier_id=supplier.id).pack())]))


def whose(reader: Reader, suppliers: Sequence[Supplier], page: int) -> Screen:
    """Whom the person sells for, to choose one."""
    choice = Choice(
        reader.say("💳 Payment accounts: of which supplier?"),
        lambda number: ShowAccounts(supplier_id=number).pack(),
        lambda to: ListAccounts(page=to).pack(),
    )
    return which_supplier(reader, suppliers, page, choice)


def changed(reader: Reader, supplier: Supplier, kept: KeptAccount) -> Screen:
    """Somebody changed an account."""
    text = paragraphs(
        bold(
            reader.say(
                "⚠️ A colleague changed where buyers pay {supplier}: {method}",
                supplier=supplier_name(reader, supplier),
                method=PAYMENT_WORDS[kept.account.method](reader),
            )
        ),
        account_lines(reader, kept.account),
        reader.say("If that is not right, correct it now and ask who did it."),
    )
    show = Button(reader.word("💳 Payment accounts"), ShowAccounts(supplier_id=supplier.id).pack())
    return Screen(text, rows([show]))


def kept(reader: Reader) -> Html:
    """The account counts from now on."""
    return reader.say("✅ Kept. It counts from now on.")
