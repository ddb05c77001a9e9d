"""What is refused about payments, said kindly; some of it Telegram shows on its payment form."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import ledger, paying, payment_account
from domain.money import Money
from domain.refusal import Refusal
from services import card_payments, order_holds, refunding, statements
from services import paying as ways
from views.reader import Reader

Sentence = Callable[[Reader, Mapping[str, Any]], str]
_ACCOUNT: Final[Mapping[str, Callable[[Reader], str]]] = {
    "alipay": lambda reader: reader.word("That is no phone number or e-mail of an Alipay account."),
    "bank": lambda reader: reader.word("Please write the bank on the first line."),
    "holder": lambda reader: reader.word("Please write the account name on the second line."),
    "number": lambda reader: reader.word(
        "The third line is no account number: 6 to 34 letters and digits. In an IBAN a digit may be wrong."
    ),
    "swift": lambda reader: reader.word(
        "The fourth line is no SWIFT code: it has 8 or 11 letters and digits."
    ),
}


def _card_unfit(reader: Reader, facts: Mapping[str, Any]) -> str:
    currency, least, most = facts["currency"], facts["least"], facts["most"]
    if not most:
        return reader.word("Telegram takes no card payments in {currency}.", currency=currency)
    return reader.word(
        "By card only amounts from {least} to {most} can be paid.",
        least=reader.money(Money(least, currency)),
        most=reader.money(Money(most, currency)),
    )


OF_PAYMENTS: Final[Mapping[type[Refusal], Sentence]] = {
    paying.NothingToPay: lambda reader, facts: reader.word(
        "Nothing is to be paid for order {order} any more. You were not charged.", order=facts["order"]
    ),
    paying.PartPaid: lambda reader, facts: reader.word(
        "This part of order {order} is paid already. You were not charged.", order=facts["order"]
    ),
    paying.CardUnfit: _card_unfit,
    ways.NoCards: lambda reader, _: reader.word("Card is not offered: no payment provider is set up here."),
    card_payments.NotThePayer: lambda reader, _: reader.word(
        "Only the buyer of this order can pay this bill. You were not charged."
    ),
    card_payments.BillOutdated: lambda reader, facts: reader.word(
        "Another amount is to be paid now. You were not charged: press Pay on order {order} for a new bill.",
        order=facts["order"],
    ),
    order_holds.PaymentUnderWay: lambda reader, facts: reader.word(
        "A card payment of order {order} is just under way. Please look again in a few minutes.",
        order=facts["order"],
    ),
    statements.AnsweredAlready: lambda reader, _: reader.word(
        "This was answered already. Here is the order as it stands."
    ),
    statements.LedgerMoved: lambda reader, _: reader.word(
        "Something was booked since. Please look at the current card."
    ),
    statements.StatementWaits: lambda reader, _: reader.word(
        "The buyer has just said that he paid. Please press Payment received again to look at it."
    ),
    statements.CurrencyMismatch: lambda reader, facts: reader.word(
        "This order is in {currency}. Please give the amount in it.", currency=facts["currency"]
    ),
    statements.AmountUnread: lambda reader, _: reader.word(
        "I cannot read that as an amount. Please type it in figures, such as 990 or 1250.50."
    ),
    refunding.NothingToRefund: lambda reader, _: reader.word("Nothing is to be given back."),
    ledger.AmountNotPositive: lambda reader, _: reader.word("Please give an amount above zero."),
    payment_account.AccountUnusable: lambda reader, facts: _ACCOUNT[facts["field"]](reader),
}
