"""Buttons on the card of a negotiation; they name the version they speak of."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Ending(StrEnum):
    """How one side ends a negotiation; the values are on buttons."""

    DECLINE = "decline"
    WITHDRAW = "withdraw"


class AcceptOffer(CallbackData, prefix="accept"):
    """Accepts the version whose digest begins so."""

    negotiation_id: int
    version: int
    digest: str


class CounterOffer(CallbackData, prefix="counter"):
    """Begins to answer a version with new terms."""

    negotiation_id: int
    version: int


class EndNegotiation(CallbackData, prefix="end"):
    """Declines or withdraws; not `sure` yet asks once more."""

    negotiation_id: int
    version: int
    ending: Ending
    sure: bool = False


class AskQuestion(CallbackData, prefix="ask"):
    """Begins to write a message to the other side."""

    negotiation_id: int


class ShowLogo(CallbackData, prefix="logo"):
    """Shows the logo of the offer on the table."""

    negotiation_id: int


class ShowHistory(CallbackData, prefix="history"):
    """Shows all versions."""

    negotiation_id: int


class PlaceOrder(CallbackData, prefix="place"):
    """Begins to order the agreed version."""

    negotiation_id: int
    version: int
