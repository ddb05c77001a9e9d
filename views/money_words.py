"""What each booking of an order's money was, in plain words."""

from collections.abc import Callable, Mapping
from typing import Final

from services.money_history import Event
from views.reader import Reader

EVENTS: Final[Mapping[Event, Callable[[Reader], str]]] = {
    Event.PAID: lambda reader: reader.word("The buyer paid"),
    Event.SET_OFF: lambda reader: reader.word("Deducted from the balance, for a claim"),
    Event.ALLOWED: lambda reader: reader.word("Refunded for a claim"),
    Event.GIVEN_BACK: lambda reader: reader.word("Given back to the buyer"),
    Event.CREDITED: lambda reader: reader.word("The sample's price, counted against the order for the lot"),
    Event.COMPENSATED: lambda reader: reader.word("Late-delivery compensation, by the seller"),
    Event.UNDONE: lambda reader: reader.word("A booking made by mistake, undone"),
}
WITHOUT_A_WAY: Final = frozenset((Event.SET_OFF, Event.CREDITED, Event.COMPENSATED))
"""No way to pay is known of them."""
