"""Who holds the money of an order, said plainly: nobody keeps it between the sides."""

from collections.abc import Callable
from typing import Any

from domain.terms import PaymentMethod
from views.both import both
from views.reader import Reader


def custody(method: PaymentMethod | None) -> dict[str, Any]:
    """The heading and the sentence of the document."""
    say: Callable[[Reader], str] = _by_card if method is PaymentMethod.CARD else _directly
    return {"title": both(lambda reader: reader.word("Who holds the money")), "text": both(say)}


def _directly(reader: Reader) -> str:
    return reader.word(
        "The buyer pays the seller directly. Yijia is not a party to this agreement, never holds the money"
        " and gives no escrow: what is paid is the seller's at once."
    )


def _by_card(reader: Reader) -> str:
    return reader.word(
        "Card payments are collected by the operator's payment provider; other payments go to the seller"
        " directly. Yijia is not a party to this agreement and gives no escrow: nobody keeps the money until"
        " the goods arrive."
    )
