"""Shipping: the seller says what leaves by whom, question by question, or puts a waybill right."""

from collections.abc import Awaitable
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.carriers import CarrierUnusable, TrackingUnusable
from domain.consignment import ArrivalUnusable
from domain.milestone import TooManyPhotos
from domain.order import Order, ShipsTooMuch
from handlers.desk import Desk, Reply
from handlers.filters import Pressed, Words
from handlers.order_cards import shown
from handlers.said import Attached
from handlers.shipping_draft import asked, began, drop, keep, opened
from handlers.states import Shipping
from language.clean import clean
from services.dispatching import Dispatching
from services.order_deeds import OrderTarget
from services.ordering import Ordering
from services.photos import PHOTO_KINDS, Photo
from services.said import Said
from services.shipping_answers import Typed, answered, skipped
from services.shipping_form import ShippingForm, Step
from views.callback_data.shipping import (
    CorrectWaybill,
    PickCarrier,
    SendConsignment,
    ShipAll,
    ShipGoods,
    SkipQuestion,
)

router = Router(name="shipping")
_UNFIT: Final = (ArrivalUnusable, CarrierUnusable, ShipsTooMuch, TrackingUnusable)


@router.callback_query(Pressed(ShipGoods))
async def begin(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShipGoods) -> Reply:
    """Who carries the goods? The card stays above."""
    return await began(desk, state, ShippingForm(pressed.order_id, pressed.revision))


@router.callback_query(Pressed(CorrectWaybill))
async def begin_correction(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: CorrectWaybill
) -> Reply:
    """Another carrier or number for a consignment."""
    order, _ = await Ordering(desk.books, desk.person).see(pressed.order_id)
    return await began(desk, state, ShippingForm(order.id, order.revision, corrects=pressed.number))


@router.callback_query(Pressed(PickCarrier))
async def pick_carrier(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PickCarrier) -> Reply:
    """One of the usual carriers."""
    return await _next(desk, state, (await opened(state, pressed.order_id)).by(pressed.carrier))


@router.callback_query(Pressed(ShipAll))
async def ship_all(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShipAll) -> Reply:
    """All that is left leaves."""
    form = await opened(state, pressed.order_id)
    order, _ = await Ordering(desk.books, desk.person).see(form.order_id)
    return await _next(desk, state, form.of(order.left) if form.step is Step.QUANTITY else form)


@router.callback_query(Pressed(SkipQuestion))
async def skip(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SkipQuestion) -> Reply:
    """Goes on without an answer, or ends the photos."""
    return await _next(desk, state, skipped(await opened(state, pressed.order_id)))


@router.message(StateFilter(Shipping.form), Words())
async def answer(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The answer to the present question; one that does not fit is asked for again."""
    form = await opened(state)
    order, _ = await Ordering(desk.books, desk.person).see(form.order_id)
    try:
        return await _next(desk, state, answered(form, Typed(clean(words), order, desk.books.now)))
    except _UNFIT as refusal:
        return await asked(desk, form, refusal)


@router.message(StateFilter(Shipping.form), Attached())
async def take_photo(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """One more photo of the packing list; of an album it is said once."""
    form = await opened(state)
    if form.step is not Step.PHOTOS or said.kind not in PHOTO_KINDS or said.file is None:
        return await asked(desk, form)
    is_further = bool(said.album) and said.album == (await state.get_data()).get("album")
    await state.update_data({"album": said.album})
    try:
        form = form.shown(Photo(said.kind, said.file))
    except TooManyPhotos as refusal:
        return await asked(desk, form, refusal)
    await keep(state, form)
    return Reply() if is_further else await asked(desk, form)


@router.callback_query(Pressed(SendConsignment))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendConsignment) -> Reply:
    """The goods left, or the waybill is put right; the buyer is told. Twice is once.

    A form that changed since it was looked over is shown again instead.
    """
    form = await opened(state, pressed.order_id)
    if form.step is not Step.REVIEW or form.token != pressed.token:
        return await asked(desk, form)
    await drop(state)
    return await shown(desk, _deed(desk, form), OrderTarget(form.order_id, form.revision))


def _deed(desk: Desk, form: ShippingForm) -> Awaitable[Order]:
    dispatching, parcel = Dispatching(desk.books, desk.person), form.parcel
    if form.corrects:
        return dispatching.correct(form.order_id, form.corrects, parcel.waybill)
    return dispatching.ship(OrderTarget(form.order_id, form.revision), parcel, form.photos)


async def _next(desk: Desk, state: FSMContext, form: ShippingForm) -> Reply:
    await keep(state, form)
    return await asked(desk, form)
