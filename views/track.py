"""Everything that happened to an order, in order of time, with the carriers' pages and the photos."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.consignment import Consignment
from domain.lifecycle import Actor, Deed, OrderStatus
from domain.milestone import Milestone
from domain.order import Order
from domain.people import Side
from domain.quantity import Quantity
from services.journey import Timeline
from services.moves import Move
from services.photos import Photo
from views.callback_data.navigation import BringOrder
from views.callback_data.shipping import CorrectWaybill, ShowPackingPhoto, ShowStagePhoto, TrackOrder
from views.carriers import to_carrier, waybill_words
from views.markup import Html, bold, lines, paragraphs, quote
from views.order import belongs_to_order
from views.paging import page_buttons, page_line, parted
from views.producing import attached
from views.reader import Reader
from views.screen import Button, Rows, Screen, grid, rows
from views.stages import stage_name
from views.titles import title
from views.units import quantity

LATEST: Final = 0
MOST_ON_A_PAGE: Final = 12
UNITS_ON_A_PAGE: Final = 3_000
MOST_CONSIGNMENTS: Final = 5
"""With buttons of their own: the latest."""

_Told = Callable[[Reader], Html]
_Entry = tuple[datetime, Html]

_MOVED: Final[Mapping[Deed, _Told]] = {
    Deed.FUND: lambda reader: reader.say("Paid for production to begin"),
    Deed.START_PRODUCTION: lambda reader: reader.say("Production started"),
    Deed.AMEND: lambda reader: reader.say("Changed by agreement"),
    Deed.ASK_TO_CANCEL: lambda reader: reader.say("Asked to cancel"),
    Deed.REFUSE_TO_CANCEL: lambda reader: reader.say("Cancelling refused"),
    Deed.AGREE_TO_CANCEL: lambda reader: reader.say("Cancelled by both sides"),
    Deed.CANCEL: lambda reader: reader.say("Cancelled"),
    Deed.RECEIVE: lambda reader: reader.say("Receipt confirmed"),
    Deed.PROLONG: lambda reader: reader.say("Not arrived yet, the buyer waits longer"),
    Deed.COMPLETE: lambda reader: reader.say("Completed"),
}
"""Deeds that are told by themselves; goods that leave are told by their consignments."""
_BY_THE_CLOCK: Final[Mapping[Deed, _Told]] = {
    Deed.RECEIVE: lambda reader: reader.say("Counted as received"),
    Deed.EXPIRE: lambda reader: reader.say("Cancelled, time was up"),
}


@dataclass(frozen=True, slots=True)
class Packing:
    """A photo of the packing list of consignment `number`: which of how many."""

    number: int
    photo: Photo
    place: int
    count: int


def track(reader: Reader, timeline: Timeline, page: int = LATEST) -> Screen:
    """A page of the timeline, counted from 1, with the buttons of all of it."""
    order = timeline.order
    entries = sorted(_entries(reader, timeline), key=lambda entry: entry[0])
    told = [lines(bold(reader.moment(at)), words) for at, words in entries]
    pages = parted(told, MOST_ON_A_PAGE, UNITS_ON_A_PAGE)
    shown = page if 0 < page <= len(pages) else len(pages)
    head = lines(bold(reader.say("📍 Order {number}", number=order.number)), title(reader, order.goods))
    text = paragraphs(
        head,
        *(told[index] for index in pages[shown - 1]),
        _money(reader, timeline),
        _next(reader, timeline),
        page_line(reader, shown, len(pages)),
    )
    turns = page_buttons(shown - 1, len(pages), lambda to: _turn(order.id, to + 1))
    return Screen(text, (*rows(turns), *_buttons(reader, timeline)), card=belongs_to_order(order))


def packing_photo(reader: Reader, order: Order, shown: Packing) -> Screen:
    """One photo of a packing list; a button leads to the next."""
    words = {"number": shown.number, "order": order.number, "place": shown.place, "count": shown.count}
    text = bold(
        reader.say("Packing list of consignment {number}, order {order}: photo {place} of {count}", **words)
    )
    after = ShowPackingPhoto(order_id=order.id, number=shown.number, place=shown.place + 1)
    more = [Button("▶", after.pack())] if shown.place < shown.count else []
    held = attached(reader, shown.photo, text)
    return Screen(text, rows(more), card=belongs_to_order(order), attached=held)


def _entries(reader: Reader, timeline: Timeline) -> Iterator[_Entry]:
    for move in timeline.moves:
        told = _told(move)
        if told:
            yield move.at, told(reader)
    for milestone in timeline.milestones:
        note = quote(milestone.note) if milestone.note else ""
        yield milestone.at, lines(stage_name(reader, milestone.stage), note)
    for consignment in timeline.consignments:
        yield consignment.at, _left(reader, timeline, consignment)


def _told(move: Move) -> _Told | None:
    if move.deed is Deed.CONFIRM:
        return _bound if move.to_status == OrderStatus.AWAITING_PAYMENT else None
    by_clock = _BY_THE_CLOCK.get(move.deed) if move.actor is Actor.CLOCK else None
    return by_clock or _MOVED.get(move.deed)


def _bound(reader: Reader) -> Html:
    return reader.say("Confirmed by both sides")


def _left(reader: Reader, timeline: Timeline, consignment: Consignment) -> Html:
    parcel, unit = consignment.parcel, timeline.order.terms.quantity.unit
    head = reader.say(
        "Consignment {number}: {amount} shipped",
        number=consignment.number,
        amount=quantity(reader, Quantity(parcel.quantity, unit)),
    )
    day = reader.say("expected {day}", day=reader.day(parcel.arrives_on)) if parcel.arrives_on else ""
    corrected = reader.say("(carrier or number corrected since)") if consignment.is_corrected else ""
    return lines(head, waybill_words(reader, parcel.waybill), day, corrected)


def _money(reader: Reader, timeline: Timeline) -> Html:
    standing = timeline.standing
    if not standing.paid.minor:
        return Html()
    return reader.say(
        "💰 Paid: {paid} of {total}",
        paid=reader.money(standing.kept),
        total=reader.money(standing.total),
    )


def _next(reader: Reader, timeline: Timeline) -> Html:
    order = timeline.order
    is_making = order.status in (OrderStatus.AWAITING_PAYMENT, OrderStatus.IN_PRODUCTION)
    if order.promised_at and is_making:
        return reader.say("📅 To be shipped by {moment}", moment=reader.moment(order.promised_at))
    if order.status is OrderStatus.SHIPPED:
        return reader.say(
            "📅 Unless the buyer says otherwise, the goods count as received on {moment}.",
            moment=reader.moment(order.expires_at),
        )
    return Html()


def _turn(order_id: int, page: int) -> str:
    return TrackOrder(order_id=order_id, page=page).pack()


def _buttons(reader: Reader, timeline: Timeline) -> Rows:
    order = timeline.order
    pages = (to_carrier(reader, each.parcel.waybill) for each in timeline.consignments)
    stages = [_stage(reader, each) for each in timeline.milestones if each.photos]
    lists = [_list(reader, order.id, each) for each in timeline.consignments if each.photos]
    card = Button(reader.word("📦 Show order"), BringOrder(order_id=order.id).pack())
    return (
        *rows(*([page] for page in list(filter(None, pages))[-MOST_CONSIGNMENTS:])),
        *grid([*stages, *lists[-MOST_CONSIGNMENTS:], *_corrections(reader, timeline)], 2),
        (card,),
    )


def _stage(reader: Reader, milestone: Milestone) -> Button:
    words = reader.word("📷 {stage}", stage=stage_name(reader, milestone.stage))
    return Button(words, ShowStagePhoto(milestone_id=milestone.id, place=1).pack())


def _list(reader: Reader, order_id: int, consignment: Consignment) -> Button:
    words = reader.word("📷 Packing list {number}", number=consignment.number)
    return Button(words, ShowPackingPhoto(order_id=order_id, number=consignment.number, place=1).pack())


def _corrections(reader: Reader, timeline: Timeline) -> list[Button]:
    """The seller may put a waybill right while the goods travel."""
    order = timeline.order
    if timeline.side is Side.BUYER or order.status not in (OrderStatus.IN_PRODUCTION, OrderStatus.SHIPPED):
        return []
    return [
        Button(
            reader.word("✏️ Number {number}", number=each.number),
            CorrectWaybill(order_id=order.id, number=each.number).pack(),
        )
        for each in timeline.consignments[-MOST_CONSIGNMENTS:]
    ]
