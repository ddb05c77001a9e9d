"""What leaves, asked question by question, and looked over once more."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.carriers import PROFILES, USUAL
from domain.money import Money
from domain.quantity import Quantity
from services.cases import OrderCase
from services.shipping_form import ShippingForm, Step
from views.callback_data.navigation import ShowOrder
from views.callback_data.shipping import PickCarrier, SendConsignment, ShipAll, SkipQuestion
from views.carriers import carrier_name, known_carrier, waybill_words
from views.markup import Html, bold, lines, paragraphs
from views.reader import Reader
from views.screen import Button, Rows, Screen, Style, grid, rows
from views.units import quantity

_Part = Callable[[Reader, OrderCase, ShippingForm], Html]
_Buttons = Callable[[Reader, OrderCase, ShippingForm], Rows]


def question(reader: Reader, case: OrderCase, form: ShippingForm, problem: str = "") -> Screen:
    """The present question; what is known so far stands above it."""
    head = reader.say("🚚 Shipping order {number}", number=case.order.number)
    known = _known(reader, case, form) if form.step is not Step.REVIEW else ""
    text = paragraphs(lines(bold(head), known), problem, _QUESTIONS[form.step](reader, case, form))
    leave = Button(reader.word("Cancel"), ShowOrder(order_id=case.order.id).pack())
    return Screen(text, (*_BUTTONS[form.step](reader, case, form), (leave,)))


def review(reader: Reader, case: OrderCase, form: ShippingForm, due: Money) -> Screen:
    """All of it once more, with what the buyer still owes before shipment."""
    if form.corrects:
        ask = reader.say("Is this right for consignment {number}?", number=form.corrects)
    else:
        ask = reader.say("Tell the buyer that these goods are on their way?")
    owed = reader.say(
        "⚠️ {amount} is due before shipment and not booked yet. Ship all the same?", amount=reader.money(due)
    )
    head = reader.say("🚚 Shipping order {number}", number=case.order.number)
    text = paragraphs(
        lines(bold(head), _known(reader, case, form)),
        _unusual(reader, form),
        bold(owed) if due.minor and not form.corrects else "",
        bold(ask),
    )
    send = Button(
        reader.word("Yes"), SendConsignment(order_id=form.order_id, token=form.token).pack(), Style.SUCCESS
    )
    leave = Button(reader.word("No"), ShowOrder(order_id=case.order.id).pack())
    return Screen(text, rows([send, leave]))


def _known(reader: Reader, case: OrderCase, form: ShippingForm) -> Html:
    amount = (
        quantity(reader, Quantity(form.quantity, case.order.terms.quantity.unit)) if form.quantity else ""
    )
    way = waybill_words(reader, form.waybill) if form.waybill and form.step is not Step.NUMBER else ""
    day = reader.say("expected {day}", day=reader.day(form.arrives_on)) if form.arrives_on else ""
    count = len(form.photos)
    photos = reader.say_many("{count} photo so far", "{count} photos so far", count) if count else ""
    return lines(way, amount, day, photos)


def _unusual(reader: Reader, form: ShippingForm) -> Html:
    waybill = form.waybill
    if waybill is None or waybill.carrier is None or not waybill.is_unusual:
        return Html()
    return reader.say(
        "⚠️ Numbers of {carrier} usually look like {example}. Please look again.",
        carrier=carrier_name(reader, waybill),
        example=PROFILES[waybill.carrier].example,
    )


def _number(reader: Reader, case: OrderCase, form: ShippingForm) -> Html:
    waybill = form.waybill
    assert waybill is not None, "the carrier is asked first"
    ask = bold(reader.say("What is the tracking number of {carrier}?", carrier=carrier_name(reader, waybill)))
    if waybill.carrier is None:
        return ask
    example = PROFILES[waybill.carrier].example
    return lines(ask, reader.say("For example {example}.", example=example))


def _quantity(reader: Reader, case: OrderCase, form: ShippingForm) -> Html:
    left = Quantity(case.order.left, case.order.terms.quantity.unit)
    return lines(
        bold(reader.say("How many do you ship?")),
        reader.say("{left} are not shipped yet. Press, or type a part.", left=quantity(reader, left)),
    )


_QUESTIONS: Final[Mapping[Step, _Part]] = {
    Step.CARRIER: lambda reader, case, form: lines(
        bold(reader.say("Who carries the goods?")),
        reader.say("Press, or type a name, perhaps with the number: DHL 1234567890."),
    ),
    Step.NUMBER: _number,
    Step.QUANTITY: _quantity,
    Step.ARRIVAL: lambda reader, case, form: lines(
        bold(reader.say("When should they arrive?")), reader.say("For example 15 December. Or press Skip.")
    ),
    Step.PHOTOS: lambda reader, case, form: lines(
        bold(reader.say("Photos of the packing list?")),
        reader.say("Send them one by one or together, then press Done."),
    ),
}


def _carriers(reader: Reader, case: OrderCase, form: ShippingForm) -> Rows:
    usual = USUAL[case.order.terms.shipping]
    carriers = [
        Button(known_carrier(reader, each), PickCarrier(order_id=form.order_id, carrier=each).pack())
        for each in usual
    ]
    return grid(carriers, 2)


def _all(reader: Reader, case: OrderCase, form: ShippingForm) -> Rows:
    left = quantity(reader, Quantity(case.order.left, case.order.terms.quantity.unit))
    return rows(
        [Button(reader.word("All {left}", left=left), ShipAll(order_id=form.order_id).pack(), Style.PRIMARY)]
    )


def _skip(reader: Reader, case: OrderCase, form: ShippingForm) -> Rows:
    return rows([Button(reader.word("Skip"), SkipQuestion(order_id=form.order_id).pack())])


def _done(reader: Reader, case: OrderCase, form: ShippingForm) -> Rows:
    return rows([Button(reader.word("Done"), SkipQuestion(order_id=form.order_id).pack(), Style.SUCCESS)])


_BUTTONS: Final[Mapping[Step, _Buttons]] = {
    Step.CARRIER: _carriers,
    Step.NUMBER: _skip,
    Step.QUANTITY: _all,
    Step.ARRIVAL: _skip,
    Step.PHOTOS: _done,
}
