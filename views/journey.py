"""What the card of an order says of what left, of a request to cancel, and of money to give back."""

from typing import Final

from domain.consignment import Consignment
from domain.quantity import Quantity
from services.cancelling import MAX_REASON_LENGTH
from services.cases import OrderCase
from views.carriers import waybill_words
from views.fitting import shortened
from views.markup import Html, lines, quote
from views.reader import Reader
from views.units import quantity

MOST_SHOWN: Final = 3
MOST_OF_A_REASON: Final = 150


def shipped_lines(reader: Reader, case: OrderCase) -> Html:
    """How much left so far, and the latest consignments."""
    order, journey = case.order, case.journey
    if not journey or not journey.consignments:
        return Html()
    ordered = order.terms.quantity
    amount = reader.say(
        "📦 Shipped: {shipped} of {ordered}",
        shipped=reader.number(order.shipped),
        ordered=quantity(reader, ordered),
    )
    latest = journey.consignments[-MOST_SHOWN:]
    return lines(amount, *(consignment_line(reader, case, each) for each in latest))


def consignment_line(reader: Reader, case: OrderCase, consignment: Consignment) -> Html:
    """Its number, how much it holds, by whom it travels, and when it should be there."""
    parcel = consignment.parcel
    words = {
        "number": consignment.number,
        "amount": quantity(reader, Quantity(parcel.quantity, case.order.terms.quantity.unit)),
        "waybill": waybill_words(reader, parcel.waybill),
    }
    if parcel.arrives_on is None:
        return reader.say("{number}. {amount} · {waybill}", **words)
    return reader.say(
        "{number}. {amount} · {waybill} · expected {day}", **words, day=reader.day(parcel.arrives_on)
    )


def request_lines(reader: Reader, case: OrderCase, most: int = MAX_REASON_LENGTH) -> Html:
    """Why somebody asks to cancel, in his own words, of which so many are shown."""
    request = case.journey.request if case.journey else None
    return lines(reader.say("Reason:"), quote(shortened(request.reason, most))) if request else Html()


def request_in_short(reader: Reader, case: OrderCase) -> Html:
    """The same on the card, which has to hold all else: who agrees reads it whole before."""
    return request_lines(reader, case, MOST_OF_A_REASON)
