"""Every screen of an order on its way that shows what a person wrote, with the same words in every field."""

from collections.abc import Iterator
from dataclasses import replace

from domain.carriers import MAX_CARRIER_LENGTH, Waybill
from domain.consignment import Consignment, Parcel
from domain.lifecycle import Actor, Deed, OrderStatus
from domain.milestone import Milestone, Stage
from domain.standing import standing_of
from services.cases import OrderCase
from services.journey import Journey, Timeline
from services.moves import Move, Subject
from services.order_briefing import Reached
from services.photos import Photo
from services.said import File, Kind
from services.shipping_books import CancelRequest
from services.shipping_form import ShippingForm, Step
from tests.builders import NOON
from views import cancelling, order, producing, receiving, shipping_form, track
from views.reader import Reader
from views.screen import Screen

PHOTO = Photo(Kind.PHOTO, File("a", "b"))
MANY = 12


def on_its_way(reader: Reader, case: OrderCase, words: str) -> Iterator[Screen]:
    """Its card in production with a request to cancel, the form of what leaves, the timeline and the news."""
    asked = _asked(case, words)
    yield order.order_card(reader, asked)
    yield cancelling.sure_to_agree(reader, asked)
    yield receiving.sure_received(reader, asked)
    yield receiving.sure_completed(reader, asked)
    milestones = [Milestone(number, 42, stage, 20, words, NOON, 1) for number, stage in enumerate(Stage, 1)]
    yield producing.milestone_news(reader, Reached(asked, milestones[0]))
    yield producing.photo_news(reader, Reached(asked, milestones[0], PHOTO, 1))
    yield producing.stage_photo(reader, asked.order, producing.Proof(milestones[0], PHOTO, 1))
    moves = [
        Move(Subject.ORDER, 42, deed, Actor.BUYER, 10, "in_production", "in_production", 1, "test", NOON)
        for deed in (Deed.FUND, Deed.START_PRODUCTION, *[Deed.ASK_TO_CANCEL, Deed.REFUSE_TO_CANCEL] * 20)
    ]
    assert asked.journey
    consignments = asked.journey.consignments
    timeline = Timeline(asked.order, case.side, moves, milestones, consignments, standing_of(asked.order, []))
    yield from (track.track(reader, timeline, page) for page in range(6))
    yield from _form(reader, asked, consignments[0].parcel.waybill)


def _asked(case: OrderCase, words: str) -> OrderCase:
    waybill = Waybill(None, "<" * MAX_CARRIER_LENGTH, "A" * 39 + "1")
    sent = [
        Consignment(number, Parcel(1, waybill, NOON.date()), 20, NOON, 1, is_corrected=True)
        for number in range(1, MANY)
    ]
    under_way = replace(
        case.order,
        status=OrderStatus.IN_PRODUCTION,
        shipped=MANY - 1,
        funded_at=NOON,
        cancel_asked_by=case.side.other,
        cancel_until=NOON,
    )
    request = CancelRequest(42, case.side.other, 10, words, NOON)
    return replace(case, order=under_way, journey=Journey(sent, request))


def _form(reader: Reader, case: OrderCase, waybill: Waybill) -> Iterator[Screen]:
    form = ShippingForm(42, 1, waybill=waybill, quantity=1, arrives_on=NOON.date(), photos=(PHOTO,))
    for step in Step:
        if step is not Step.REVIEW:
            yield shipping_form.question(reader, case, replace(form, step=step))
    due = case.order.terms.total()
    yield shipping_form.review(reader, case, form.done(), due)
    yield shipping_form.review(reader, case, replace(form.done(), corrects=1), due)
