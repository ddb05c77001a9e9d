"""Who holds the money of an order, said plainly: nobody keeps it between the sides."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.terms import PaymentMethod
from views.both import both
from views.markup import Html
from views.reader import Reader

HOLDER: Final[Mapping[PaymentMethod, Callable[[Reader], Html]]] = {
    PaymentMethod.CARD: lambda reader: reader.say(
        "Card: the payment provider holds the money for the operator of this marketplace."
    ),
    PaymentMethod.ALIPAY: lambda reader: reader.say("Alipay: the money goes straight to the supplier."),
    PaymentMethod.TRANSFER: lambda reader: reader.say(
        "Company transfer: the money goes straight to the supplier's bank account."
    ),
}
"""By the way to pay, said before and after it is taken."""


def custody() -> dict[str, Any]:
    """The heading and the sentence of the document, true of every way to pay: a card is always offered."""
    return {"title": both(lambda reader: reader.word("Who holds the money")), "text": both(_held)}


def _held(reader: Reader) -> str:
    return reader.word(
        "Card payments are collected by the operator's payment provider; other payments go to the seller"
        " directly. Yijia is not a party to this agreement and gives no escrow: nobody keeps the money until"
        " the goods arrive."
    )
